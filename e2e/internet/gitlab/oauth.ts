import {
  bodyParameters,
  jsonAnswer,
  parseJson,
  type SimulatedAnswer,
  type SimulatedRequest,
} from '../exchange.ts'
import { startAuthorizationServer, type AuthorizationServer } from '../oauth/authorization-server.ts'
import { prefill } from '../oauth/device-pages.ts'
import { forward } from '../oauth/loopback.ts'
import * as pages from './pages.ts'
import { deviceGrant, type GitLabServer } from './servers.ts'

const signInPath = '/oauth/sign-in'
const codePath = '/oauth/device'
const requestPath = '/oauth/authorize_device'
const personPaths = ['/oauth/authorize', signInPath, codePath]

/** Starts one GitLab's OAuth server: every token is good for once, a refresh gives both anew. */
export const startGitLabOAuth = (
  { host, user, clients }: GitLabServer,
  accessTokenSeconds: () => number,
): Promise<AuthorizationServer> =>
  startAuthorizationServer({
    issuer: `https://${host}`,
    routes: { authorization: '/oauth/authorize', token: '/oauth/token', revocation: '/oauth/revoke' },
    clients,
    scopes: ['api', 'read_api', 'read_user'],
    pages: {
      path: signInPath,
      signIn: (action) => pages.signInPage(action, user.email),
      consent: (action, scopes) => pages.consentPage(action, user.username, scopes),
      refusal: pages.refusalPage,
    },
    device: {
      requestPath,
      codePath,
      enter: pages.enterCodePage,
      confirm: pages.confirmCodePage,
      done: pages.deviceDonePage,
    },
    accessTokenSeconds,
    refreshTokensRotate: () => true,
    givesRefreshToken: () => true,
  })

export const isForPerson = ({ url: { pathname } }: SimulatedRequest): boolean =>
  personPaths.some((path) => pathname === path || pathname.startsWith(`${path}/`))

/** The pages a person sees. An address with a code fills it in, and the person goes on from there. */
export const answerPerson = (
  server: AuthorizationServer,
  request: SimulatedRequest,
): Promise<SimulatedAnswer> => {
  const url = new URL(request.url)
  const code = url.searchParams.get('user_code')
  if (request.method === 'GET' && url.pathname === codePath && code !== null) {
    url.search = new URLSearchParams({ [prefill]: code }).toString()
  }
  return forward(server.port, { ...request, url })
}

/** @see https://docs.gitlab.com/api/oauth2/ */
export const createTokenEndpoint = (server: AuthorizationServer, pollSeconds: () => number) => {
  const askedAt = new Map<string, number>()

  const isTooEarly = ({ body, at }: SimulatedRequest): boolean => {
    const code = new URLSearchParams(body).get('device_code') ?? ''
    const before = askedAt.get(code)
    askedAt.set(code, at)
    // A tenth for the way there: timers of the asking side may fire a little early.
    return before !== undefined && at - before < pollSeconds() * 900
  }

  return {
    /** Asks for a code for another device; GitLab says how often to come back. */
    async requestCode(request: SimulatedRequest): Promise<SimulatedAnswer> {
      const answer = await forward(server.port, request)
      if (answer.status !== 200) return answer
      return jsonAnswer(200, { ...fieldsOf(answer), interval: pollSeconds() })
    },
    async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
      const { grant_type: grant, redirect_uri: redirect } = bodyParameters(request)
      if (grant === deviceGrant && isTooEarly(request)) return jsonAnswer(400, { error: 'slow_down' })
      if (grant === 'refresh_token' && redirect === undefined) {
        const error_description = 'Missing required parameter: redirect_uri.'
        return jsonAnswer(400, { error: 'invalid_request', error_description })
      }
      const answer = await forward(server.port, request)
      if (answer.status !== 200) return answer
      return jsonAnswer(200, { ...fieldsOf(answer), created_at: Math.floor(request.at / 1_000) })
    },
  }
}

const fieldsOf = ({ body }: SimulatedAnswer): object => parseJson(String(body)) as object
