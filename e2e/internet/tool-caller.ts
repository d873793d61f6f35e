import type { Integration } from '../../registry/define.ts'
import { createProviderClient } from '../../registry/provider-client.ts'
import { atSite, type Site } from '../../registry/site.ts'
import type { ToolContext } from '../../registry/tool-context.ts'
import type { createOutsideClient } from './outside-client.ts'

export type ToolResult = Record<string, unknown> & { readonly id: string }
export type CallTool = (tool: string, args?: Record<string, unknown>) => Promise<ToolResult>

type Account = {
  /** The header's whole value. */
  readonly authorization: string
  /** The way in and the place, where there are several. */
  readonly way?: Integration['auth'][number]['type']
  readonly site?: Site
}

/**
 * Calls a tool's handler as the hub does, against the simulated service and its strict look at requests.
 *
 * @param used collects the names of the tools that were called
 */
export const createToolCaller = (
  client: ReturnType<typeof createOutsideClient>,
  written: Integration,
  { authorization, way = 'api_key', site = {} }: Account,
  used: Set<string> = new Set(),
): CallTool => {
  const integration = atSite(written, way, site)
  const fetchOAuth: ToolContext['fetchOAuth'] = async (_id, url, init = {}) => {
    const response = await client.request(url, {
      method: init.method ?? 'GET',
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization },
      ...(typeof init.body === 'string' && { body: init.body }),
    })
    const { status, headers } = response
    return new Response(status === 204 ? null : await response.text(), { status, headers: [...headers] })
  }
  return async (name, args = {}) => {
    const tool = integration.tools.find((candidate) => candidate.name === name)
    used.add(name)
    const signal = AbortSignal.timeout(5_000)
    const ids = { site, workspaceId: 'w', userId: 'u', projectId: 'p' }
    const context = { ...createProviderClient(integration, fetchOAuth, signal), ...ids, fetchOAuth, signal }
    const parsed = tool?.parameters.parse(args) ?? {}
    return (await tool?.handler(parsed, { ...context, audit: () => undefined })) as ToolResult
  }
}

/** The tools that were never called. */
export const unusedTools = ({ tools }: Integration, used: ReadonlySet<string>): readonly string[] =>
  tools.map(({ name }) => name).filter((name) => !used.has(name))
