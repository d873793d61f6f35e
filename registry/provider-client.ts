import { z } from 'zod'
import type { Integration } from './define.ts'
import { errorReason, graphqlReason } from './error-reason.ts'
import { readBody } from './provider-body.ts'
import { missingScopesOf } from './missing-scopes.ts'
import { ownReason } from './own-reason.ts'
import { ProviderError } from './provider-error.ts'
import { providerUrl } from './provider-url.ts'
import { isRateLimited, retryAfterSeconds } from './rate-limit.ts'
import type { ToolContext } from './tool-context.ts'

/** What of an integration its client needs. */
export type ProviderFacts = Pick<Integration, 'id' | 'apiBase' | 'graphqlUrl' | 'headers' | 'refusal'>

export type ProviderClient = Pick<ToolContext, 'request' | 'graphql'>

type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

interface Payload {
  readonly json?: unknown
  readonly form?: Fields
  readonly headers?: Readonly<Record<string, string>>
}

/** Statuses meant by error codes that providers send with HTTP 200 or 400. */
const STATUS_OF_GRAPHQL_CODE: ReadonlyMap<unknown, number> = new Map([
  ['RATELIMITED', 429],
  ['THROTTLED', 429],
  ['AUTHENTICATION_ERROR', 401],
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['ACCESS_DENIED', 403],
])

/** A GraphQL answer (spec October 2021, 7.1) as far as it is looked at before its data. */
const graphqlAnswer = z.object({ data: z.unknown().optional(), errors: z.array(z.unknown()).nullish() })
const codedError = z.object({ extensions: z.object({ code: z.unknown().optional() }) })

/**
 * Builds `ctx.request` and `ctx.graphql` over `fetchOAuth`: addresses, bodies, parsing, errors.
 *
 * @param fetchOAuth attaches the credential and guards the host
 * @param signal aborts every request of the call
 */
export function createProviderClient(
  facts: ProviderFacts,
  fetchOAuth: ToolContext['fetchOAuth'],
  signal: AbortSignal,
): ProviderClient {
  const send = async (method: string, url: string, payload: Payload) => {
    const headers = new Headers({ ...facts.headers, ...payload.headers })
    const body = encodedBody(payload, headers)
    const response = await fetchOAuth(facts.id, url, { method, headers, signal, ...(body && { body }) })
    return { response, ...(await readBody(response, facts.id, signal)) }
  }
  return {
    async request(route, options) {
      const [method = 'GET', template = ''] = route.split(' ', 2)
      const base = options.base ?? declared(facts, 'apiBase')
      const url = providerUrl(base, template, options.path, options.query)
      const { response, text, truncated } = await send(method, url, options)
      if (!response.ok) {
        const said = saidByProvider(facts, bodyOf(text, response.headers), response.headers)
        throw said ?? refusal(facts.id, response, text)
      }
      if (truncated) throw tooLong(facts.id)
      const answer = options.answer === 'text' ? text : parseJson(facts.id, text)
      const said = saidByProvider(facts, answer, response.headers)
      if (said !== undefined) throw said
      return { data: checked(facts.id, options.schema, answer), headers: response.headers }
    },
    async graphql(query, variables, schema) {
      const url = declared(facts, 'graphqlUrl')
      const { response, text, truncated } = await send('POST', url, { json: { query, variables } })
      const body = bodyOf(text, response.headers)
      const said = saidByProvider(facts, body, response.headers)
      if (said !== undefined) throw said
      const answer = graphqlAnswer.safeParse(body).data
      if (answer?.errors?.[0]) throw graphqlRefusal(facts.id, response, answer.errors)
      if (!response.ok) throw refusal(facts.id, response, text)
      if (truncated) throw tooLong(facts.id)
      return checked(facts.id, schema, answer ? answer.data : parseJson(facts.id, text))
    },
  }
}

/** @param headers gets the content type */
function encodedBody({ json, form }: Payload, headers: Headers): string | undefined {
  if (json !== undefined) {
    if (!headers.has('content-type')) headers.set('content-type', 'application/json')
    return JSON.stringify(json)
  }
  if (form === undefined) return undefined
  headers.set('content-type', 'application/x-www-form-urlencoded')
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((item) => [name, String(item)]),
  )
  return new URLSearchParams(pairs).toString()
}

/** How long to wait stands in a header, whoever says that one has to. */
function saidByProvider(facts: ProviderFacts, answer: unknown, headers: Headers): ProviderError | undefined {
  const said = facts.refusal?.(answer)
  if (said === undefined || said.retryAfterSeconds !== undefined) return said
  return new ProviderError(said.said, said.status, retryAfterSeconds(headers), said.missingScopes)
}

function declared(facts: ProviderFacts, fact: 'apiBase' | 'graphqlUrl'): string {
  const url = facts[fact]
  if (url === undefined) throw new TypeError(`The integration “${facts.id}” declares no ${fact}`)
  return url
}

function parseJson(integrationId: string, text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new ProviderError(ownReason('notJson', integrationId), 502)
  }
}

/** A mismatch names the place and never the value: the answer is the person's data. */
function checked<S extends z.ZodType>(integrationId: string, schema: S, answer: unknown): z.output<S> {
  const result = schema.safeParse(answer)
  if (result.success) return result.data
  const place = result.error.issues[0]?.path.map(String).join('.') ?? ''
  const reason =
    place === ''
      ? ownReason('unexpectedTop', integrationId)
      : ownReason('unexpectedShape', integrationId, place)
  throw new ProviderError(reason, 502)
}

function tooLong(integrationId: string): ProviderError {
  return new ProviderError(ownReason('tooLong', integrationId), 502)
}

function refusal(integrationId: string, { status, headers }: Response, text: string): ProviderError {
  const reason = errorReason(bodyOf(text, headers)) ?? ownReason('status', integrationId, status)
  const isLimited = isRateLimited(status, headers)
  const missing = isLimited ? [] : missingScopesOf(status, headers)
  return new ProviderError(reason, isLimited ? 429 : status, retryAfterSeconds(headers), missing)
}

/** GraphQL over HTTP reports errors with status 200, and some providers with 400. */
function graphqlRefusal(
  integrationId: string,
  { status, headers }: Response,
  errors: readonly unknown[],
): ProviderError {
  const codes = errors.map((error) => codedError.safeParse(error).data?.extensions.code)
  const meant = codes.map((code) => STATUS_OF_GRAPHQL_CODE.get(code)).find((known) => known !== undefined)
  const reason = graphqlReason(errors[0]) ?? ownReason('queryRefused', integrationId, status)
  return new ProviderError(
    reason,
    meant ?? (isRateLimited(status, headers) ? 429 : status),
    retryAfterSeconds(headers),
  )
}

function bodyOf(text: string, headers: Headers): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return headers.get('content-type')?.startsWith('text/plain') ? text : undefined
  }
}
