import {
  bodyParameters,
  jsonAnswer,
  parseJson,
  type SimulatedAnswer,
  type SimulatedRequest,
} from '../exchange.ts'
import { startAuthorizationServer, type AuthorizationServer } from '../oauth/authorization-server.ts'
import { forward } from '../oauth/loopback.ts'
import { consentPage, refusalPage, signInPage } from './pages.ts'

const signInPath = '/oauth/sign-in'
const registrationPath = '/oauth/register'
const personPaths = ['/oauth/authorize', signInPath]
/** Longer than any test: a server's tokens have no end. */
const forever = 10 * 365 * 86_400

const scopes = [
  'read:accounts',
  'read:statuses',
  'read:search',
  'read:notifications',
  'read:bookmarks',
  'write:statuses',
  'write:favourites',
  'write:follows',
]

/** Starts the OAuth server of one Mastodon: no apps exist before they register, and nothing is ever refreshed. */
export const startMastodonOAuth = (host: string, email: string): Promise<AuthorizationServer> =>
  startAuthorizationServer({
    issuer: `https://${host}`,
    routes: { authorization: '/oauth/authorize', token: '/oauth/token', revocation: '/oauth/revoke' },
    clients: [],
    scopes,
    pages: {
      path: signInPath,
      signIn: (action) => signInPage(action, host, email),
      consent: (action, asked) => consentPage(action, asked),
      refusal: refusalPage,
    },
    registrationPath,
    accessTokenSeconds: () => forever,
    refreshTokensRotate: () => false,
    givesRefreshToken: () => false,
  })

export const isForPerson = ({ url: { pathname } }: SimulatedRequest): boolean =>
  personPaths.some((path) => pathname === path || pathname.startsWith(`${path}/`))

/** POST /api/v1/apps: any program may register itself. @see https://docs.joinmastodon.org/methods/apps/ */
export const registerApp = async (
  server: AuthorizationServer,
  request: SimulatedRequest,
): Promise<SimulatedAnswer> => {
  const { client_name: name, redirect_uris: redirect, scopes: asked = 'read' } = bodyParameters(request)
  if (!name) return invalid('Application name can’t be blank')
  if (!redirect || !URL.canParse(redirect)) return invalid('Redirect URI must be an absolute URI.')
  const unknown = asked.split(' ').filter((scope) => !scopes.includes(scope))
  if (unknown.length > 0) return invalid('Scopes doesn’t match configured on the server.')
  const registered = await forward(server.port, {
    ...request,
    url: new URL(registrationPath, request.url),
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      application_type: 'native',
      client_name: name,
      redirect_uris: [redirect],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
      scope: asked,
    }),
  })
  if (registered.status !== 201) return invalid(String(registered.body))
  const { client_id, client_secret } = parseJson(String(registered.body)) as Record<string, string>
  return jsonAnswer(200, {
    id: '563419',
    name,
    website: null,
    scopes: asked.split(' '),
    redirect_uri: redirect,
    redirect_uris: [redirect],
    client_id,
    client_secret,
    client_secret_expires_at: 0,
  })
}

const invalid = (reason: string): SimulatedAnswer =>
  jsonAnswer(422, { error: `Validation failed: ${reason}` })

/** POST /oauth/token, without the end that the server's tokens do not have. */
export const answerToken = async (
  server: AuthorizationServer,
  request: SimulatedRequest,
): Promise<SimulatedAnswer> => {
  const answer = await forward(server.port, request)
  if (answer.status !== 200) return answer
  const { access_token, scope } = parseJson(String(answer.body)) as Record<string, string>
  const created_at = Math.floor(request.at / 1_000)
  return jsonAnswer(200, { access_token, token_type: 'Bearer', scope, created_at })
}
