import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { ProviderError } from './provider-error.ts'
import { MAX_BODY_BYTES } from './provider-body.ts'
import { createProviderClient } from './provider-client.ts'
import { fakeContext, jsonResponse } from './testing/fake-context.ts'
import { gql, type ToolContext } from './tool-context.ts'

const facts = {
  id: 'example',
  apiBase: 'https://api.example.com/v1',
  graphqlUrl: 'https://api.example.com/graphql',
  headers: { accept: 'application/vnd.example+json' },
}
const document = gql`
  query ($id: String!) {
    thing(id: $id) {
      id
    }
  }
`
const thing = z.object({ thing: z.object({ id: z.string() }) })

function get(...answers: Response[]) {
  const { context } = fakeContext(facts, answers)
  return context.request('GET /things', { schema: z.object({ id: z.string() }) })
}

function query(...answers: Response[]) {
  return fakeContext(facts, answers).context.graphql(document, { id: '1' }, thing)
}

async function failure(call: Promise<unknown>): Promise<ProviderError> {
  try {
    await call
  } catch (error) {
    if (error instanceof ProviderError) return error
    throw error
  }
  throw new Error('The call should have failed')
}

afterEach(() => {
  vi.useRealTimers()
})

describe('request', () => {
  it('sends path, query, JSON body and headers of the definition', async () => {
    const { context, requests } = fakeContext(facts, [jsonResponse({ ok: true })])
    await context.request('POST /things/{id}', {
      path: { id: 'a b' },
      query: { tag: ['x', 'y'], q: 'a+b c', gone: undefined, deep: true },
      json: { name: 'n', gone: undefined },
      headers: { 'x-extra': '1' },
      schema: z.object({ ok: z.boolean() }),
    })
    const [sent] = requests
    expect(sent?.url.href).toBe('https://api.example.com/v1/things/a%20b?tag=x&tag=y&q=a%2Bb%20c&deep=true')
    expect(sent).toMatchObject({ integrationId: 'example', method: 'POST', body: { name: 'n' } })
    expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
      accept: 'application/vnd.example+json',
      'content-type': 'application/json',
      'x-extra': '1',
    })
  })

  it('sends no content-type without a body: some providers refuse such a GET', async () => {
    const { context, requests } = fakeContext(facts, [jsonResponse({})])
    await context.request('GET /things', { schema: z.object({}) })
    expect(requests[0]?.headers.has('content-type')).toBe(false)
  })

  it('hands on the signal, so that a cancelled call stops its request', async () => {
    const fetchOAuth = vi.fn<ToolContext['fetchOAuth']>().mockResolvedValue(jsonResponse({}))
    const { signal } = new AbortController()
    await createProviderClient(facts, fetchOAuth, signal).request('GET /x', { schema: z.object({}) })
    expect(fetchOAuth.mock.calls[0]?.[2]?.signal).toBe(signal)
  })

  it('takes 204 and an empty 202 as no answer', async () => {
    const { context } = fakeContext(facts, [
      new Response(null, { status: 204 }),
      new Response('', { status: 202 }),
    ])
    const options = { schema: z.undefined() }
    expect((await context.request('DELETE /things', options)).data).toBeUndefined()
    expect((await context.request('DELETE /things', options)).data).toBeUndefined()
  })

  it('returns text unparsed when asked to', async () => {
    const { context } = fakeContext(facts, [new Response('{"not":"parsed"}')])
    const { data } = await context.request('GET /raw', { answer: 'text', schema: z.string() })
    expect(data).toBe('{"not":"parsed"}')
  })

  it('names the place of a mismatch and leaks no value', async () => {
    const { reason, status } = await failure(get(jsonResponse({ id: { secret: 'hunter2' } })))
    expect({ reason, status }).toEqual({
      reason: 'example answered in an unexpected shape at id',
      status: 502,
    })
  })

  it('says so when a gateway answers with a page', async () => {
    const { reason, status } = await failure(get(new Response('<html>hi</html>')))
    expect({ reason, status }).toEqual({
      reason: 'example answered with something that is not JSON',
      status: 502,
    })
  })

  it('falls back to the status when the refusal is a page', async () => {
    const { reason, status } = await failure(
      get(new Response('<html>', { status: 503, headers: { 'content-type': 'text/html' } })),
    )
    expect({ reason, status }).toEqual({ reason: 'example answered with HTTP 503', status: 503 })
  })

  it('stops reading beyond the cap and cancels the transfer', async () => {
    const cancel = vi.fn<() => void>()
    const chunk = new Uint8Array(1024 * 1024)
    const endless = new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(chunk), cancel })
    const { reason, status } = await failure(get(new Response(endless)))
    expect({ reason, status }).toEqual({ reason: 'example answered with more than 10 MiB', status: 502 })
    expect(cancel).toHaveBeenCalledOnce()
    expect(MAX_BODY_BYTES).toBe(10 * chunk.length)
  })

  it('reports a transfer that breaks off as the provider’s failure', async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) })
    const { status } = await failure(get(new Response(broken)))
    expect(status).toBe(502)
  })

  it('keeps a character that two chunks share', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ id: 'é' }))
    const split = bytes.indexOf(0xc3) + 1
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, split))
        controller.enqueue(bytes.slice(split))
        controller.close()
      },
    })
    expect((await get(new Response(stream))).data).toEqual({ id: 'é' })
  })
})

