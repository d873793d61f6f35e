import type { BridgeLink } from './bridge-link.ts'
import { answerLinkError, forward } from './forward.ts'
import { keepListening } from './listening.ts'
import { toolsChangedLine, type Message, type RequestId } from './message.ts'
import type { Session } from './session.ts'

interface RequestsParts {
  readonly link: BridgeLink
  readonly session: Session
  readonly write: (line: string) => void
}

/** The client's requests that have no answer yet. */
export interface Requests {
  /** Gets the answer and writes it. Never rejects. */
  serve(message: Message, id: RequestId, line: Buffer): Promise<void>
  /** Hangs up: nothing more is written for this request. */
  cancel(id: unknown): void
}

export function createRequests({ link, session, write }: RequestsParts): Requests {
  const underWay = new Map<unknown, AbortController>()

  const listen = (message: Message, id: RequestId, line: Buffer, signal: AbortSignal): Promise<void> => {
    const onReopened = (): void => write(toolsChangedLine(id))
    const listening = {
      link,
      message,
      id,
      body: line,
      signal,
      isPatient: false,
      onMessage: write,
      onReopened,
    }
    return keepListening(listening).catch(answerLinkError({ id, signal, write }))
  }
  const answer = (message: Message, id: RequestId, line: Buffer, signal: AbortSignal): Promise<void> => {
    const isModern = message.version !== undefined
    if (isModern && message.method === 'subscriptions/listen') return listen(message, id, line, signal)
    const request = { link, message, id, line, signal, write }
    if (isModern || message.method !== 'initialize') return forward({ ...request, agreed: session.agreed() })
    return forward({
      ...request,
      agreed: {},
      onAnswer: (text, response) => session.begin(line, text, response),
    })
  }
  return {
    async serve(message, id, line) {
      const controller = new AbortController()
      underWay.set(id, controller)
      await answer(message, id, line, controller.signal)
      if (underWay.get(id) === controller) underWay.delete(id)
    },
    cancel: (id) => underWay.get(id)?.abort(),
  }
}
