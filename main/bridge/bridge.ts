import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import type { BridgeStatus } from '../../preload/contract/shapes.ts'
import type { Apps } from '../apps/apps.ts'
import type { DiscoveryFile } from './discovery-file.ts'
import { appOfToken, refuseStrangers } from './guard.ts'
import { sendError, sendJson } from './http-error.ts'
import { createCancellations } from './cancellations.ts'
import { listenOnLoopback } from './listen.ts'
import { createMcp } from './mcp.ts'
import { serveMcp } from './mcp-http.ts'
import { createMcpTools } from './mcp-tools.ts'
import { createAnswerPlain } from './plain-answer.ts'
import { requireMethod, serveRest } from './rest.ts'
import type { ToolService } from './tool-service.ts'

const FIRST_PORT = 7717
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000

interface BridgeDependencies {
  readonly apps: Apps
  readonly service: ToolService
  readonly discovery: DiscoveryFile
  readonly version: string
  readonly onChange: () => void
}

/** The server on loopback that local AI apps talk to. */
export interface Bridge {
  /** Never rejects: a bridge that cannot start says why in `status`. */
  start(): Promise<void>
  stop(): Promise<void>
  status(): BridgeStatus
  /** Tells connected apps that their tools are others now. */
  toolsChanged(): void
}

export function createBridge({ apps, service, discovery, version, onChange }: BridgeDependencies): Bridge {
  const tools = createMcpTools(service)
  const identity = { name: 'gatehouse', title: 'Gatehouse', version }
  const mcp = createMcp(tools, apps, identity)
  const mcpParts = {
    mcp,
    answerPlain: createAnswerPlain({ tools, identity }),
    cancellations: createCancellations(),
  }
  let status: BridgeStatus = { url: null, problem: null }
  let server: Server | undefined

  const route = async (request: IncomingMessage, response: ServerResponse, port: number): Promise<void> => {
    refuseStrangers(request, port)
    const origin = `http://127.0.0.1:${port}`
    const target = request.url ?? '/'
    if (!URL.canParse(target, origin)) throw new HubError('RESOURCE_NOT_FOUND', 'There is no such route.')
    const url = new URL(target, origin)
    if (url.pathname === '/v1/health') {
      requireMethod(request, 'GET')
      return sendJson(response, 200, { status: 'ok', name: 'gatehouse', version })
    }
    const app = appOfToken(request, apps)
    if (url.pathname === '/mcp') return await serveMcp(mcpParts, app, url, request, response)
    if (url.pathname.startsWith('/v1/')) return await serveRest(service, app, url, request, response)
    throw new HubError('RESOURCE_NOT_FOUND', 'There is no such route.')
  }

  return {
    async start() {
      try {
        const listening = await listenOnLoopback(FIRST_PORT, (port) => {
          const made = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
            route(request, response, port()).catch((error: unknown) => sendError(response, error))
          })
          made.headersTimeout = HEADERS_TIMEOUT_MS
          made.requestTimeout = REQUEST_TIMEOUT_MS
          return made
        })
        server = listening.server
        status = { url: `http://127.0.0.1:${listening.port}`, problem: null }
        discovery.write(status.url ?? '')
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'unknown'
        status = {
          url: null,
          problem: `The bridge could not start (${reason}). Quit the program that uses its port, then restart Gatehouse.`,
        }
      }
      onChange()
    },
    async stop() {
      discovery.remove()
      await mcp.close()
      const closing = server
      if (closing === undefined) return
      server = undefined
      await new Promise<void>((closed) => {
        closing.close(() => closed())
        closing.closeAllConnections()
      })
    },
    status: () => status,
    toolsChanged: () => mcp.notify.toolsChanged(),
  }
}