describe('rate limits', () => {
  it('reads Retry-After in seconds', async () => {
    const refused = jsonResponse({ message: 'Slow down' }, { status: 429, headers: { 'retry-after': '30' } })
    expect(await failure(get(refused))).toMatchObject({
      status: 429,
      retryAfterSeconds: 30,
      reason: 'Slow down',
    })
  })

  it('reads Retry-After as a date', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') })
    const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }
    expect(await failure(get(jsonResponse({}, { status: 503, headers })))).toMatchObject({
      status: 503,
      retryAfterSeconds: 60,
    })
  })

  it('takes a 403 with nothing remaining for a rate limit, not for missing rights', async () => {
    vi.useFakeTimers({ now: 1_000_000_000_000 })
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000000090' }
    const refused = jsonResponse({ message: 'API rate limit exceeded' }, { status: 403, headers })
    expect(await failure(get(refused))).toMatchObject({ status: 429, retryAfterSeconds: 90 })
  })

  it('reads a reset that counts seconds from now, which as a time would be long past', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2' }
    const refused = jsonResponse({ error: 'Rate limit exceeded' }, { status: 429, headers })
    expect(await failure(get(refused))).toMatchObject({ status: 429, retryAfterSeconds: 2 })
  })

  it('leaves a 403 with calls remaining a 403', async () => {
    const headers = { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': '1000000090' }
    const error = await failure(get(jsonResponse({ message: 'Forbidden' }, { status: 403, headers })))
    expect(error).toMatchObject({ status: 403, retryAfterSeconds: undefined })
  })
})

describe('graphql', () => {
  it('posts document and variables as JSON', async () => {
    const { context, requests } = fakeContext(facts, [jsonResponse({ data: { thing: { id: '1' } } })])
    expect(await context.graphql(document, { id: '1' }, thing)).toEqual({ thing: { id: '1' } })
    expect(requests[0]).toMatchObject({ method: 'POST', body: { query: document, variables: { id: '1' } } })
    expect(requests[0]?.url.href).toBe('https://api.example.com/graphql')
  })

  it('looks at errors before the data, even when there is data', async () => {
    const answer = jsonResponse({ data: { thing: { id: '1' } }, errors: [{ message: 'Half of it failed' }] })
    expect(await failure(query(answer))).toMatchObject({ reason: 'Half of it failed', status: 200 })
  })

  it('reports RATELIMITED, sent with HTTP 400, as 429 and until when', async () => {
    vi.useFakeTimers({ now: 1_000_000_000_000 })
    const headers = {
      'x-ratelimit-requests-remaining': '0',
      'x-ratelimit-requests-reset': '1000000005000',
      'x-ratelimit-complexity-remaining': '100',
      'x-ratelimit-complexity-reset': '1000009999000',
    }
    const errors = [{ message: 'Rate limit exceeded', extensions: { code: 'RATELIMITED' } }]
    const error = await failure(query(jsonResponse({ errors }, { status: 400, headers })))
    expect(error).toMatchObject({ status: 429, retryAfterSeconds: 5 })
  })

  it('reports AUTHENTICATION_ERROR as 401, so that the person is asked to reconnect', async () => {
    const extensions = { code: 'AUTHENTICATION_ERROR', userPresentableMessage: 'You need to sign in again.' }
    const answer = jsonResponse({ errors: [{ message: 'auth', extensions }] }, { status: 400 })
    expect(await failure(query(answer))).toMatchObject({ status: 401, reason: 'You need to sign in again.' })
  })

  it('reports ACCESS_DENIED, sent with HTTP 200, as 403: with 200 it would pass for an unknown failure', async () => {
    const errors = [{ message: 'Access denied for orders field', extensions: { code: 'ACCESS_DENIED' } }]
    expect(await failure(query(jsonResponse({ errors })))).toMatchObject({ status: 403 })
  })

  it('reports a refusal without GraphQL errors by its status', async () => {
    expect(await failure(query(new Response('<html>', { status: 502 })))).toMatchObject({ status: 502 })
  })

  it('reports null data as a mismatch', async () => {
    const { reason } = await failure(query(jsonResponse({ data: null })))
    expect(reason).toBe('example answered in an unexpected shape at its top')
  })
})

describe('a provider that says in its own words what status and headers do not', () => {
  const refusal = (answer: unknown) =>
    JSON.stringify(answer ?? null).includes('quota') ? new ProviderError('quota', 429) : undefined
  const ask = (response: Response) =>
    createProviderClient(
      { id: 'x', apiBase: 'https://api.x.example', refusal },
      () => Promise.resolve(response),
      new AbortController().signal,
    ).request('GET /a', { schema: z.unknown() })

  it.each([200, 403])('with status %i: it is a rate limit and not a success or a denial', async (status) => {
    const response = Response.json({ error: 'quota' }, { status, headers: { 'retry-after': '7' } })
    await expect(ask(response)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 7 })
  })

  it('in GraphQL too, where it knows more than the errors: how long to wait', async () => {
    const body = { errors: [{ message: 'Throttled' }], extensions: { left: 0 } }
    const asked = vi.fn<() => ProviderError>(() => new ProviderError('quota', 429, 4))
    const client = createProviderClient(
      { ...facts, refusal: asked },
      () => Promise.resolve(Response.json(body)),
      new AbortController().signal,
    )
    await expect(client.graphql(document, {}, z.unknown())).rejects.toMatchObject({ retryAfterSeconds: 4 })
    expect(asked).toHaveBeenCalledWith(body)
  })

  it('and is not asked to speak where all is well', async () => {
    expect((await ask(Response.json({ fine: true }))).data).toEqual({ fine: true })
  })
})
