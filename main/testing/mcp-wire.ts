import { request as httpRequest, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'
import type { BridgeClient } from './bridge-client.ts'

export interface WireAnswer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** The JSON, or that of the first event. */
  readonly body: {
    readonly id?: unknown
    readonly result?: Readonly<Record<string, unknown>>
    readonly error?: { readonly code: unknown; readonly data?: unknown }
  }
}

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const TYPES = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

/** What a client of the 2026 revision says about itself with every request. */
export const envelope = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

/** The headers that repeat what stands in a message of the 2026 revision. */
export function modernHeaders(method: string, name?: string): Record<string, string> {
  const version = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': method }
  return name === undefined ? version : { ...version, 'mcp-name': name }
}

export function rpc(method: string, params: object = {}, id: number | string = 1): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params })
}

/** Sends one request to `/mcp` as it is. @returns the answer once it has begun; its end is the test's to wait for */
export function openMcp({ url, token }: BridgeClient, { method = 'POST', headers, body }: Sent) {
  const { hostname, port } = new URL(url)
  return new Promise<IncomingMessage>((resolve, reject) => {
    const all = { ...TYPES, authorization: `Bearer ${token}`, ...headers }
    const options = { hostname, port, path: '/mcp', method, agent: false, headers: all }
    const request = httpRequest(options, resolve).on('error', reject)
    onTestFinished(() => void request.destroy())
    request.end(body)
  })
}

/** The same, with the whole answer read. */
export async function sendMcp(app: BridgeClient, sent: Sent): Promise<WireAnswer> {
  const response = await openMcp(app, sent)
  let text = ''
  for await (const part of response.setEncoding('utf8')) text += String(part)
  const json = /^data: (.+)$/m.exec(text)?.[1] ?? (text || '{}')
  const { statusCode: status = 0, headers } = response
  return { status, headers, body: JSON.parse(json) as WireAnswer['body'] }
}
