import {
  createMcpHandler,
  Server,
  type Implementation,
  type McpHttpHandler,
} from '@modelcontextprotocol/server'
import type { Apps } from '../apps/apps.ts'
import type { RunOptions } from '../tools/run-tool.ts'
import type { McpTools } from './mcp-tools.ts'
import type { ToolNotices } from './tool-notices.ts'

const INSTRUCTIONS =
  'Tools of the accounts this person has connected in Gatehouse. Tools that change something wait for the person’s approval: ' +
  'an answer with status "approval_pending" means they have not answered yet; fetch the result with gatehouse_get_result.'

interface McpDependencies {
  readonly tools: McpTools
  readonly apps: Apps
  readonly identity: Implementation
  readonly notices: ToolNotices
}

/** The library's handlers: one an app, because each tells all who listen to it. */
export interface Mcp {
  of(appId: string): Pick<McpHttpHandler, 'fetch'>
  /** The app has lost its access. */
  end(appId: string): void
  close(): Promise<void>
}

/**
 * MCP over Streamable HTTP, both eras: revision 2026-07-28 (stateless) and the 2025 ones.
 * The app is already known when a request comes here.
 */
export function createMcp(dependencies: McpDependencies): Mcp {
  const { notices } = dependencies
  const handlers = new Map<string, McpHttpHandler>()
  return {
    of(appId) {
      const handler = handlers.get(appId) ?? createHandler(dependencies, appId)
      handlers.set(appId, handler)
      return handler
    },
    end(appId) {
      const handler = handlers.get(appId)
      handlers.delete(appId)
      void handler?.close().catch(() => undefined)
      notices.forget(appId)
    },
    async close() {
      const open = [...handlers.values()]
      // The bridge may be started again.
      handlers.clear()
      await Promise.all(open.map((handler) => handler.close()))
    },
  }
}

function createHandler({ tools, apps, identity, notices }: McpDependencies, appId: string): McpHttpHandler {
  const makeServer = (): Server => {
    const app = apps.get(appId)
    const server = new Server(identity, {
      capabilities: { tools: { listChanged: true } },
      instructions: INSTRUCTIONS,
    })
    server.setRequestHandler('tools/list', () => {
      tools.listSent(app)
      return { tools: tools.list(app) }
    })
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
  }
  return createMcpHandler(makeServer, { bus: notices.busOf(appId) })
}

function waitingProgress(progressToken: string | number, waitedMs: number) {
  return {
    progressToken,
    progress: Math.round(waitedMs / 1_000) + 1,
    message: 'Waiting for the person’s approval',
  }
}
