import {
  bodyParameters,
  jsonAnswer,
  parseJson,
  type SimulatedAnswer,
  type SimulatedRequest,
} from '../exchange.ts'
import { startAuthorizationServer, type AuthorizationServer } from '../oauth/authorization-server.ts'
import { forward } from '../oauth/loopback.ts'
import { googleClients, googleScopes, identityScopes } from './oauth-clients.ts'
import { consentPage, refusalPage, signInPage } from './pages.ts'

const authorizePath = '/o/oauth2/v2/auth'
const pagesPath = '/signin/oauth'

/** Starts Google’s OAuth server for one person, with refresh tokens that never rotate. */
export const startGoogleOAuth = (
  email: string,
  accessTokenSeconds: () => number,
): Promise<AuthorizationServer> =>
  startAuthorizationServer({
    issuer: 'https://accounts.google.com',
    routes: { authorization: authorizePath, token: '/token', revocation: '/revoke' },
    clients: googleClients,
    scopes: googleScopes,
    pages: {
      path: pagesPath,
      signIn: (action) => signInPage(action, email),
      consent: (action, scopes) => consentPage(action, email, scopes),
      refusal: refusalPage,
    },
    accessTokenSeconds,
    refreshTokensRotate: () => false,
    givesRefreshToken: (scopes) => scopes.has('offline_access'),
  })

/** accounts.google.com: the person signs in and consents, and is sent back with what Google adds. */
export const answerPerson = async (
  server: AuthorizationServer,
  request: SimulatedRequest,
): Promise<SimulatedAnswer> => {
  const { pathname } = request.url
  if (!pathname.startsWith(authorizePath) && !pathname.startsWith(`${pagesPath}/`)) {
    return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404. That’s an error.</h1>' }
  }
  const url = pathname === authorizePath ? inProtocolWords(request.url) : request.url
  return withGoogleParameters(await forward(server.port, { ...request, url }))
}

/** Without `access_type=offline` Google gives no refresh token; an identity scope makes it OpenID Connect. */
const inProtocolWords = (address: URL): URL => {
  const url = new URL(address)
  const asked = (url.searchParams.get('scope') ?? '').split(' ').filter(Boolean)
  const isOffline = url.searchParams.get('access_type') === 'offline'
  const isIdentity = asked.some((scope) => identityScopes.includes(scope))
  const scopes = [...asked, ...(isIdentity ? ['openid'] : []), ...(isOffline ? ['offline_access'] : [])]
  url.searchParams.set('scope', [...new Set(scopes)].join(' '))
  return url
}

const withGoogleParameters = (answer: SimulatedAnswer): SimulatedAnswer => {
  const location = answer.headers?.['location']
  if (typeof location !== 'string' || !location.includes('code=')) return answer
  const target = new URL(location)
  target.searchParams.set('authuser', '0')
  target.searchParams.set('prompt', 'consent')
  return { ...answer, headers: { ...answer.headers, location: target.href } }
}

/** oauth2.googleapis.com/token: a refresh is answered without a refresh token, since the old one stays. */
export const answerToken = async (
  server: AuthorizationServer,
  request: SimulatedRequest,
): Promise<SimulatedAnswer> => {
  const { client_secret: secret, grant_type: grantType } = bodyParameters(request)
  if (secret === undefined) {
    return jsonAnswer(400, { error: 'invalid_request', error_description: 'client_secret is missing.' })
  }
  const answer = await forward(server.port, request)
  if (answer.status !== 200) return answer
  const { refresh_token: refreshToken, ...tokens } = parseJson(String(answer.body)) as Record<string, unknown>
  const scope = String(tokens['scope']).split(' ')
  return jsonAnswer(200, {
    ...tokens,
    scope: scope.filter((name) => name !== 'offline_access').join(' '),
    ...(grantType === 'authorization_code' && refreshToken !== undefined
      ? { refresh_token: refreshToken }
      : {}),
  })
}

/** oauth2.googleapis.com/revoke: ends the grant for whoever holds one of its tokens. */
export const answerRevocation = async (
  server: AuthorizationServer,
  request: SimulatedRequest,
): Promise<{ readonly answer: SimulatedAnswer; readonly token: string }> => {
  const token = request.url.searchParams.get('token') ?? bodyParameters(request)['token'] ?? ''
  const answer = (await server.revoke(token))
    ? jsonAnswer(200, {})
    : jsonAnswer(400, { error: 'invalid_token', error_description: 'Token expired or revoked' })
  return { answer, token }
}
