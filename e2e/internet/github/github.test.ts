import { createHash } from 'node:crypto'
import type { RequestInit } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { useInternet } from '../use-internet.ts'

const outside = useInternet()
const verifier = 'v'.repeat(43)
const redirectUri = 'http://127.0.0.1:49152/oauth/callback'
const application = { client_id: 'gatehouse-github', client_secret: 'github-secret' }

afterEach(() => {
  outside.internet.github.accessTokenSeconds = null
})

type Body = Record<string, unknown> & { readonly number: number; readonly items: readonly unknown[] }

const call = async (path: string, init: RequestInit = {}, authorization = 'Bearer github_pat_valid') => {
  const response = await outside.client.request(`https://api.github.com${path}`, {
    ...init,
    headers: { authorization, 'user-agent': 'test', ...(init.headers as Record<string, string>) },
  })
  const text = await response.text()
  const body = (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as Body
  return { status: response.status, headers: response.headers, text, body }
}
const send = (method: string, path: string, value: unknown) =>
  call(path, { method, body: JSON.stringify(value) })

const authorize = async (answer: 'allow' | 'deny', more: Record<string, string> = {}): Promise<URL> => {
  const query = new URLSearchParams({
    client_id: application.client_id,
    redirect_uri: redirectUri,
    scope: 'repo read:user',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })
  const page = await outside.client.browse(`https://github.com/login/oauth/authorize?${query}`)
  const response = await outside.client.postForm('https://github.com/login/oauth/authorize/answer', {
    request: /name="request" value="([^"]+)"/.exec(page.html)?.[1] ?? '',
    answer,
  })
  return new URL(response.headers.get('location') ?? 'about:blank')
}

const exchange = async (fields: Record<string, string>): Promise<Record<string, string>> => {
  const response = await outside.client.request('https://github.com/login/oauth/access_token', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      ...application,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...fields,
    }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, string>
}

test('a personal token is the person; none, or a wrong one, is 401', async () => {
  const { body, headers } = await call('/user')
  expect(body).toMatchObject({ login: 'ada', name: 'Ada Lovelace' })
  expect(headers.get('x-ratelimit-resource')).toBe('core')
  const wrong = await call('/user', {}, 'Bearer github_pat_wrong')
  expect([wrong.status, wrong.body['message']]).toEqual([401, 'Bad credentials'])
})

test('a sign-in on any loopback port gives a token that works until it is revoked', async () => {
  const callback = await authorize('allow')
  expect(callback.href).toContain(`${redirectUri}?code=`)
  const code = callback.searchParams.get('code') ?? ''
  const { access_token: token = '', scope } = await exchange({ code })
  expect(scope).toBe('repo,read:user')
  expect((await call('/user', {}, `Bearer ${token}`)).headers.get('x-oauth-scopes')).toBe('repo, read:user')
  expect(await exchange({ code })).toMatchObject({ error: 'bad_verification_code' })

  const basic = `Basic ${btoa('gatehouse-github:github-secret')}`
  const path = '/applications/gatehouse-github/token'
  const revocation = { method: 'DELETE', body: JSON.stringify({ access_token: token }) }
  expect((await call(path, revocation, `Bearer ${token}`)).status).toBe(404)
  expect((await call(path, revocation, basic)).status).toBe(204)
  expect(outside.internet.github.revoked()).toEqual([token])
  expect((await call('/user', {}, `Bearer ${token}`)).status).toBe(401)
})

test('errors of the token endpoint come with 200; plain answers are form-encoded', async () => {
  const codeFor = async () => (await authorize('allow')).searchParams.get('code') ?? ''
  expect(await exchange({ code: await codeFor(), code_verifier: 'wrong' })).toHaveProperty(
    'error',
    'bad_verification_code',
  )
  expect(await exchange({ code: await codeFor(), redirect_uri: 'http://127.0.0.1/x' })).toHaveProperty(
    'error',
    'redirect_uri_mismatch',
  )
  expect(await exchange({ code: '', client_secret: 'wrong' })).toHaveProperty(
    'error',
    'incorrect_client_credentials',
  )
  const plain = await outside.client.postForm('https://github.com/login/oauth/access_token', application)
  expect(new URLSearchParams(await plain.text()).get('error')).toBe('bad_verification_code')
})

