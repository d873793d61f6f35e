import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { BridgePlace } from '../../preload/contract/preferences.ts'
import type { Apps } from '../apps/apps.ts'
import type { FaultLog } from '../faults/fault-log.ts'
import type { PublicRoutes } from '../authorization/public-routes.ts'
import type { AppLimits } from './app-limits.ts'
import { createBodyBudget } from './body-budget.ts'
import type { DiscoveryFile } from './discovery-file.ts'
import { appOfToken, refuseStrangers } from './guard.ts'
import { knownError, sendError, sendJson } from './http-error.ts'
import { createCancellations } from './cancellations.ts'
import { createChangeStreams } from './change-streams.ts'
import { createToolNotices } from './tool-notices.ts'
import { openDoors, type Doors } from './doors.ts'
import { createOpenExchanges } from './open-exchanges.ts'
import { refuseMisshapen } from './request-shape.ts'
import { createSocketCap } from './socket-cap.ts'
import { createMcp } from './mcp.ts'
import { serveMcp } from './mcp-http.ts'
import { createMcpTools } from './mcp-tools.ts'
import { createAnswerPlain } from './plain-answer.ts'
import { requireMethod, serveRest } from './rest.ts'
import type { ToolService } from './tool-service.ts'

interface BridgeDependencies {
  readonly apps: Apps
  readonly service: ToolService
  readonly limits: AppLimits
  readonly faults: FaultLog
  /** The way to a token. */
  readonly publicRoutes: PublicRoutes
  readonly discovery: DiscoveryFile
  /** Where the Unix socket, or the Windows pipe, goes. */
  readonly socketPath: string
  readonly version: string
  readonly onChange: () => void
}

/** Where it is to be found, or why it is not. */
interface BridgeState {
  readonly url: string | null
  readonly problem: Sentence | null
}

/** The server on loopback that local AI apps talk to. */
export interface Bridge {
  /** Never rejects: a bridge that cannot start says why in `status`. */
  start(): Promise<void>
  stop(): Promise<void>
  status(): BridgeState
  /** Where programs find it. */
  place(): Pick<BridgePlace, 'url' | 'socket'>
  /** Tells the connected apps whose tools are others now. */
  toolsChanged(): void
  /** Ends at once whatever an app has open, because its access was taken back. */
  revoked(appId: string): void
}

export function createBridge(dependencies: BridgeDependencies): Bridge {
  const { apps, service, limits, faults, publicRoutes, discovery, socketPath, version, onChange } =
    dependencies
  const tools = createMcpTools(service)
  const identity = { name: 'gatehouse', title: 'Gatehouse', version }
  const notices = createToolNotices((appId) => tools.list(apps.get(appId)), apps.has)
  const mcp = createMcp({ tools, apps, identity, notices })
  const exchanges = createOpenExchanges()
  const bodies = createBodyBudget()
  const changes = createChangeStreams(notices)
  const sockets = createSocketCap()
  const mcpParts = {
    exchanges,
    bodies,
    mcp,
    answerPlain: createAnswerPlain({ tools, identity }),
    cancellations: createCancellations(),
    changes,
  }
  let status: BridgeState = { url: null, problem: null }
  let doors: Doors | undefined

  const route = async (
    request: IncomingMessage,
    response: ServerResponse,
    hosts: readonly string[],
  ): Promise<void> => {
    refuseMisshapen(request)
    if (publicRoutes.takes(request)) return await publicRoutes.serve(request, response, hosts)
    refuseStrangers(request, hosts)
    const origin = `http://${hosts[0]}`
    const target = request.url ?? '/'
    if (!URL.canParse(target, origin)) throw new HubError('RESOURCE_NOT_FOUND', sentences.request.noRoute)
    const url = new URL(target, origin)
    if (url.pathname === '/v1/health') {
      requireMethod(request, 'GET')
      return sendJson(response, 200, { status: 'ok', name: 'gatehouse', version })
    }
    const app = appOfToken(request, apps)
    sockets.proven(request.socket)
    exchanges.begin(app, response)
    limits.request(app)
    if (url.pathname === '/mcp') return await serveMcp(mcpParts, app, url, request, response)
    return await serveRest({ service, bodies, app, url, version, request, response })
  }

  return {
    async start() {
      try {
        doors = await openDoors(socketPath, sockets, (hosts) => (request, response) => {
          route(request, response, hosts).catch((error: unknown) => {
            if (knownError(error) !== error) faults.note('bridge', error)
            sendError(response, error)
          })
        })
        status = { url: doors.url, problem: null }
        discovery.write(doors)
      } catch (error) {
        const reason = error instanceof Error ? error.message : sentences.bridge.unknownReason
        status = { url: null, problem: sentences.bridge.notStarted(reason) }
      }
      onChange()
    },
    async stop() {
      discovery.remove()
      await mcp.close()
      const closing = doors
      doors = undefined
      await closing?.close()
    },
    status: () => status,
    place: () => ({ url: status.url, socket: doors?.socket ?? null }),
    toolsChanged: notices.toolsChanged,
    revoked(appId) {
      exchanges.endAll(appId)
      mcp.end(appId)
    },
  }
}
