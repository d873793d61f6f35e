import type { IncomingMessage } from 'node:http'
import type { BridgeLink } from './bridge-link.ts'
import { headersFor, type Agreed } from './headers.ts'
import { fieldsOf, isFields, type Message } from './message.ts'
import { readAnswer } from './read-answer.ts'

const INITIALIZED = '{"jsonrpc":"2.0","method":"notifications/initialized"}'

/** A 2025 client's session with the bridge. A restarted bridge gets the client's introduction again. */
export interface Session {
  agreed(): Agreed
  /** @param introduction the client's `initialize` @param answer the bridge's */
  begin(introduction: Buffer, answer: string, response: IncomingMessage): void
  renew(): Promise<void>
}

export function createSession(link: BridgeLink, signal: AbortSignal): Session {
  let agreed: Agreed = {}
  let introduced: Buffer | undefined
  const take = (answer: string, { headers }: IncomingMessage): void => {
    const version = versionOf(answer)
    if (version === undefined) return
    const session = headers['mcp-session-id']
    agreed = { session: typeof session === 'string' ? session : undefined, version }
  }
  const post = (body: Buffer | string, known: Agreed): Promise<IncomingMessage> => {
    const headers = headersFor(noVersion, known)
    return link.post({ body, headers, signal, mayRepeat: true, isPatient: true })
  }
  return {
    agreed: () => agreed,
    begin(introduction, answer, response) {
      introduced = introduction
      take(answer, response)
    },
    async renew() {
      if (introduced === undefined) return
      const response = await post(introduced, {})
      await readAnswer(response, (answer) => take(answer, response))
      const accepted = await post(INITIALIZED, agreed)
      accepted.resume()
    },
  }
}

const noVersion: Message = { method: undefined, id: undefined, params: {}, version: undefined }

function versionOf(answer: string): string | undefined {
  const { result } = fieldsOf(answer)
  const version = isFields(result) ? result['protocolVersion'] : undefined
  return typeof version === 'string' ? version : undefined
}
