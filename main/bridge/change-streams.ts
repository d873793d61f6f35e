import type { IncomingMessage, ServerResponse } from 'node:http'
import { SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/server'
import type { ToolNotices } from './tool-notices.ts'

const KEEP_ALIVE_MS = 15_000
/** Of a client that does not read no more than this is kept. */
const MOST_BYTES_UNREAD = 65_536
const TOOLS_CHANGED = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' })

/** The streams over which clients of the 2025 revisions hear what they did not ask for. */
export interface ChangeStreams {
  /** Keeps the answer open until the client hangs up, and says when the app's tools are others. */
  open(appId: string, response: ServerResponse): void
}

/**
 * Whether a request opens such a stream; the 2026 revision has `subscriptions/listen` instead, and no GET.
 *
 * @see MCP 2025-11-25, Transports, “Listening for Messages from the Server”
 */
export function asksForChanges({ method, headers }: IncomingMessage): boolean {
  const version = headers['mcp-protocol-version']
  const isOfItsEra = version === undefined || SUPPORTED_PROTOCOL_VERSIONS.includes(String(version))
  return method === 'GET' && isOfItsEra && (headers.accept ?? '').includes('text/event-stream')
}

/** @param keepAliveMs how often a silent stream shows that it lives */
export function createChangeStreams(
  { busOf }: Pick<ToolNotices, 'busOf'>,
  keepAliveMs = KEEP_ALIVE_MS,
): ChangeStreams {
  return {
    open(appId, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      })
      response.flushHeaders()
      const unsubscribe = busOf(appId).subscribe(() =>
        tell(response, `event: message\ndata: ${TOOLS_CHANGED}\n\n`),
      )
      const timer = setInterval(() => tell(response, ': keepalive\n\n'), keepAliveMs)
      response.once('close', () => {
        clearInterval(timer)
        unsubscribe()
      })
    },
  }
}

function tell(response: ServerResponse, text: string): void {
  if (response.writableLength > MOST_BYTES_UNREAD) response.destroy()
  else response.write(text)
}
