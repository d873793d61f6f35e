import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import type { BridgeAnswer, BridgeClient } from '../bridge-client.ts'
import { envelope, modernHeaders, openMcp, rpc } from '../mcp-wire.ts'
import { modernStdioClient, type StdioClient } from '../stdio-clients.ts'
import type { TestHub } from '../test-hub.ts'

/** What a caller hears of its call. */
export type Heard =
  | { readonly kind: 'data' }
  | { readonly kind: 'pending'; readonly id: string }
  | { readonly kind: 'error'; readonly code: string }

/** `all` and `search` are how an app sees its tools; `revoked` has a token that was taken back. */
export type Caller = 'all' | 'search' | 'oauth' | 'revoked' | 'desktop'

/** What an entry point is given. */
export interface Wanted {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly connectionId: string | undefined
}

/** The modules through which a call can reach the one path. A new one needs an entry below. */
export const WAYS_IN = ['tool-service', 'manage-integrations', 'try-handlers', 'default-handlers'] as const

/** One way from outside to a tool. */
export interface Entry {
  readonly name: string
  readonly caller: Caller
  readonly by: (typeof WAYS_IN)[number]
  /** The only tool that it can reach, by the end of its name. */
  readonly only?: string
  call(wanted: Wanted): Promise<Heard>
}

type Fields = Readonly<Record<string, unknown>>

export function heardOf(body: Fields | undefined): Heard {
  const error = body?.['error'] as { readonly code?: string } | undefined
  if (body === undefined || error !== undefined)
    return { kind: 'error', code: error?.code ?? 'nothing heard' }
  if (body['status'] === 'approval_pending') return { kind: 'pending', id: String(body['approval_id']) }
  return { kind: 'data' }
}

const post = async ({ fetch, token }: BridgeClient, path: string, body: object): Promise<Heard> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer: BridgeAnswer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return heardOf(answer.body)
}

type Era = '2025' | '2026'

/** @param meta with a progress token the request goes through the protocol's library, without it by the short cut */
async function mcp(
  app: BridgeClient,
  era: Era,
  name: string,
  args: object,
  meta: object = {},
): Promise<Heard> {
  const params = { name, arguments: args, _meta: era === '2026' ? { ...envelope, ...meta } : meta }
  const headers = era === '2026' ? modernHeaders('tools/call', name) : {}
  const response = await openMcp(app, { headers, body: rpc('tools/call', params) })
  let text = ''
  for await (const part of response.setEncoding('utf8')) text += String(part)
  const json = [...text.matchAll(/^data: (.+)$/gm)].at(-1)?.[1] ?? text
  const body = JSON.parse(json) as Fields & { readonly result?: { readonly structuredContent?: Fields } }
  return heardOf(body.result?.structuredContent ?? body)
}

function overSocket(socketPath: string, token: string, path: string, body: object): Promise<Heard> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const request = httpRequest({ socketPath, path, method: 'POST', headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve(heardOf(JSON.parse(text) as Fields)))
    })
    request.on('error', reject)
    request.end(JSON.stringify(body))
  })
}

const execution = ({ tool, args }: Wanted) => ({ action: 'execute_action', tool_name: tool, params: args })
const throughLibrary = { progressToken: 1 }

