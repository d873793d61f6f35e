import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import {
  answerLinear,
  linearApplication,
  linearAuthorizeUrl,
  linearRedirectUri,
  requestLinearTokens,
  signInAtLinear,
} from './linear-person.ts'
import { useInternet } from './use-internet.ts'

const outside = useInternet()
const verifier = 'x'.repeat(43)
const key = 'lin_api_valid'

afterEach(() => {
  const { linear } = outside.internet
  Object.assign(linear, { accessTokenSeconds: 86_400, answerIssuer: null })
  linear.clearFailures()
})

const viewer = async (authorization: string): Promise<{ status: number; text: string }> => {
  const response = await outside.client.request('https://api.linear.app/graphql', {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { email } }' }),
  })
  return { status: response.status, text: await response.text() }
}

test('a code with PKCE becomes opaque tokens that work, and every step is recorded', async () => {
  const { client, internet } = outside
  const tokens = await signInAtLinear(client)
  expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 86_400, scope: 'read write' })
  expect(tokens.refresh_token).toBeTruthy()
  expect(await viewer(`Bearer ${tokens.access_token}`)).toEqual({
    status: 200,
    text: '{"data":{"viewer":{"email":"ada@example.com"}}}',
  })
  expect(internet.linear.tokenRequests().at(-1)).toMatchObject({
    grantType: 'authorization_code',
    status: 200,
  })
  const recorded = internet.requests('api.linear.app').at(-1)
  expect(recorded).toMatchObject({ method: 'POST', url: 'https://api.linear.app/graphql', status: 200 })
  expect(recorded?.headers['authorization']).toBe(`Bearer ${tokens.access_token}`)
})

test('the answer carries the state and, as at Linear, no issuer unless a test asks for one', async () => {
  const { client, internet } = outside
  const plain = await answerLinear(client, linearAuthorizeUrl(verifier), 'allow')
  expect(plain.href).toMatch(/^app\.gatehouse\.desktop:\/oauth\/callback\?/)
  expect([...plain.searchParams.keys()].sort()).toEqual(['code', 'state'])
  internet.linear.answerIssuer = 'https://evil.example'
  const mixedUp = await answerLinear(client, linearAuthorizeUrl(verifier), 'allow')
  expect(mixedUp.searchParams.get('iss')).toBe('https://evil.example')
})

test('deny sends access_denied', async () => {
  const callback = await answerLinear(outside.client, linearAuthorizeUrl(verifier), 'deny')
  expect(callback.searchParams.get('error')).toBe('access_denied')
  expect(callback.searchParams.get('state')).toBe('state-1')
})

test('a wrong verifier, a wrong secret, no PKCE or a foreign redirect address is refused', async () => {
  const { client } = outside
  const callback = await answerLinear(client, linearAuthorizeUrl(verifier), 'allow')
  const exchange = {
    ...linearApplication,
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: linearRedirectUri,
    code_verifier: 'y'.repeat(43),
  }
  expect((await requestLinearTokens(client, exchange)).tokens.error).toBe('invalid_grant')
  const stranger = { ...exchange, client_secret: 'wrong' }
  expect((await requestLinearTokens(client, stranger)).tokens.error).toBe('invalid_client')
  const bare = linearAuthorizeUrl(verifier).replaceAll(/&code_challenge(_method)?=[^&]+/g, '')
  expect((await client.browse(bare)).url).toContain('error=invalid_request')
  const foreign = linearAuthorizeUrl(verifier, { redirect_uri: 'https://evil.example/' })
  expect((await client.browse(foreign)).html).toContain('not valid')
})

test('the public application needs no secret', async () => {
  const tokens = await signInAtLinear(outside.client, { client_id: 'gatehouse-linear-public' })
  expect(tokens.refresh_token).toBeTruthy()
})

test('a refresh rotates: the new tokens work, the old refresh token is refused', async () => {
  const { client } = outside
  const first = await signInAtLinear(client)
  const refresh = { ...linearApplication, grant_type: 'refresh_token', refresh_token: first.refresh_token }
  const second = await requestLinearTokens(client, refresh)
  expect(second.status).toBe(200)
  expect(second.tokens.refresh_token).not.toBe(first.refresh_token)
  expect((await viewer(`Bearer ${second.tokens.access_token}`)).status).toBe(200)
  const replay = await requestLinearTokens(client, refresh)
  expect([replay.status, replay.tokens.error]).toEqual([400, 'invalid_grant'])
})

test('an expired or unknown credential is answered in Linear’s shape', async () => {
  outside.internet.linear.accessTokenSeconds = 1
  const { access_token: token } = await signInAtLinear(outside.client)
  await wait(1100)
  for (const value of [`Bearer ${token}`, 'Bearer unknown', 'lin_api_wrong', `Bearer ${key}`]) {
    const { status, text } = await viewer(value)
    expect(status).toBe(401)
    expect(text).toContain('AUTHENTICATION_ERROR')
  }
})

test('a revoked token works no more, with client credentials or, as at Linear, without', async () => {
  const { client, internet } = outside
  for (const credentials of [linearApplication, {}]) {
    const { access_token: token } = await signInAtLinear(client)
    const answer = await client.postForm('https://api.linear.app/oauth/revoke', { ...credentials, token })
    expect(answer.status).toBe(200)
    expect(internet.linear.revoked()).toContain(token)
    expect((await viewer(`Bearer ${token}`)).status).toBe(401)
  }
})

test('failures come as asked, as often as asked', async () => {
  const { client, internet } = outside
  internet.linear.failNext({ status: 429, headers: { 'retry-after': '1' }, body: { errors: [] }, times: 2 })
  internet.linear.failNext({ status: 500, body: '<h1>Bad gateway</h1>', path: '/oauth/token' })
  internet.linear.failNext({ delayMs: 150, path: '/graphql' })
  expect([(await viewer(key)).status, (await viewer(key)).status]).toEqual([429, 429])
  const before = Date.now()
  expect((await viewer(key)).status).toBe(200)
  expect(Date.now() - before).toBeGreaterThanOrEqual(145)
  const garbage = await client.postForm('https://api.linear.app/oauth/token', linearApplication)
  expect([garbage.status, await garbage.text()]).toEqual([500, '<h1>Bad gateway</h1>'])
})

test('a request that is never answered waits until its client gives up', async () => {
  const { client, internet } = outside
  internet.linear.failNext({ delayMs: Infinity })
  const signal = AbortSignal.timeout(200)
  const request = client.request('https://api.linear.app/graphql', { method: 'POST', signal })
  await expect(request).rejects.toThrow(/timeout|abort/i)
  expect(internet.requests('api.linear.app').at(-1)?.status).toBeUndefined()
})

test('an unknown host is refused and recorded, until a test adds it', async () => {
  const { client, internet } = outside
  const refused = await client.request('https://www.google.com/generate_204')
  expect([refused.status, await refused.text()]).toEqual([502, 'no such host'])
  expect(internet.requests('www.google.com')).toHaveLength(1)
  internet.add({ hosts: ['www.google.com'], answer: async () => ({ status: 204 }) })
  expect((await client.request('https://www.google.com/generate_204')).status).toBe(204)
})