test('deny sends access_denied, and a redirect address that is not registered goes nowhere', async () => {
  const denied = await authorize('deny')
  expect([...denied.searchParams]).toContainEqual(['error', 'access_denied'])
  const foreign = await authorize('allow', { redirect_uri: 'https://evil.example/' })
  expect(foreign.href).toBe('about:blank')
})

test('with a lifetime, tokens expire and refresh once', async () => {
  outside.internet.github.accessTokenSeconds = 28_800
  const code = (await authorize('allow')).searchParams.get('code') ?? ''
  const { refresh_token: refreshToken = '', expires_in: seconds } = await exchange({ code })
  expect(seconds).toBe(28_800)
  const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken }
  expect(await exchange(refresh)).toHaveProperty('access_token')
  expect(await exchange(refresh)).toHaveProperty('error', 'bad_refresh_token')
})

test('lists page by the Link header', async () => {
  const first = await call('/user/repos?per_page=4&sort=pushed')
  expect(first.body).toHaveLength(4)
  const next =
    /<https:\/\/api\.github\.com([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  const second = await call(next)
  expect(second.body).toHaveLength(2)
  expect(second.headers.get('link')).not.toContain('rel="next"')
})

test('issues: search, create, comment, close, and what GitHub refuses', async () => {
  const issues = '/repos/meridian/app/issues'
  const found = await call(
    `/search/issues?q=${encodeURIComponent('crash repo:meridian/app is:issue is:open')}`,
  )
  expect(found.body).toMatchObject({ total_count: 1, items: [{ number: 1, user: { login: 'grace' } }] })
  expect((await call('/search/issues?q=crash')).status).toBe(422)
  const created = await send('POST', issues, { title: 'New', labels: ['bug'] })
  expect([created.status, created.body.number]).toEqual([201, 8])
  expect((await send('POST', `${issues}/8/comments`, { body: 'Hello' })).status).toBe(201)
  expect((await send('PATCH', `${issues}/8`, { state: 'closed' })).body).toMatchObject({
    state: 'closed',
    comments: 1,
  })
  const untitled = await send('POST', issues, { body: 'x' })
  expect(untitled.body).toMatchObject({
    message: 'Validation Failed',
    errors: [{ field: 'title', code: 'missing_field' }],
  })
  expect((await call('/repos/meridian/secret/issues')).status).toBe(404)
})

test('pull requests, files, code and notifications answer in their shapes', async () => {
  expect((await call('/repos/meridian/app/pulls')).body).toMatchObject([
    { number: 6, draft: true },
    { number: 3 },
  ])
  expect((await call('/repos/meridian/app/pulls/3/files')).body).toHaveLength(2)
  expect((await send('PUT', '/repos/meridian/app/pulls/6/merge', {})).status).toBe(405)
  expect((await send('PUT', '/repos/meridian/app/pulls/3/merge', {})).body).toMatchObject({ merged: true })
  const file = await call('/repos/meridian/app/contents/README.md')
  expect(Buffer.from(String(file.body['content']), 'base64').toString()).toContain('# Meridian')
  const raw = await call('/repos/meridian/app/contents/README.md', {
    headers: { accept: 'application/vnd.github.raw+json' },
  })
  expect(raw.text).toContain('# Meridian')
  expect((await call('/repos/meridian/app/contents')).body).toHaveLength(3)
  expect((await call('/search/code?q=Retry+repo:meridian/api')).body.items).toHaveLength(1)
  expect((await call('/notifications')).body).toHaveLength(3)
})
