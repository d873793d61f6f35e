import type { BridgeLink } from './bridge-link.ts'
import { headersFor } from './headers.ts'
import { errorLine, readMessage, type Message } from './message.ts'
import { createRequests } from './requests.ts'
import { createSession } from './session.ts'
import { createToolChanges } from './tool-changes.ts'

const PARSE_ERROR = -32_700
const INVALID_REQUEST = -32_600

interface Shim {
  /** Takes a message of the client, as the bytes of one line. */
  receive(line: Buffer): void
  /** The client sent more in one line than any message has. */
  refuseLongLine(): void
}

interface ShimParts {
  readonly link: BridgeLink
  /** Gets messages for the client, one line each, in whatever order they come. */
  readonly write: (line: string) => void
}

/** Makes MCP over HTTP out of MCP over stdio, for both eras: each message says itself of which one it is. */
export function createShim({ link, write }: ShimParts): Shim {
  const forever = new AbortController().signal
  const session = createSession(link, forever)
  const requests = createRequests({ link, session, write })
  const toolChanges = createToolChanges({ link, session, write, signal: forever })

  const pass = (note: Message, line: Buffer): void => {
    const headers = headersFor(note, session.agreed())
    link.post({ body: line, headers, signal: forever, mayRepeat: true }).then(
      (response) => response.resume(),
      // Nobody waits for the answer to a note; the next request says what is wrong.
      () => undefined,
    )
  }
  const take = (note: Message, line: Buffer): void => {
    const isCancelling = note.method === 'notifications/cancelled'
    // Over HTTP a 2026 client hangs up instead, which is done for both.
    if (!isCancelling || session.agreed().version !== undefined) pass(note, line)
    if (isCancelling) requests.cancel(note.params['requestId'])
    if (note.method === 'notifications/initialized') toolChanges.start()
  }
  const refuse = (code: number, sentence: string): void => write(errorLine(null, code, sentence))
  return {
    receive(line) {
      const message = readMessage(line)
      if (message === 'no json') return refuse(PARSE_ERROR, 'This line is not JSON in UTF-8.')
      if (message === undefined) return refuse(INVALID_REQUEST, 'This is no JSON-RPC message.')
      const { method, id } = message
      // The bridge asks nothing, so an answer of the client belongs to no question.
      if (method === undefined) return
      if (id === undefined) take(message, line)
      else void requests.serve(message, id, line)
    },
    refuseLongLine: () => refuse(INVALID_REQUEST, 'This message is too long: send less than 4 MiB.'),
  }
}
