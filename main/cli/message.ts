const PROTOCOL_VERSION = 'io.modelcontextprotocol/protocolVersion'
const SUBSCRIPTION_ID = 'io.modelcontextprotocol/subscriptionId'

type Fields = Readonly<Record<string, unknown>>

export type RequestId = string | number

/** What of a JSON-RPC message decides its way; the rest travels as the bytes it came in. */
export interface Message {
  readonly method: string | undefined
  readonly id: RequestId | undefined
  readonly params: Fields
  /** The version in the message itself, as clients of the 2026 revision send it. */
  readonly version: string | undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** @returns undefined when the bytes are not one JSON-RPC message; `'no json'` when they are not even JSON */
export function readMessage(line: Buffer): Message | 'no json' | undefined {
  try {
    return messageOf(JSON.parse(utf8.decode(line)))
  } catch {
    return 'no json'
  }
}

/** @returns undefined when the value is not one JSON-RPC message; lists of them went with revision 2025-06-18 */
export function messageOf(value: unknown): Message | undefined {
  if (!isFields(value) || value['jsonrpc'] !== '2.0') return undefined
  const { method, id, params } = value
  if (method !== undefined && typeof method !== 'string') return undefined
  if (id !== undefined && !isId(id)) return undefined
  const fields = isFields(params) ? params : {}
  const version = isFields(fields['_meta']) ? fields['_meta'][PROTOCOL_VERSION] : undefined
  return {
    method,
    id,
    params: fields,
    version: typeof version === 'string' ? version : undefined,
  }
}

/** @returns the members of a JSON object; none of anything else */
export function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : {}
  } catch {
    return {}
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isId(value: unknown): value is RequestId {
  return typeof value === 'string' || typeof value === 'number'
}

/** An error in answer to a request, or to what could not be read as one. */
export function errorLine(id: RequestId | null, code: number, message: string, data?: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message, ...(data !== undefined && { data }) } })
}

/** Tells a client that its tools may be others now. @param subscription the id of the request that asked for it */
export function toolsChangedLine(subscription?: RequestId): string {
  const params = subscription === undefined ? undefined : { _meta: { [SUBSCRIPTION_ID]: subscription } }
  return JSON.stringify({ jsonrpc: '2.0', method: 'notifications/tools/list_changed', params })
}

/** The body of a request that listens for other tools, by the 2026 revision. */
export function listenRequest(id: RequestId): string {
  const envelope = {
    [PROTOCOL_VERSION]: '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'gatehouse-mcp', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const params = { _meta: envelope, notifications: { toolsListChanged: true } }
  return JSON.stringify({ jsonrpc: '2.0', id, method: 'subscriptions/listen', params })
}
