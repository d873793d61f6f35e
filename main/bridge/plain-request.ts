import type { IncomingHttpHeaders } from 'node:http'
import { classifyInboundRequest, SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/server'

/** The first revision that has no sessions and tells its version with every request. */
const MODERN = '2026-07-28'
const MESSAGE_FIELDS = ['jsonrpc', 'id', 'method', 'params']
const PARAMETERS = { 'tools/call': ['name', 'arguments', '_meta'], 'tools/list': ['_meta'] } as const

const validEnvelopes = new Set<string>()
const MOST_ENVELOPES = 100
const LONGEST_ENVELOPE = 4_000

/** A request that one JSON-RPC result answers, with nothing to be told on the way. */
export interface PlainRequest {
  readonly era: '2025' | '2026'
  readonly id: string | number
  /** Undefined asks for the list. */
  readonly call?: { readonly name: string; readonly args: unknown }
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Recognises `tools/call` and `tools/list` in the form in which nearly every client sends them.
 *
 * @param body the parsed JSON
 * @returns undefined for whatever is anything else, valid or not: that is for the protocol library to answer
 */
export function plainRequest(headers: IncomingHttpHeaders, body: unknown): PlainRequest | undefined {
  if (!isObject(body) || !hasOnly(body, MESSAGE_FIELDS) || body['jsonrpc'] !== '2.0') return undefined
  const { id, method, params = {} } = body
  if (typeof id !== 'string' && !(typeof id === 'number' && Number.isSafeInteger(id))) return undefined
  if (method !== 'tools/call' && method !== 'tools/list') return undefined
  if (!isObject(params) || !hasOnly(params, PARAMETERS[method])) return undefined
  const { name, arguments: args = {}, _meta: meta = {} } = params
  if (!isObject(meta) || 'progressToken' in meta) return undefined
  const era = eraOf(headers, body, meta)
  if (era === undefined || method === 'tools/list') return era && { era, id }
  if (typeof name !== 'string' || !/^[\w.-]{1,128}$/.test(name)) return undefined
  if (era === '2026' && headers['mcp-name'] !== name) return undefined
  return isObject(args) ? { era, id, call: { name, args } } : undefined
}

function eraOf(headers: IncomingHttpHeaders, body: Fields, meta: Fields): PlainRequest['era'] | undefined {
  const [version, method, accept = ''] = [
    headers['mcp-protocol-version'],
    headers['mcp-method'],
    headers.accept,
  ]
  if (version === MODERN) {
    if (method !== body['method']) return undefined
    return hasValidEnvelope(body, meta) ? '2026' : undefined
  }
  const isKnown = version === undefined || SUPPORTED_PROTOCOL_VERSIONS.includes(String(version))
  const acceptsBoth = accept.includes('application/json') && accept.includes('text/event-stream')
  const claimsMore = Object.keys(meta).some((key) => key.startsWith('io.modelcontextprotocol/'))
  return isKnown && acceptsBoth && !claimsMore ? '2025' : undefined
}

/** The library's own check; a client's envelope is the same each time, so its verdict is remembered. */
function hasValidEnvelope(body: Fields, meta: Fields): boolean {
  const text = JSON.stringify(meta)
  if (validEnvelopes.has(text)) return true
  const route = classifyInboundRequest({ httpMethod: 'POST', protocolVersionHeader: MODERN, body })
  if (route.kind !== 'modern') return false
  if (validEnvelopes.size >= MOST_ENVELOPES) validEnvelopes.clear()
  if (text.length <= LONGEST_ENVELOPE) validEnvelopes.add(text)
  return true
}

function isObject(value: unknown): value is Fields {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')
  )
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  return Object.keys(value).every((key) => names.includes(key))
}
