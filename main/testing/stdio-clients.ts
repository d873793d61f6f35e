import { join } from 'node:path'
import { Client as ModernClient } from '@modelcontextprotocol/client'
import { StdioClientTransport as ModernTransport } from '@modelcontextprotocol/client/stdio'
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js'
import { onTestFinished } from 'vitest'
import type { McpClient } from './mcp-clients.ts'

const identity = { name: 'test', version: '1' }
const program = join(import.meta.dirname, '../cli/gatehouse-mcp.ts')

/** An MCP client that has started the stdio program. */
export interface StdioClient extends McpClient {
  /** The program's process. */
  readonly pid: number
  /** How often the client was told that its tools are others now. */
  toolChanges(): number
  close(): Promise<void>
}

/** How to start the program, from its source. */
export function stdioProgram(folder: string, token: string | undefined) {
  const env = { GATEHOUSE_DATA: folder, ...(token !== undefined && { GATEHOUSE_TOKEN: token }) }
  return { command: process.execPath, args: [program], env, stderr: 'ignore' as const }
}

/** A client of the 2026 revision, by its own library. */
export async function modernStdioClient(folder: string, token: string): Promise<StdioClient> {
  let changes = 0
  const listChanged = { tools: { autoRefresh: false, debounceMs: 0, onChanged: () => void (changes += 1) } }
  const client = new ModernClient(identity, { versionNegotiation: { mode: 'auto' }, listChanged })
  const transport = new ModernTransport(stdioProgram(folder, token))
  await client.connect(transport)
  onTestFinished(() => client.close())
  return {
    pid: transport.pid ?? 0,
    toolChanges: () => changes,
    close: () => client.close(),
    tools: async () => (await client.listTools()).tools,
    call: async (name, args = {}, options = {}) => await client.callTool({ name, arguments: args }, options),
  }
}

/** A client of the 2025 revisions, as most programs have it today. */
export async function legacyStdioClient(folder: string, token: string): Promise<StdioClient> {
  let changes = 0
  const client = new LegacyClient(identity)
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => void (changes += 1))
  const transport = new LegacyTransport(stdioProgram(folder, token))
  await client.connect(transport)
  onTestFinished(() => client.close())
  return {
    pid: transport.pid ?? 0,
    toolChanges: () => changes,
    close: () => client.close(),
    tools: async () => (await client.listTools()).tools,
    call: async (name, args = {}, options = {}) =>
      (await client.callTool({ name, arguments: args }, undefined, options as object)) as Awaited<
        ReturnType<McpClient['call']>
      >,
  }
}
