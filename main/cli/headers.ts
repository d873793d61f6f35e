import type { Message } from './message.ts'

/** What a 2025 client and the bridge agreed on when the client introduced itself. */
export interface Agreed {
  readonly session?: string | undefined
  readonly version?: string | undefined
}

/** Which parameter the Mcp-Name header repeats (revision 2026-07-28, standard request headers). */
const NAMED_BY: Readonly<Record<string, string>> = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
  'tasks/get': 'taskId',
  'tasks/update': 'taskId',
  'tasks/cancel': 'taskId',
}

/**
 * The headers that HTTP wants beside a message: of the 2026 revision by the message itself, of the 2025 ones
 * by what was agreed before.
 */
export function headersFor({ method, params, version }: Message, agreed: Agreed): Record<string, string> {
  if (version === undefined) {
    return {
      ...(agreed.session !== undefined && { 'mcp-session-id': agreed.session }),
      ...(agreed.version !== undefined && { 'mcp-protocol-version': agreed.version }),
    }
  }
  const name =
    method !== undefined && Object.hasOwn(NAMED_BY, method) ? params[NAMED_BY[method] ?? ''] : undefined
  return {
    'mcp-protocol-version': headerText(version),
    ...(method !== undefined && { 'mcp-method': headerText(method) }),
    ...(typeof name === 'string' && { 'mcp-name': headerText(name) }),
  }
}

/** Whatever a header cannot hold, or would not keep, goes as base64 (revision 2026-07-28, value encoding). */
function headerText(text: string): string {
  const isPlain = /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/.test(text)
  const isMarked = text.startsWith('=?base64?') && text.endsWith('?=')
  return isPlain && !isMarked ? text : `=?base64?${Buffer.from(text).toString('base64')}?=`
}
