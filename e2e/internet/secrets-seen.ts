import { parseJson, type SimulatedAnswer, type SimulatedRequest } from './exchange.ts'

/** A secret and what it is. Only the kind may ever be printed. */
export type Secret = { readonly kind: string; readonly value: string }

type SecretsSeen = {
  /** Keeps what a request and its answer carried. */
  note(request: SimulatedRequest, answer: SimulatedAnswer): void
  list(): readonly Secret[]
}

/** Fields of token requests, by name (RFC 6749, 7636, 8628, 7009, and providers with words of their own). */
const requestFields: Readonly<Record<string, string>> = {
  code: 'authorization code',
  code_verifier: 'PKCE verifier',
  refresh_token: 'refresh token',
  access_token: 'access token',
  device_code: 'device code',
  client_secret: 'client secret',
  token: 'token',
  password: 'password',
}

const answerFields: Readonly<Record<string, string>> = {
  access_token: 'access token',
  refresh_token: 'refresh token',
  id_token: 'ID token',
  device_code: 'device code',
  client_secret: 'client secret',
  accessjwt: 'access token',
  refreshjwt: 'refresh token',
}

const answerField = new RegExp(String.raw`"(${Object.keys(answerFields).join('|')})"\s*:\s*"([^"]+)"`, 'gi')
const keyHeader = /token|api-?key|secret/i

/** Collects every credential that goes over the simulated wire, whichever site it is for. */
export const createSecretsSeen = (): SecretsSeen => {
  const seen = new Map<string, string>()
  const add = (kind: string, value: string | null | undefined): void => {
    if (value && !seen.has(value)) seen.set(value, kind)
  }
  return {
    note(request, answer) {
      fromHeaders(request, add)
      fromBody(request, add)
      const { searchParams, pathname } = request.url
      if (searchParams.has('response_type')) add('state', searchParams.get('state'))
      // One service takes its key in the path (/bot<token>/getMe).
      add('API key', /^\/(?:file\/)?bot(\d+:[^/]+)\//.exec(decodeURIComponent(pathname))?.[1])
      fromAnswer(answer, add)
    },
    list: () => [...seen].map(([value, kind]) => ({ kind, value })),
  }
}

type Add = (kind: string, value: string | null | undefined) => void

const fromHeaders = ({ headers }: SimulatedRequest, add: Add): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'authorization') {
      if (keyHeader.test(name)) add('API key', value)
      continue
    }
    const [, scheme = '', given = ''] = /^(Bearer|token|Basic) (.+)$/i.exec(value) ?? []
    if (given === '') add('API key', value)
    else if (scheme.toLowerCase() === 'basic') fromBasic(given, add)
    else add('access token', given)
  }
}

/** RFC 7617: with an empty password the user is the key. */
const fromBasic = (given: string, add: Add): void => {
  const text = Buffer.from(given, 'base64').toString()
  const [user, password] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]
  add('Basic credentials', given)
  add('password', password === '' ? user : password)
}

/** With a bearer the body is data, in which these names mean anything. */
const fromBody = ({ headers, body, method }: SimulatedRequest, add: Add): void => {
  if (method !== 'POST' || /^Bearer /i.test(headers['authorization'] ?? '')) return
  const fields = headers['content-type']?.includes('json')
    ? Object.entries(Object(parseJson(body)) as object)
    : [...new URLSearchParams(body)]
  for (const [name, value] of fields) {
    if (Object.hasOwn(requestFields, name) && typeof value === 'string')
      add(requestFields[name] ?? name, value)
  }
}

const fromAnswer = ({ headers, body }: SimulatedAnswer, add: Add): void => {
  const location = headers?.['location']
  if (typeof location === 'string' && location.includes('/oauth/callback')) {
    const answer = new URL(location).searchParams
    add('authorization code', answer.get('code'))
    add('state', answer.get('state'))
  }
  const text = typeof body === 'string' ? body : Buffer.from(body ?? '').toString()
  for (const [, name = '', value] of text.matchAll(answerField)) {
    add(answerFields[name.toLowerCase()] ?? name, value)
  }
}
