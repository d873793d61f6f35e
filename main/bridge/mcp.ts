import {
  createMcpHandler,
  Server,
  type CallToolResult,
  type McpHttpHandler,
  type Tool,
} from '@modelcontextprotocol/server'
import type { PairedApp } from '../apps/apps.ts'
import type { Apps } from '../apps/apps.ts'
import type { ListedTool } from '../tools/listing.ts'
import type { RunOptions } from '../tools/run-tool.ts'
import { knownError } from './http-error.ts'
import type { ToolService } from './tool-service.ts'

const INSTRUCTIONS =
  'Tools of the accounts this person has connected in Gatehouse. Tools that change something wait for the person’s approval: ' +
  'an answer with status "approval_pending" means they have not answered yet; fetch the result with gatehouse_get_result.'

/**
 * MCP over Streamable HTTP, both eras: revision 2026-07-28 (stateless) and the 2025 ones.
 * The app is already known when a request comes here: its id travels as `authInfo.clientId`.
 */
export function createMcp(service: ToolService, apps: Apps, version: string): McpHttpHandler {
  const listings = new WeakMap<readonly ListedTool[], Tool[]>()
  const toolsOf = (app: PairedApp): Tool[] => {
    const listed = service.list(app)
    const tools = listings.get(listed) ?? listed.map(mcpTool)
    listings.set(listed, tools)
    return tools
  }
  return createMcpHandler(({ authInfo }) => {
    const app = apps.get(authInfo?.clientId ?? '')
    const server = new Server(
      { name: 'gatehouse', title: 'Gatehouse', version },
      { capabilities: { tools: { listChanged: true } }, instructions: INSTRUCTIONS },
    )
    server.setRequestHandler('tools/list', () => ({ tools: toolsOf(app) }))
    server.setRequestHandler('tools/call', async ({ params }, context) => {
      const token = context.mcpReq._meta?.progressToken
      const options: RunOptions = {
        signal: context.mcpReq.signal,
        ...(token !== undefined && {
          onProgress: (waitedMs: number) =>
            void context.mcpReq
              .notify({ method: 'notifications/progress', params: waitingProgress(token, waitedMs) })
              // The client has gone; the call's own signal says so as well.
              .catch(() => undefined),
        }),
      }
      return await callResult(() =>
        service.call(app, { tool: params.name, arguments: params.arguments }, options),
      )
    })
    return server
  })
}

function waitingProgress(progressToken: string | number, waitedMs: number) {
  return {
    progressToken,
    progress: Math.round(waitedMs / 1_000) + 1,
    message: 'Waiting for the person’s approval',
  }
}

async function callResult(call: () => ReturnType<ToolService['call']>): Promise<CallToolResult> {
  try {
    const answer = await call()
    return content(answer.kind === 'pending' ? answer.ticket : answer.data, false)
  } catch (error) {
    return content({ error: knownError(error).toBody() }, true)
  }
}

function content(data: unknown, isError: boolean): CallToolResult {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data)
  return {
    content: [{ type: 'text', text: JSON.stringify(data) ?? 'null' }],
    structuredContent: isObject ? (data as Record<string, unknown>) : { result: data ?? null },
    ...(isError && { isError }),
  }
}

function mcpTool({ name, description, effect, inputSchema }: ListedTool): Tool {
  return {
    name,
    description,
    inputSchema: inputSchema as Tool['inputSchema'],
    annotations: {
      readOnlyHint: effect === 'read',
      destructiveHint: effect === 'destructive',
      openWorldHint: true,
    },
  }
}
