import {
  Client as ModernClient,
  StreamableHTTPClientTransport as ModernTransport,
} from '@modelcontextprotocol/client'
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { Agent, fetch } from 'undici'
import { onTestFinished } from 'vitest'
import type { BridgeClient } from './bridge-client.ts'

interface McpCallOptions {
  readonly signal?: AbortSignal
  readonly onprogress?: (progress: {
    readonly progress: number
    readonly message?: string | undefined
  }) => void
}

interface McpResult {
  readonly isError?: boolean | undefined
  readonly structuredContent?: unknown
  readonly content?: unknown
}

/** What both generations of MCP clients can do. */
export interface McpClient {
  tools(): Promise<readonly { readonly name: string; readonly annotations?: object | undefined }[]>
  call(name: string, args?: Record<string, unknown>, options?: McpCallOptions): Promise<McpResult>
}

const identity = { name: 'test', version: '1' }

/** Told the names of the new list, as the client has read it, each time the bridge says that it has changed. */
export type OnToolsChanged = (names: readonly string[]) => void

/** A client of the 2026 revision, by its own library, which can speak as those of 2025 do, too. */
export async function modernClient(
  { url, token }: BridgeClient,
  onToolsChanged?: OnToolsChanged,
  mode: 'auto' | 'legacy' = 'auto',
): Promise<McpClient> {
  const client = new ModernClient(identity, {
    versionNegotiation: { mode },
    ...(onToolsChanged && { listChanged: { tools: readAgain(onToolsChanged) } }),
  })
  await client.connect(new ModernTransport(new URL(`${url}/mcp`), withToken(token)))
  onTestFinished(() => client.close())
  return {
    tools: async () => (await client.listTools()).tools,
    call: async (name, args = {}, options = {}) => await client.callTool({ name, arguments: args }, options),
  }
}

/** A client of the 2025 revisions, as most programs have it today. */
export async function legacyClient(
  { url, token }: BridgeClient,
  onToolsChanged?: OnToolsChanged,
): Promise<McpClient> {
  const client = new LegacyClient(identity, {
    ...(onToolsChanged && { listChanged: { tools: readAgain(onToolsChanged) } }),
  })
  await client.connect(
    new LegacyTransport(new URL(`${url}/mcp`), withToken(token)) as Parameters<typeof client.connect>[0],
  )
  onTestFinished(() => client.close())
  return {
    tools: async () => (await client.listTools()).tools,
    call: async (name, args = {}, options = {}) =>
      (await client.callTool({ name, arguments: args }, undefined, options as object)) as McpResult,
  }
}

/** The libraries' own way: they read the list again when they are told, and hand it on. */
function readAgain(onToolsChanged: OnToolsChanged) {
  return {
    debounceMs: 0,
    onChanged: (_error: unknown, tools: readonly { readonly name: string }[] | null): void =>
      onToolsChanged((tools ?? []).map(({ name }) => name)),
  }
}

function withToken(token: string) {
  // Connections of its own: one to an earlier hub on the same port is dead.
  const dispatcher = new Agent()
  const ownFetch = (url: string | URL, init?: object): Promise<Response> =>
    fetch(url, { ...init, dispatcher }) as unknown as Promise<Response>
  return { requestInit: { headers: { authorization: `Bearer ${token}` } }, fetch: ownFetch }
}
