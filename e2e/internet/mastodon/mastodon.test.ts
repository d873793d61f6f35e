import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { mastodon } from '../../../registry/crm-marketing-social/mastodon.ts'
import { createToolCaller } from '../tool-caller.ts'
import { useInternet } from '../use-internet.ts'

const outside = useInternet()
const server = 'https://fedi.example.org'
const redirect_uri = 'app.gatehouse.desktop:/oauth/callback'
const verifier = 'm'.repeat(43)

type Fields = Record<string, string>

const post = async (path: string, fields: Fields) => {
  const response = await outside.client.postForm(`${server}${path}`, fields)
  return { status: response.status, body: (await response.json()) as Fields }
}

const register = async (scopes: string): Promise<Fields> => {
  const { status, body } = await post('/api/v1/apps', {
    client_name: 'Gatehouse',
    redirect_uris: redirect_uri,
    scopes,
  })
  expect(status).toBe(200)
  return body
}

const signIn = async ({ client_id = '', client_secret = '' }: Fields, scope: string) => {
  const { browse, submit } = outside.client
  const query = new URLSearchParams({
    client_id,
    redirect_uri,
    response_type: 'code',
    scope,
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  let page = await browse(`${server}/oauth/authorize?${query}`)
  if (page.html.includes('name="email"')) page = await submit(page, { email: 'ada@example.com' })
  if (page.html.includes('Authorization required')) page = await submit(page, { answer: 'allow' })
  const callback = new URL(page.url)
  const code = callback.searchParams.get('code')
  if (code === null) return { callback, body: {} as Fields }
  const grant = { grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier }
  return { callback, ...(await post('/oauth/token', { ...grant, client_id, client_secret })) }
}

test('an app that has registered itself signs a person in, and no other secret will do', async () => {
  const app = await register('read:accounts')
  expect(app).toMatchObject({ client_secret_expires_at: 0, redirect_uris: [redirect_uri] })
  const { body } = await signIn(app, 'read:accounts')
  expect(Object.keys(body).toSorted()).toEqual(['access_token', 'created_at', 'scope', 'token_type'])
  const wrong = await signIn({ ...app, client_secret: 'wrong' }, 'read:accounts')
  expect(wrong.body['error']).toBe('invalid_client')
})

test('an app gets no more than it has registered for', async () => {
  const app = await register('read:accounts')
  const { callback } = await signIn(app, 'read:accounts write:statuses')
  expect(callback.searchParams.get('error')).toBe('invalid_scope')
  const { body } = await signIn(app, 'read:accounts')
  const authorization = `Bearer ${body['access_token']}`
  const call = createToolCaller(outside.client, mastodon, {
    authorization,
    site: { instance: 'fedi.example.org' },
  })
  await expect(call('mastodon_create_post', { text: 'No' })).rejects.toThrow(/outside the authorized scopes/)
})

test('a registration without an address or for unknown scopes is refused', async () => {
  const fields = { client_name: 'Gatehouse', redirect_uris: 'nowhere', scopes: 'read:accounts' }
  expect((await post('/api/v1/apps', fields)).status).toBe(422)
  const scopes = 'read:everything'
  expect((await post('/api/v1/apps', { ...fields, redirect_uris: redirect_uri, scopes })).status).toBe(422)
})

test('the tools send what Mastodon takes; the same post sent again is the one there is', async () => {
  const scope = 'read:accounts read:statuses write:statuses'
  const { body } = await signIn(await register(scope), scope)
  const call = createToolCaller(outside.client, mastodon, {
    authorization: `Bearer ${body['access_token']}`,
    site: { instance: 'fedi.example.org' },
  })
  expect(await call('mastodon_get_me')).toMatchObject({ handle: 'ada@fedi.example.org' })
  const first = await call('mastodon_get_home_timeline', { limit: 2 })
  expect(first['posts']).toMatchObject([{ text: 'Found a moth in the relay.' }, { author: 'alan' }])
  const second = await call('mastodon_get_home_timeline', { limit: 2, cursor: first['next_cursor'] })
  expect(second['posts']).toMatchObject([{ text: 'A ship in port is safe.' }])
  const { statuses } = outside.internet.mastodon.data
  const before = statuses.length
  const post = { text: 'Hello <world>\nagain', visibility: 'unlisted' }
  const created = await call('mastodon_create_post', post)
  expect(await call('mastodon_create_post', post)).toEqual(created)
  expect(statuses).toHaveLength(before + 1)
  expect(statuses[0]).toMatchObject({ text: post.text, visibility: 'unlisted' })
  const timeline = await call('mastodon_get_home_timeline', { limit: 1 })
  expect(timeline['posts']).toMatchObject([{ text: post.text, author: 'ada' }])
})
