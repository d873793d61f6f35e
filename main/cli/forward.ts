import type { IncomingMessage } from 'node:http'
import { LinkError, type BridgeLink } from './bridge-link.ts'
import { headersFor, type Agreed } from './headers.ts'
import { errorLine, fieldsOf, isFields, type Message, type RequestId } from './message.ts'
import { readAnswer } from './read-answer.ts'

/** JSON-RPC leaves this code to servers; MCP clients show its message. */
const SERVER_ERROR = -32_000

const UNKNOWN_TOKEN =
  'Gatehouse does not know this token. In Gatehouse, open Apps, make a new token for this app, and put it where this program’s settings have the old one.'

interface Forwarding {
  readonly link: BridgeLink
  readonly agreed: Agreed
  readonly message: Message
  readonly id: RequestId
  readonly line: Buffer
  readonly signal: AbortSignal
  readonly write: (line: string) => void
  /** Hears of the answer that ends the request, too. */
  readonly onAnswer?: (answer: string, response: IncomingMessage) => void
}

/** Sends one request to the bridge and writes what comes back. It always ends with an answer, unless cancelled. */
export async function forward(request: Forwarding): Promise<void> {
  const { link, agreed, message, id, line, signal, write, onAnswer } = request
  let isAnswered = false
  try {
    const response = await link.post({
      body: line,
      headers: headersFor(message, agreed),
      signal,
      mayRepeat: message.method !== 'tools/call',
    })
    await readAnswer(response, (text) => {
      if (signal.aborted) return
      const answer = asMessage(text, response, id)
      isAnswered ||= isAnswer(answer)
      if (isAnswered) onAnswer?.(answer, response)
      write(answer)
    })
    if (!isAnswered) throw LinkError.lost()
  } catch (error) {
    if (!isAnswered) answerLinkError(request)(error)
  }
}

/** @returns tells the client why there is no answer, unless it does not want one any more */
export function answerLinkError({ id, signal, write }: Pick<Forwarding, 'id' | 'signal' | 'write'>) {
  return (error: unknown): void => {
    const { message } = error instanceof LinkError ? error : LinkError.lost()
    if (!signal.aborted) write(errorLine(id, SERVER_ERROR, message))
  }
}

/** @returns the text when it is JSON-RPC; a refusal by the bridge itself in the words of JSON-RPC */
export function asMessage(text: string, { statusCode }: IncomingMessage, id: RequestId): string {
  if (statusCode === 200) return text
  const body = fieldsOf(text)
  const error = isFields(body['error']) ? body['error'] : {}
  if (body['jsonrpc'] === '2.0') return body['id'] === id ? text : JSON.stringify({ ...body, id })
  if (statusCode === 401) return errorLine(id, SERVER_ERROR, UNKNOWN_TOKEN, error)
  const sentences = [error['message'], error['remedy']].filter((part) => typeof part === 'string')
  return errorLine(id, SERVER_ERROR, sentences.join(' ') || `Gatehouse answered ${statusCode}.`, error)
}

function isAnswer(text: string): boolean {
  const { result, error } = fieldsOf(text)
  return result !== undefined || error !== undefined
}
