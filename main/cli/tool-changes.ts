import type { BridgeLink } from './bridge-link.ts'
import { keepListening } from './listening.ts'
import { listenRequest, messageOf, toolsChangedLine } from './message.ts'
import type { Session } from './session.ts'

const ID = 'gatehouse-mcp'
const TOOLS_CHANGED = 'notifications/tools/list_changed'

interface ToolChangesParts {
  readonly link: BridgeLink
  readonly session: Session
  readonly write: (line: string) => void
  readonly signal: AbortSignal
}

/**
 * Tells a 2025 client of other tools unasked, as its revision has it. The bridge tells those who listen in the way
 * of 2026, so this listens for the client.
 */
export function createToolChanges({ link, session, write, signal }: ToolChangesParts) {
  let isStarted = false
  const tell = (): void => write(toolsChangedLine())
  return {
    /** Once the client has introduced itself; again does nothing. */
    start(): void {
      const body = listenRequest(ID)
      const message = messageOf(JSON.parse(body))
      if (isStarted || message === undefined) return
      isStarted = true
      const onMessage = (_: string, method: string | undefined): void => {
        if (method === TOOLS_CHANGED) tell()
      }
      // A bridge that goes again is found out by the next round.
      const onReopened = (): void => void session.renew().then(tell, () => undefined)
      keepListening({ link, message, id: ID, body, signal, isPatient: true, onMessage, onReopened }).catch(
        () => undefined,
      )
    },
  }
}
