import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { PairedApp } from '../apps/apps.ts'
import { newSecret } from '../identifiers.ts'
import type { BodyBudget } from './body-budget.ts'
import type { Cancellations } from './cancellations.ts'
import { asksForChanges, type ChangeStreams } from './change-streams.ts'
import { refuseOtherMedia } from './guard.ts'
import type { AnswerPlain } from './plain-answer.ts'
import type { Mcp } from './mcp.ts'
import type { OpenExchanges } from './open-exchanges.ts'
import { pipeStream } from './pipe-stream.ts'
import { plainRequest } from './plain-request.ts'
import { readJsonBody } from './request-body.ts'
import { singleMessage } from './rpc-refusal.ts'
import { untilClosed } from './rest.ts'

/** Tells the clients of one app apart; the server itself keeps no session. */
const SESSION_HEADER = 'mcp-session-id'

/** What of GET and DELETE is not served is the library's to refuse, in the words of MCP. */
const METHODS = ['POST', 'GET', 'DELETE']

/** Opens a stream of changes that stays until somebody hangs up (2026-07-28). */
const SUBSCRIBE = 'subscriptions/listen'

interface McpParts {
  readonly mcp: Mcp
  readonly answerPlain: AnswerPlain
  readonly cancellations: Cancellations
  readonly changes: Pick<ChangeStreams, 'open'>
  readonly exchanges: Pick<OpenExchanges, 'asStream'>
  readonly bodies: BodyBudget
}

/** Answers one guarded request: at once when it is a plain one, else by the MCP library. */
export async function serveMcp(
  { mcp, answerPlain, cancellations, changes, exchanges, bodies }: McpParts,
  app: PairedApp,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  if (!METHODS.includes(method))
    throw new HubError('METHOD_NOT_ALLOWED', sentences.bridge.shape.method('POST'))
  if (method === 'POST') refuseOtherMedia(request)
  if (asksForChanges(request)) {
    exchanges.asStream(app, response)
    return changes.open(app.id, response)
  }
  const read = async () => (method === 'POST' ? await readJsonBody(request, bodies.open(app)) : undefined)
  const message = await singleMessage(read, response)
  if (message === undefined) return
  const parsedBody = message.body
  if (methodOf(parsedBody) === SUBSCRIBE) exchanges.asStream(app, response)
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
    const answer = await mcp
      .of(app.id)
      .fetch(webRequest, { authInfo, ...(parsedBody !== undefined && { parsedBody }) })
    if (answer.ok && methodOf(parsedBody) === 'initialize') response.setHeader(SESSION_HEADER, newSecret())
    response.writeHead(answer.status, endToEnd(answer.headers))
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (isStream && answer.body !== null) await pipeStream(answer.body, response)
    else response.end(await answer.text())
  } finally {
    followed?.done()
    closed.done()
  }
}

function methodOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'method' in message ? message.method : undefined
}

/** How the connection goes on is between it and `node:http`: a client of HTTP/1.0 would wait for ever. */
function endToEnd(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'connection'))
}

/** The token stays here: nothing behind the guard needs it. */
function headersOf({ headers }: IncomingMessage): Headers {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'authorization',
  )
  return new Headers(entries)
}
