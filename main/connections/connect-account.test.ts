import { describe, expect, it } from 'vitest'
import { json } from '../testing/notes-service.ts'
import { beginSignIn, signInTo, storedRows } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

function signInsGive(test: TestHub, account: string, token = `access-of-${account}`): void {
  test.service.accounts.set(token, account)
  test.service.token = () => json({ access_token: token, token_type: 'bearer', scope: 'read' })
}

async function accounts(test: TestHub) {
  return (await test.ask('integrations.get', { integrationId: 'notes' })).connections
}

describe('connecting', () => {
  it('the same account again renews it in place: apps and grants keep their account', async () => {
    const test = createTestHub()
    signInsGive(test, 'ada', 'old-token')
    const first = await signInTo(test)
    await test.platform.clock.advance(60_000)
    const before = await accounts(test)
    signInsGive(test, 'ada', 'new-token')
    expect(await signInTo(test)).toBe(first)
    expect(await accounts(test)).toEqual(before)
    expect(storedRows(test)).toMatchObject({ connections: 1, credentials: 1 })
    const app = await test.pair()
    await app.call('notes_list_notes')
    expect(test.platform.network.requests.at(-1)?.headers.get('authorization')).toBe('Bearer new-token')
  })

  it('the same account twice at the same moment makes one connection', async () => {
    const test = createTestHub()
    const connect = () =>
      test.ask('connections.connectWithKey', {
        integrationId: 'notes',
        method: 'api_key',
        values: { key: 'key-of-ada' },
      })
    const ids = (await Promise.all([connect(), connect(), connect()])).map(({ id }) => id)
    expect(new Set(ids).size).toBe(1)
    expect(storedRows(test)).toMatchObject({ connections: 1, credentials: 1 })
  })

  it('another account adds one', async () => {
    const test = createTestHub()
    for (const account of ['ada', 'bob']) {
      signInsGive(test, account)
      await signInTo(test)
    }
    expect((await accounts(test)).map(({ accountName }) => accountName)).toEqual([
      'ada@example.com',
      'bob@example.com',
    ])
  })

  it('by key replaces the sign-in of the same account', async () => {
    const test = createTestHub()
    await signInTo(test)
    await test.ask('connections.connectWithKey', {
      integrationId: 'notes',
      method: 'api_key',
      values: { key: '  key-of-ada\n' },
    })
    expect(await accounts(test)).toMatchObject([{ authType: 'api_key' }])
  })

  it('by a key that the provider refuses, or that is none, keeps nothing', async () => {
    const test = createTestHub()
    for (const key of ['wrong-key', 'two words', 'line\nbreak', 'smörgås']) {
      const error = await test.refusal('connections.connectWithKey', {
        integrationId: 'notes',
        method: 'api_key',
        values: { key },
      })
      expect(error.code).toBe('KEY_REJECTED')
    }
    expect(storedRows(test)).toMatchObject({ connections: 0, credentials: 0 })
  })

  it('by a key or sign-in refused in an answer with status 200 says so and keeps nothing', async () => {
    const test = createTestHub()
    test.service.api = () => json({ ok: false, error: 'invalid_auth' })
    const input = { integrationId: 'notes', method: 'api_key', values: { key: 'key-of-ada' } } as const
    expect((await test.refusal('connections.connectWithKey', input)).code).toBe('KEY_REJECTED')
    const { link } = await beginSignIn(test)
    await test.hub.openLink(link())
    expect(test.signIns().at(-1)?.problem?.code).toBe('SIGN_IN_FAILED')
    expect(storedRows(test)).toMatchObject({ connections: 0, credentials: 0 })
  })
})

describe('reconnecting', () => {
  it('keeps the connection and cures it', async () => {
    const test = createTestHub()
    const id = await signInTo(test)
    test.platform.database.prepare("UPDATE connections SET status = 'expired'").run()
    expect(await signInTo(test, id)).toBe(id)
    expect(await accounts(test)).toMatchObject([{ id, status: 'active' }])
  })

  it('refuses another account, and leaves everything as it was', async () => {
    const test = createTestHub()
    const id = await signInTo(test)
    const before = await accounts(test)
    signInsGive(test, 'bob')
    const { link } = await beginSignIn(test, id)
    await test.hub.openLink(link())
    const problem = test.signIns().at(-1)?.problem
    expect(problem?.code).toBe('SIGN_IN_FAILED')
    expect(problem?.message).toMatch(/bob@example\.com.*ada@example\.com/)
    expect(await accounts(test)).toEqual(before)
    const app = await test.pair()
    expect((await app.call('notes_list_notes')).status).toBe(200)
  })

  it('refuses another account’s key too', async () => {
    const test = createTestHub()
    const connectionId = await signInTo(test)
    test.service.accounts.set('key-of-bob', 'bob')
    const input = {
      integrationId: 'notes',
      method: 'api_key',
      values: { key: 'key-of-bob' },
      connectionId,
    } as const
    expect((await test.refusal('connections.connectWithKey', input)).code).toBe('SIGN_IN_FAILED')
  })
})

describe('granted scopes', () => {
  const ok = { access_token: 'access-1', token_type: 'bearer' }
  it.each([
    ['with commas', { ...ok, scope: 'read,write' }, ['read', 'write']],
    ['with spaces', { ...ok, scope: 'read write' }, ['read', 'write']],
    ['fewer than asked for', { ...ok, scope: 'read' }, ['read']],
    ['unsaid, so those asked for', ok, ['read', 'write']],
  ])('are read: %s', async (_, answer, scopes) => {
    const test = createTestHub()
    test.service.accounts.set('access-1', 'ada')
    test.service.token = () => json(answer)
    await signInTo(test)
    expect(await accounts(test)).toMatchObject([{ scopes }])
  })
})

describe('disconnecting', () => {
  it('takes the token back at the provider, then forgets it', async () => {
    const test = createTestHub()
    const connectionId = await signInTo(test)
    expect(await test.ask('connections.disconnect', { connectionId })).toEqual({ revoked: true })
    const { url, body } = test.platform.network.requests.at(-1) ?? {}
    expect([url?.href, new URLSearchParams(body).get('token')]).toEqual([
      'https://notes.example/oauth/revoke',
      'refresh-1',
    ])
    expect(storedRows(test)).toMatchObject({ connections: 0, credentials: 0 })
  })

  it('forgets also when the provider cannot be reached or the vault is locked', async () => {
    for (const trouble of ['network', 'keychain'] as const) {
      const test = createTestHub()
      const connectionId = await signInTo(test)
      const again = await test.restart()
      if (trouble === 'network')
        again.platform.network.respond = () => Promise.reject(new TypeError('fetch failed'))
      else again.platform.keychain.mood = 'fails'
      expect(await again.ask('connections.disconnect', { connectionId })).toEqual({ revoked: false })
      expect(storedRows(again)).toMatchObject({ connections: 0, credentials: 0 })
    }
  })
})
