import type { ServerResponse } from 'node:http'
import { SERVER_INFO_META_KEY, type Implementation } from '@modelcontextprotocol/server'
import type { PairedApp } from '../apps/apps.ts'
import type { McpTools } from './mcp-tools.ts'
import type { PlainRequest } from './plain-request.ts'

const JSON_HEADERS = { 'content-type': 'application/json' }
const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}
const KEEP_ALIVE_MS = 15_000

interface AnswerParts {
  readonly tools: McpTools
  readonly identity: Implementation
}

/** Answers a plain request. @param signal aborted when the client no longer wants the answer */
export type AnswerPlain = (
  app: PairedApp,
  request: PlainRequest,
  response: ServerResponse,
  signal: AbortSignal,
) => Promise<void>

/**
 * A short cut past the protocol library, which builds a server, a transport and two web streams for each request.
 * It gives the answers the library would give; a test holds the two side by side.
 */
export function createAnswerPlain({ tools, identity }: AnswerParts): AnswerPlain {
  // What the 2026 revision adds to every result, and to one that may be cached.
  const modern = { resultType: 'complete', _meta: { [SERVER_INFO_META_KEY]: identity } }
  const uncached = { ttlMs: 0, cacheScope: 'private' }
  const lists = { '2025': new WeakMap<object, string>(), '2026': new WeakMap<object, string>() }
  const listOf = (app: PairedApp, era: PlainRequest['era']): string => {
    const listed = tools.list(app)
    const result = era === '2025' ? { tools: listed } : { tools: listed, ...modern, ...uncached }
    const text = lists[era].get(listed) ?? JSON.stringify(result)
    lists[era].set(listed, text)
    return text
  }
  return async (app, { era, id, call }, response, signal) => {
    const respond = (result: string): void => {
      const message = `{"result":${result},"jsonrpc":"2.0","id":${JSON.stringify(id)}}`
      if (era === '2026') send(response, JSON_HEADERS, message)
      else send(response, STREAM_HEADERS, `event: message\ndata: ${message}\n\n`)
    }
    if (call === undefined) {
      respond(listOf(app, era))
      return tools.listSent(app)
    }
    const stop = era === '2025' ? keepAlive(response) : () => undefined
    try {
      const result = await tools.call(app, call.name, call.args, { signal })
      // A cancelled call gets no result (2025-11-25, Cancellation), but its stream has an end.
      if (signal.aborted) send(response, STREAM_HEADERS, '')
      else respond(JSON.stringify(era === '2025' ? result : { ...result, ...modern }))
    } finally {
      stop()
    }
  }
}

/** A client may wait long for a person: the stream opens meanwhile and shows that it lives. */
function keepAlive(response: ServerResponse): () => void {
  const timer = setInterval(() => {
    if (!response.headersSent) response.writeHead(200, STREAM_HEADERS)
    response.write(': keepalive\n\n')
  }, KEEP_ALIVE_MS)
  return () => clearInterval(timer)
}

function send(response: ServerResponse, headers: Record<string, string>, text: string): void {
  if (!response.headersSent) {
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) })
  }
  response.end(text)
}
