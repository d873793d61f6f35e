import { hostileJson, withHostileField } from './hostile-values.ts'
import type { Random } from './random.ts'

export interface HostileBody {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

const ENVELOPE = JSON.stringify({
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'malformed', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
})

/** The parameters of each method as they should be, field by field. */
const METHODS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  initialize: {
    protocolVersion: '"2025-11-25"',
    capabilities: '{}',
    clientInfo: '{"name":"malformed","version":"1"}',
  },
  'tools/list': { cursor: '"x"', _meta: ENVELOPE },
  'tools/call': { name: '"notes_list_notes"', arguments: '{"cursor":"a"}', _meta: ENVELOPE },
  'server/discover': { _meta: ENVELOPE },
  'subscriptions/listen': { notifications: '{"toolsListChanged":true}', _meta: ENVELOPE },
  'notifications/cancelled': { requestId: '1', reason: '"x"' },
  ping: { _meta: ENVELOPE },
}

const TOOLS: readonly [string, ...string[]] = [
  'notes_list_notes',
  'notes_create_note',
  'notes_get_note',
  'mischief_get_throw',
  'mischief_get_refused',
  'mischief_get_text',
  'gatehouse_get_result',
  'manage_integrations',
  'no_such_tool',
  '__proto__',
  '..%2f..%2f',
  '%00',
]

const ACTIONS: readonly [string, ...string[]] = [
  'configure',
  'disable',
  'list_available',
  'list_connected',
  'list_tools',
  'execute_action',
  'constructor',
]

/** A body that is JSON, in most cases, and wrong in one place or more. */
export function hostileBody(random: Random): HostileBody {
  const make = random.pick([rpc, rpc, rpc, rest, rest, manage, anything])
  const body = make(random)
  return { ...body, text: damaged(random, body.text) }
}

function rpc(random: Random): HostileBody {
  const [first = '', ...others] = Object.keys(METHODS)
  const method = random.pick([first, ...others])
  const fields = METHODS[method] ?? {}
  const params = random.chance(80) ? withHostileField(random, fields) : plain(fields)
  const message = { jsonrpc: '"2.0"', id: '1', method: JSON.stringify(method), params }
  const text = random.chance(40) ? withHostileField(random, message) : plain(message)
  return {
    path: '/mcp',
    headers: random.chance(60) ? modernHeaders(random, method) : legacyHeaders(random),
    text: random.chance(5) ? `[${text},${text}]` : text,
  }
}

function modernHeaders(random: Random, method: string): Record<string, string> {
  return {
    'mcp-protocol-version': random.chance(90) ? '2026-07-28' : '9999-99-99',
    'mcp-method': random.chance(90) ? method : 'tools/none',
    ...(random.chance(70) && { 'mcp-name': random.pick(['notes_list_notes', 'x', '%00']) }),
  }
}

function legacyHeaders(random: Random): Record<string, string> {
  return random.chance(50)
    ? { 'mcp-protocol-version': '2025-11-25', 'mcp-session-id': random.pick(['a', '%', 'x'.repeat(500)]) }
    : {}
}

function rest(random: Random): HostileBody {
  const tool = random.pick(TOOLS)
  const fields = {
    arguments: random.chance(50) ? '{}' : hostileJson(random),
    ...(random.chance(30) && { account: '"x"' }),
  }
  const path = random.pick([`/v1/tools/${tool}`, `/v1/actions/${tool}`, `/v1/results/${tool}?offset=-1e9`])
  return { path, headers: {}, text: random.chance(70) ? withHostileField(random, fields) : plain(fields) }
}

function manage(random: Random): HostileBody {
  const fields = {
    action: JSON.stringify(random.pick(ACTIONS)),
    toolkit: '"notes"',
    app_id: hostileJson(random),
    tool: '"notes_list_notes"',
    arguments: hostileJson(random),
  }
  return { path: '/v1/manage_integrations', headers: {}, text: withHostileField(random, fields) }
}

function anything(random: Random): HostileBody {
  return {
    path: random.pick([
      '/mcp',
      '/v1/tools/notes_list_notes',
      '/v1/manage_integrations',
      '/v1/pair',
      '/oauth/register',
      '/oauth/token',
    ]),
    headers: {},
    text: hostileJson(random),
  }
}

function plain(fields: Readonly<Record<string, string>>): string {
  return `{${Object.entries(fields)
    .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
    .join(',')}}`
}

/** In one of eight cases a part is missing, doubled, or a byte is another. */
function damaged(random: Random, text: string): string {
  const at = random.upTo(text.length + 1)
  const kind = random.upTo(24)
  if (kind === 0) return text.slice(0, at)
  if (kind === 1) return text.slice(0, at) + text
  if (kind === 2)
    return `${text.slice(0, at)}${random.pick(['\0', '\ufeff', '}', '"', '\\u12', '\x7f'])}${text.slice(at)}`
  return text
}
