import { parseJson, type SimulatedAnswer, type SimulatedRequest, type Site } from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { answerApi } from './github/api.ts'
import { failure, notFound } from './github/answers.ts'
import { createGitHubData, type GitHubData } from './github/data.ts'
import { answerAccessToken, answerAuthorize, answerConsentForm } from './github/oauth.ts'
import { application, createOAuthStore, type OAuthStore } from './github/oauth-store.ts'

export type SimulatedGitHub = {
  /** How long the next access tokens live, in seconds; null (as for an OAuth app) for ever. */
  accessTokenSeconds: number | null
  /** The data, to look at and to change. */
  readonly data: GitHubData
  /** Makes the next requests to either host fail; `path` chooses which, by prefix. */
  failNext(failure: Failure): void
  clearFailures(): void
  /** The tokens ended by DELETE /applications/{client_id}/token, oldest first. */
  revoked(): readonly string[]
}

const personalToken = 'github_pat_valid'

/** Starts the simulated GitHub: github.com for the sign-in, api.github.com for programs. */
export const startGitHub = (): { readonly site: Site; readonly control: SimulatedGitHub } => {
  const failures = createFailures()
  const store = createOAuthStore()
  const revoked: string[] = []
  const data = createGitHubData(Date.now())
  const rateLimit = createRateLimit()
  const control: SimulatedGitHub = {
    accessTokenSeconds: null,
    data,
    failNext: failures.add,
    clearFailures: failures.clear,
    revoked: () => revoked,
  }

  const answerPerson = (request: SimulatedRequest): SimulatedAnswer => {
    const step = `${request.method} ${request.url.pathname}`
    if (step === 'GET /login/oauth/authorize') return answerAuthorize(store, request)
    if (step === 'POST /login/oauth/authorize/answer') return answerConsentForm(store, request)
    if (step === 'POST /login/oauth/access_token') {
      return answerAccessToken(store, { accessTokenSeconds: () => control.accessTokenSeconds }, request)
    }
    return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not found</h1>' }
  }

  const answerProgram = (request: SimulatedRequest): SimulatedAnswer => {
    if (!request.headers['user-agent']) return failure(403, 'Request forbidden by administrative rules.')
    if (request.url.pathname.startsWith('/applications/')) return revoke(store, revoked, request)
    const scopes = scopesOf(store, request)
    if (scopes === undefined) return unauthorized(request)
    const answer = answerApi(data, request)
    const scopeHeader = scopes === null ? {} : { 'x-oauth-scopes': scopes.replaceAll(',', ', ') }
    return { ...answer, headers: { ...answer.headers, ...rateLimit(request), ...scopeHeader } }
  }

  return {
    control,
    site: {
      hosts: ['github.com', 'api.github.com'],
      async answer(request) {
        const failed = await failures.take(request)
        if (failed) return failed
        return request.url.hostname === 'github.com' ? answerPerson(request) : answerProgram(request)
      },
    },
  }
}

/** The scopes of the credential; null for a personal token, which has none, undefined for no valid one. */
const scopesOf = (store: OAuthStore, request: SimulatedRequest): string | null | undefined => {
  const token = /^(?:Bearer|token) (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
  if (token === personalToken) return null
  return store.findAccessToken(token ?? '')?.scope
}

const unauthorized = (request: SimulatedRequest): SimulatedAnswer =>
  failure(401, request.headers['authorization'] === undefined ? 'Requires authentication' : 'Bad credentials')

/** Only the application itself may end a token, with its id and secret as Basic credentials. */
const revoke = (store: OAuthStore, revoked: string[], request: SimulatedRequest): SimulatedAnswer => {
  const { clientId, clientSecret } = application
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  const own = request.url.pathname === `/applications/${clientId}/token` && request.method === 'DELETE'
  if (!own || request.headers['authorization'] !== basic) return notFound()
  const parsed = parseJson(request.body)
  const token =
    typeof parsed === 'object' && parsed !== null && 'access_token' in parsed
      ? parsed.access_token
      : undefined
  if (typeof token !== 'string') return failure(422, 'Invalid request.\n\n"access_token" wasn\'t supplied.')
  if (!store.revokeAccessToken(token)) return notFound()
  revoked.push(token)
  return { status: 204 }
}

const limits: Readonly<Record<string, number>> = { core: 5000, search: 30, code_search: 10 }

const createRateLimit = () => {
  const used = new Map<string, number>()
  const reset = Math.floor(Date.now() / 1000) + 3600
  return ({ url }: SimulatedRequest): Record<string, string> => {
    const search = url.pathname === '/search/code' ? 'code_search' : 'search'
    const resource = url.pathname.startsWith('/search/') ? search : 'core'
    const limit = limits[resource] ?? 0
    const count = (used.get(resource) ?? 0) + 1
    used.set(resource, count)
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-used': String(count),
      // Never refuses by itself: a test that wants a limit reached asks for the failure.
      'x-ratelimit-remaining': String(Math.max(1, limit - count)),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': resource,
      'x-github-media-type': 'github.v3; format=json',
    }
  }
}
