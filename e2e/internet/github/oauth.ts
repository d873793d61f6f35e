import { bodyParameters, htmlAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { application, redirectUriRegistered, verifierFits, type OAuthStore } from './oauth-store.ts'
import { authorizePage, refusalPage } from './pages.ts'

type OAuthError = { readonly error: string; readonly error_description: string }
type Lifetimes = { accessTokenSeconds(): number | null }

/** github.com/login/oauth/authorize: checks the request and shows the consent page. */
export const answerAuthorize = (store: OAuthStore, request: SimulatedRequest): SimulatedAnswer => {
  const query = request.url.searchParams
  const redirectUri = query.get('redirect_uri') ?? application.redirectUris[0]
  if (query.get('client_id') !== application.clientId)
    return htmlAnswer(404, refusalPage('There is no such application.'))
  if (!redirectUriRegistered(redirectUri)) {
    return htmlAnswer(400, refusalPage('The redirect_uri is not associated with this application.'))
  }
  const codeChallenge = query.get('code_challenge')
  if (codeChallenge !== null && query.get('code_challenge_method') !== 'S256') {
    return htmlAnswer(400, refusalPage('The code_challenge_method must be S256.'))
  }
  const scope = query.get('scope') ?? ''
  const id = store.addRequest({
    clientId: application.clientId,
    redirectUri,
    scope,
    state: query.get('state'),
    codeChallenge,
  })
  return htmlAnswer(200, authorizePage(id, scope))
}

/** The consent form: back to the application with a code, or with `access_denied`. */
export const answerConsentForm = (store: OAuthStore, request: SimulatedRequest): SimulatedAnswer => {
  const { request: id = '', answer } = bodyParameters(request)
  const asked = store.takeRequest(id)
  if (!asked) return htmlAnswer(400, refusalPage('This request has already been answered.'))
  const callback = new URL(asked.redirectUri)
  if (answer === 'allow') callback.searchParams.set('code', store.issueCode(asked))
  else {
    callback.searchParams.set('error', 'access_denied')
    callback.searchParams.set('error_description', 'The user has denied your application access.')
  }
  if (asked.state !== null) callback.searchParams.set('state', asked.state)
  callback.searchParams.set('iss', 'https://github.com/login/oauth')
  return { status: 302, headers: { location: callback.href } }
}

/** github.com/login/oauth/access_token: form-encoded unless JSON is asked for; errors come with 200. */
export const answerAccessToken = (
  store: OAuthStore,
  lifetimes: Lifetimes,
  request: SimulatedRequest,
): SimulatedAnswer => {
  const values = grantTokens(store, lifetimes, bodyParameters(request))
  return request.headers['accept']?.includes('application/json')
    ? {
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(values),
      }
    : {
        status: 200,
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: toForm(values),
      }
}

const grantTokens = (store: OAuthStore, lifetimes: Lifetimes, values: Readonly<Record<string, string>>) => {
  const { client_id: clientId = '', client_secret: clientSecret, grant_type: grantType } = values
  if (clientId !== application.clientId || clientSecret !== application.clientSecret)
    return incorrectCredentials
  if (grantType === 'refresh_token') {
    const scope = store.takeRefreshToken(values['refresh_token'] ?? '')
    return scope === undefined ? badRefreshToken : issue(store, lifetimes, scope)
  }
  const code = store.takeCode(values['code'] ?? '', clientId)
  if (!code || !verifierFits(code.codeChallenge, values['code_verifier'])) return badCode
  if (values['redirect_uri'] !== undefined && values['redirect_uri'] !== code.redirectUri) return mismatch
  return issue(store, lifetimes, code.scope)
}

/** Tokens of an OAuth app live until revoked; with a lifetime set, those of a GitHub App are given. */
const issue = (store: OAuthStore, lifetimes: Lifetimes, scope: string) => {
  const seconds = lifetimes.accessTokenSeconds()
  const granted = scope.split(/[ ,]+/).filter(Boolean).join(',')
  const { token } = store.issueAccessToken(granted, seconds)
  const answer = { access_token: token, scope: granted, token_type: 'bearer' }
  if (seconds === null) return answer
  const refreshToken = store.issueRefreshToken(scope)
  return { ...answer, expires_in: seconds, refresh_token: refreshToken, refresh_token_expires_in: 15_897_600 }
}

const incorrectCredentials: OAuthError = {
  error: 'incorrect_client_credentials',
  error_description: 'The client_id and/or client_secret passed are incorrect.',
}
const badCode: OAuthError = {
  error: 'bad_verification_code',
  error_description: 'The code passed is incorrect or expired.',
}
const badRefreshToken: OAuthError = {
  error: 'bad_refresh_token',
  error_description: 'The refresh token passed is incorrect or expired.',
}
const mismatch: OAuthError = {
  error: 'redirect_uri_mismatch',
  error_description: 'The redirect_uri MUST match the registered callback URL for this application.',
}

const toForm = (values: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString()
