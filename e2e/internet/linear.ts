import {
  bodyParameters,
  jsonAnswer,
  type SimulatedAnswer,
  type SimulatedRequest,
  type Site,
} from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { createGraphqlEndpoint } from './linear/graphql-endpoint.ts'
import { oauthClients, oauthScopes } from './linear/oauth-clients.ts'
import { consentPage, refusalPage, signInPage } from './linear/pages.ts'
import { createWorkspace, type Workspace } from './linear/workspace.ts'
import { startAuthorizationServer, type AuthorizationServer } from './oauth/authorization-server.ts'
import { forward } from './oauth/loopback.ts'

type TokenRequest = {
  readonly grantType: string
  readonly clientId: string
  readonly status: number
  readonly at: number
}

export type SimulatedLinear = {
  /** How long the next access tokens live, in seconds. */
  accessTokenSeconds: number
  /** Whether a refresh gives a new refresh token and ends the old one. */
  refreshTokensRotate: boolean
  /** The `iss` parameter of the next answers (RFC 9207); Linear sends none, so null. */
  answerIssuer: string | null
  /** The data, to look at and to change. */
  readonly workspace: Workspace
  /** Makes the next requests to api.linear.app fail; `path` chooses /graphql, /oauth/token or /oauth/revoke. */
  failNext(failure: Failure): void
  clearFailures(): void
  tokenRequests(): readonly TokenRequest[]
  /** The tokens ended at the revocation endpoint, oldest first. */
  revoked(): readonly string[]
}

const issuer = 'https://linear.app'
const email = 'ada@example.com'
const apiKey = 'lin_api_valid'
const everyScope = new Set(['read', 'write', 'issues:create', 'comments:create'])

/** Starts the simulated Linear: linear.app for people, api.linear.app for programs. */
export const startLinear = async (): Promise<{ readonly site: Site; readonly control: SimulatedLinear }> => {
  const failures = createFailures()
  const tokenRequests: TokenRequest[] = []
  const revoked: string[] = []
  const workspace = createWorkspace(Date.now())
  const control: SimulatedLinear = {
    accessTokenSeconds: 86_400,
    refreshTokensRotate: true,
    answerIssuer: null,
    workspace,
    failNext: failures.add,
    clearFailures: failures.clear,
    tokenRequests: () => tokenRequests,
    revoked: () => revoked,
  }
  const server = await startAuthorizationServer({
    issuer,
    routes: { authorization: '/oauth/authorize', token: '/oauth/token', revocation: '/oauth/revoke' },
    clients: oauthClients,
    scopes: oauthScopes,
    pages: {
      path: '/oauth/sign-in',
      signIn: (action) => signInPage(action, email),
      consent: (action, scopes) => consentPage(action, email, scopes),
      refusal: refusalPage,
    },
    givesRefreshToken: () => true,
    accessTokenSeconds: () => control.accessTokenSeconds,
    refreshTokensRotate: () => control.refreshTokensRotate,
  })
  const executeDocument = createGraphqlEndpoint(workspace)

  const answerToken = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const { grant_type: grantType = '', client_id: clientId = '' } = bodyParameters(request)
    const answer = (await failures.take(request)) ?? (await forward(server.port, request))
    tokenRequests.push({ grantType, clientId, status: answer.status, at: request.at })
    return answer
  }
  const answerRevocation = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const answer = (await failures.take(request)) ?? (await revoke(server, request))
    if (answer.status === 200) revoked.push(tokenToRevoke(request))
    return answer
  }
  const answerDocument = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const scopes = await scopesOf(server, request)
    return (await failures.take(request)) ?? (scopes ? executeDocument(request, scopes) : unauthenticated())
  }

  return {
    control,
    site: {
      hosts: ['linear.app', 'api.linear.app'],
      async answer(request) {
        const { hostname, pathname } = request.url
        if (hostname === 'linear.app') return answerPerson(server, control, request)
        if (request.method !== 'POST') return jsonAnswer(405, { error: 'method_not_allowed' })
        if (pathname === '/oauth/token') return answerToken(request)
        if (pathname === '/oauth/revoke') return answerRevocation(request)
        if (pathname === '/graphql') return answerDocument(request)
        return jsonAnswer(404, { error: 'not_found' })
      },
      stop: server.stop,
    },
  }
}

const answerPerson = async (
  server: AuthorizationServer,
  control: SimulatedLinear,
  request: SimulatedRequest,
): Promise<SimulatedAnswer> => {
  const url = new URL(request.url)
  // Linear separates scopes by commas, the protocol by spaces; `read` is always granted.
  if (url.pathname === '/oauth/authorize') {
    const scopes = (url.searchParams.get('scope') ?? '').split(/[ ,]+/).filter(Boolean)
    url.searchParams.set('scope', [...new Set(['read', ...scopes])].join(' '))
  }
  const answer = await forward(server.port, { ...request, url })
  return withIssuer(answer, control.answerIssuer)
}

const withIssuer = (answer: SimulatedAnswer, value: string | null): SimulatedAnswer => {
  const location = answer.headers?.['location']
  if (typeof location !== 'string' || !location.includes('iss=')) return answer
  const target = new URL(location)
  if (value === null) target.searchParams.delete('iss')
  else target.searchParams.set('iss', value)
  return { ...answer, headers: { ...answer.headers, location: target.href } }
}

const bearer = (request: SimulatedRequest): string | undefined =>
  /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]

const tokenToRevoke = (request: SimulatedRequest): string => {
  const { token, access_token: accessToken, refresh_token: refreshToken } = bodyParameters(request)
  return token ?? accessToken ?? refreshToken ?? bearer(request) ?? ''
}

/** Linear ends a token for whoever holds it; with client credentials the standard's own way is taken. */
const revoke = async (server: AuthorizationServer, request: SimulatedRequest): Promise<SimulatedAnswer> => {
  const { client_id: clientId } = bodyParameters(request)
  if (clientId !== undefined) return forward(server.port, request)
  return (await server.revoke(tokenToRevoke(request)))
    ? { status: 200 }
    : jsonAnswer(400, { error: 'invalid_request', error_description: 'Unable to revoke token' })
}

const scopesOf = async (
  server: AuthorizationServer,
  request: SimulatedRequest,
): Promise<ReadonlySet<string> | undefined> => {
  if (request.headers['authorization'] === apiKey) return everyScope
  const token = await server.findAccessToken(bearer(request) ?? '')
  return token && new Set(token.scope?.split(' '))
}

const unauthenticated = (): SimulatedAnswer =>
  jsonAnswer(401, {
    errors: [
      {
        message: 'Authentication required, not authenticated',
        extensions: {
          type: 'authentication error',
          code: 'AUTHENTICATION_ERROR',
          statusCode: 401,
          userError: true,
          userPresentableMessage: 'You need to authenticate to access this operation.',
        },
      },
    ],
  })
