import type { IncomingMessage, ServerResponse } from 'node:http'
import type { McpHttpHandler } from '@modelcontextprotocol/server'
import type { PairedApp } from '../apps/apps.ts'
import { newSecret } from '../identifiers.ts'
import type { Cancellations } from './cancellations.ts'
import { refuseOtherMedia } from './guard.ts'
import type { AnswerPlain } from './plain-answer.ts'
import { plainRequest } from './plain-request.ts'
import { readJsonBody } from './request-body.ts'
import { untilClosed } from './rest.ts'

/** Tells the clients of one app apart; the server itself keeps no session. */
const SESSION_HEADER = 'mcp-session-id'

interface McpParts {
  readonly mcp: McpHttpHandler
  readonly answerPlain: AnswerPlain
  readonly cancellations: Cancellations
}

/** Answers one guarded request: at once when it is a plain one, else by the MCP library. */
export async function serveMcp(
  { mcp, answerPlain, cancellations }: McpParts,
  app: PairedApp,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  if (method === 'POST') refuseOtherMedia(request)
  const parsedBody = method === 'POST' ? await readJsonBody(request) : undefined
  const closed = untilClosed(response)
  const session = request.headers[SESSION_HEADER]
  const followed =
    session === undefined ? undefined : cancellations.follow(`${app.id}/${String(session)}`, parsedBody)
  const signal = followed === undefined ? closed.signal : AbortSignal.any([closed.signal, followed.signal])
  const plain = plainRequest(request.headers, parsedBody)
  try {
    if (plain !== undefined) return await answerPlain(app, plain, response, signal)
    const webRequest = new Request(url, { method, headers: headersOf(request), signal })
    const authInfo = { token: '', clientId: app.id, scopes: [] }
    const answer = await mcp.fetch(webRequest, { authInfo, ...(parsedBody !== undefined && { parsedBody }) })
    if (isInitialize(parsedBody)) response.setHeader(SESSION_HEADER, newSecret())
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (isStream && answer.body !== null) await pipe(answer.body, response)
    else response.end(await answer.text())
  } finally {
    followed?.done()
    closed.done()
  }
}

function isInitialize(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'method' in message && message.method === 'initialize'
  )
}

/** The token stays here: nothing behind the guard needs it. */
function headersOf({ headers }: IncomingMessage): Headers {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'authorization',
  )
  return new Headers(entries)
}

/** Hands on each part as it comes: progress has to reach the client before the result. */
async function pipe(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader()
  response.once('close', () => void reader.cancel().catch(() => undefined))
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!response.write(part.value)) await writable(response)
  }
  response.end()
}

/** Until more can be written, or nobody reads any more. */
function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve)
    response.once('close', resolve)
  })
}