function appEntries(caller: Caller, app: BridgeClient, socket: string): readonly Entry[] {
  const entry = (by: Entry['by'], name: string, call: Entry['call']): Entry => ({ name, by, caller, call })
  const rest = (tool: string, args: object) => post(app, `/v1/tools/${tool}`, { arguments: args })
  return [
    entry('tool-service', 'REST tools', ({ tool, args }) => rest(tool, args)),
    entry('tool-service', 'REST tools, upper case', ({ tool, args }) => rest(tool.toUpperCase(), args)),
    entry('tool-service', 'REST tools, alias', ({ tool, args }) => rest(`${tool}_Old`, args)),
    entry('tool-service', 'REST actions', ({ tool, args }) => post(app, `/v1/actions/${tool}`, args)),
    entry('tool-service', 'MCP 2025', ({ tool, args }) => mcp(app, '2025', tool, args)),
    entry('tool-service', 'MCP 2026', ({ tool, args }) => mcp(app, '2026', tool, args)),
    entry('tool-service', 'MCP 2025, library', ({ tool, args }) =>
      mcp(app, '2025', tool, args, throughLibrary),
    ),
    entry('tool-service', 'MCP 2026, library', ({ tool, args }) =>
      mcp(app, '2026', tool, args, throughLibrary),
    ),
    entry('tool-service', 'MCP alias', ({ tool, args }) => mcp(app, '2025', `${tool}_OLD`, args)),
    entry('manage-integrations', 'execute_action, REST', (wanted) =>
      post(app, '/v1/manage_integrations', execution(wanted)),
    ),
    entry('manage-integrations', 'execute_action, MCP', (wanted) =>
      mcp(app, '2026', 'manage_integrations', execution(wanted)),
    ),
    entry('manage-integrations', 'execute_action as a tool, REST', (wanted) =>
      rest('Manage_Integrations', execution(wanted)),
    ),
    entry('tool-service', 'Unix socket', ({ tool, args }) =>
      overSocket(socket, app.token, `/v1/tools/${tool}`, { arguments: args }),
    ),
  ]
}

function searchEntries(app: BridgeClient): readonly Entry[] {
  const entry = (by: Entry['by'], name: string, call: Entry['call']): Entry => ({
    name,
    by,
    caller: 'search',
    call,
  })
  const inner = ({ tool, args }: Wanted) => ({ name: tool, arguments: args })
  return [
    entry('tool-service', 'call_tool, MCP 2025', (wanted) => mcp(app, '2025', 'call_tool', inner(wanted))),
    entry('tool-service', 'call_tool, MCP 2026, library', (wanted) =>
      mcp(app, '2026', 'call_tool', inner(wanted), throughLibrary),
    ),
    entry('tool-service', 'call_tool, REST', (wanted) =>
      post(app, '/v1/tools/CALL_TOOL', { arguments: inner(wanted) }),
    ),
    entry('manage-integrations', 'call_tool of execute_action', (wanted) =>
      post(app, '/v1/actions/call_tool', { name: 'manage_integrations', arguments: execution(wanted) }),
    ),
  ]
}

function windowEntries({ hub }: TestHub): readonly Entry[] {
  const asHeard = (reply: Awaited<ReturnType<typeof hub.router>>): Heard => {
    if (!reply.ok) return { kind: 'error', code: reply.error.code }
    const pending = 'kind' in reply.value && reply.value.kind === 'pending'
    return pending ? { kind: 'pending', id: '' } : { kind: 'data' }
  }
  return [
    {
      name: 'Try it',
      caller: 'desktop',
      by: 'try-handlers',
      call: async ({ tool, args: { account: _account, ...args }, connectionId }) =>
        asHeard(await hub.router('tools.try', { tool, arguments: args, connectionId })),
    },
    {
      name: 'choices of a default',
      caller: 'desktop',
      by: 'default-handlers',
      only: 'list_places',
      call: async ({ connectionId }) =>
        asHeard(await hub.router('connections.listChoices', { connectionId, argument: 'place' })),
    },
  ]
}

/** The tokens with which the entries are tried. */
export type Clients = Readonly<Record<Exclude<Caller, 'desktop'>, BridgeClient>>

/** Every way from outside to a tool. */
export async function everyEntry(test: TestHub, clients: Clients): Promise<readonly Entry[]> {
  const { dataFolder } = test.platform
  const socket = join(dataFolder, 'bridge.sock')
  const stdio: StdioClient = await modernStdioClient(dataFolder, clients.all.token)
  const program: Entry = {
    name: 'stdio program',
    caller: 'all',
    by: 'tool-service',
    async call({ tool, args }) {
      const { structuredContent } = await stdio.call(tool, { ...args })
      return heardOf(structuredContent as Fields | undefined)
    },
  }
  return [
    ...(['all', 'search', 'oauth', 'revoked'] as const).flatMap((caller) =>
      appEntries(caller, clients[caller], socket),
    ),
    ...searchEntries(clients.search),
    program,
    ...windowEntries(test),
  ]
}
