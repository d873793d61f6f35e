import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { AppTokens } from '../apps/app-tokens.ts'
import { refuseStrangers } from '../bridge/guard.ts'
import { sendJson } from '../bridge/http-error.ts'
import { requireMethod } from '../bridge/rest.ts'
import type { PairApp } from '../pairing/pair-app.ts'
import { createPairRoutes, PAIR_PATH } from '../pairing/pair-routes.ts'
import type { Pairings } from '../pairing/pairings.ts'
import { createTokenBucket } from '../pairing/token-bucket.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { createAuthorizationCodes } from './authorization-codes.ts'
import { AUTHORIZE_PATH, createAuthorizeRoute } from './authorize-route.ts'
import { createBridgeClients } from './bridge-clients.ts'
import type { BridgeClient } from './client-metadata.ts'
import { resourceMetadata, RESOURCE_METADATA_PATH, serverMetadata, SERVER_METADATA_PATH } from './metadata.ts'
import { isDocumentId, readMetadataDocument } from './metadata-document.ts'
import { sendProblem } from './oauth-problem.ts'
import { refuseAllButNavigations } from './navigation-guard.ts'
import { register } from './register-route.ts'
import { serveRevoke, serveToken } from './token-route.ts'

/** Registrations, and documents that are fetched, of all programs together. */
const BURST = 20
const REFILL_MS = 6_000

interface PublicRoutesDependencies {
  readonly platform: Platform
  readonly database: Database
  readonly pairings: Pairings
  readonly pairApp: PairApp
  readonly tokens: AppTokens
  /** Where the bridge is, for whoever came by a socket. */
  readonly bridgeUrl: () => string
}

/** The routes that need no token, because they are the way to one. */
export interface PublicRoutes {
  takes(request: IncomingMessage): boolean
  /** @param hosts what the request's Host may be. @throws HubError */
  serve(request: IncomingMessage, response: ServerResponse, hosts: readonly string[]): Promise<void>
}

type OAuthRoute = (origin: string, request: IncomingMessage, response: ServerResponse) => Promise<void>

export function createPublicRoutes(dependencies: PublicRoutesDependencies): PublicRoutes {
  const servePairing = createPairRoutes(dependencies)
  const { serveAuthorize, endpoints } = createOAuthRoutes(dependencies)
  return {
    takes: ({ url = '' }) => /^\/(?:v1\/pair(?:[/?]|$)|oauth\/|\.well-known\/oauth-)/.test(url),
    async serve(request, response, hosts) {
      const url = new URL(`http://bridge${request.url ?? '/'}`)
      const { pathname } = url
      const isForBrowsers = pathname === AUTHORIZE_PATH || pathname.startsWith(`${AUTHORIZE_PATH}/`)
      if (isForBrowsers) refuseAllButNavigations(request, hosts)
      else refuseStrangers(request, hosts)
      const origin = originOf(request, dependencies.bridgeUrl)
      if (isForBrowsers) return await serveAuthorize(url, origin, request, response)
      if (pathname.startsWith(PAIR_PATH)) return await servePairing(pathname, origin, request, response)
      const serve = endpoints.get(pathname)
      if (serve === undefined) return serveMetadata(pathname, origin, request, response)
      await serve(origin, request, response).catch((error: unknown) => sendProblem(response, error))
    },
  }
}

function createOAuthRoutes({ platform, database, pairings, pairApp, tokens }: PublicRoutesDependencies) {
  const clients = createBridgeClients(database, platform.clock)
  const codes = createAuthorizationCodes(platform.clock, tokens.endFamily)
  const registrations = createTokenBucket(platform.clock, BURST, REFILL_MS)
  const fetches = createTokenBucket(platform.clock, BURST, REFILL_MS)
  const clientOf = async (clientId: string): Promise<BridgeClient | undefined> => {
    if (!isDocumentId(clientId)) return clients.find(clientId)
    const retryAfterSeconds = fetches.take()
    if (retryAfterSeconds === 0) return await readMetadataDocument(platform, clientId)
    throw new HubError('RATE_LIMITED', sentences.authorization.tooMany, { retryAfterSeconds })
  }
  const parts = { tokens, codes, clients, pairApp }
  const endpoints = new Map<string, OAuthRoute>([
    ['/oauth/register', (_, request, response) => register(clients, registrations, request, response)],
    ['/oauth/token', (origin, request, response) => serveToken(parts, { origin, request, response })],
    ['/oauth/revoke', (origin, request, response) => serveRevoke(parts, { origin, request, response })],
  ])
  return {
    serveAuthorize: createAuthorizeRoute({ pairings, codes, language: platform.language.spoken, clientOf }),
    endpoints,
  }
}

/** @throws HubError RESOURCE_NOT_FOUND for a path that does not exist */
function serveMetadata(
  pathname: string,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const suffix = pathname.slice(RESOURCE_METADATA_PATH.length)
  const isResource = pathname.startsWith(RESOURCE_METADATA_PATH) && ['', '/mcp'].includes(suffix)
  if (!isResource && pathname !== SERVER_METADATA_PATH) {
    throw new HubError('RESOURCE_NOT_FOUND', sentences.request.noRoute)
  }
  requireMethod(request, 'GET')
  sendJson(response, 200, isResource ? resourceMetadata(origin, suffix) : serverMetadata(origin))
}

/** The bridge as the client knows it: its Host has been checked, and a socket has none with a port. */
function originOf({ headers }: IncomingMessage, bridgeUrl: () => string): string {
  const host = headers.host?.toLowerCase() ?? ''
  return /:\d+$/.test(host) ? `http://${host}` : bridgeUrl()
}
