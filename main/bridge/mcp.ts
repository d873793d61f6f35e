import {
  createMcpHandler,
  Server,
  type Implementation,
  type McpHttpHandler,
} from '@modelcontextprotocol/server'
import type { Apps } from '../apps/apps.ts'
import type { RunOptions } from '../tools/run-tool.ts'
import type { McpTools } from './mcp-tools.ts'

const INSTRUCTIONS =
  'Tools of the accounts this person has connected in Gatehouse. Tools that change something wait for the person’s approval: ' +
  'an answer with status "approval_pending" means they have not answered yet; fetch the result with gatehouse_get_result.'

/**
 * MCP over Streamable HTTP, both eras: revision 2026-07-28 (stateless) and the 2025 ones.
 * The app is already known when a request comes here: its id travels as `authInfo.clientId`.
 */
export function createMcp(tools: McpTools, apps: Apps, identity: Implementation): McpHttpHandler {
  return createMcpHandler(({ authInfo }) => {
    const app = apps.get(authInfo?.clientId ?? '')
    const server = new Server(identity, {
      capabilities: { tools: { listChanged: true } },
      instructions: INSTRUCTIONS,
    })
    server.setRequestHandler('tools/list', () => ({ tools: tools.list(app) }))
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
      return await tools.call(app, params.name, params.arguments, options)
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
