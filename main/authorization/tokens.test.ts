import { describe, expect, it } from 'vitest'
import { createApps } from '../apps/apps.ts'
import { openDoor, registerClient, type Door } from '../testing/door.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

async function withClient() {
  const test = await createConnectedHub()
  const door = await openDoor(test)
  return { test, door, client: await registerClient(test, door) }
}

/** A client that has its tokens. */
async function authorized(toolkits: readonly string[] = ['notes']) {
  const { test, door, client } = await withClient()
  const code = await client.code(toolkits)
  const { body } = await client.exchange(code)
  const access = String(body['access_token'])
  return { test, door, client, code, access, refresh: String(body['refresh_token']) }
}

const list = (door: Door, token: string) =>
  door.knock('/v1/manifest?format=mcp', { headers: { authorization: `Bearer ${token}` } })

const REFRESH = { grant_type: 'refresh_token' }

describe('an access token', () => {
  it('is an app’s, with the toolkits that the person chose', async () => {
    const { test, door, access } = await authorized()
    const listed = await list(door, access)
    expect(listed.status).toBe(200)
    expect(listed.text).toContain('notes_list_notes')
    expect(await test.ask('apps.list', {})).toMatchObject([{ name: 'Cursor', toolkits: ['notes'] }])
  })

  it('ends after an hour', async () => {
    const { test, door, access } = await authorized()
    test.platform.clock.sleep(3_599_999)
    expect((await list(door, access)).status).toBe(200)
    test.platform.clock.sleep(1)
    expect((await list(door, access)).status).toBe(401)
  })

  it('is known after a restart, and stored as a hash only', async () => {
    const { test, access, refresh } = await authorized()
    const apps = createApps(test.platform.database, test.platform.clock)
    expect(apps.findByToken(access)?.name).toBe('Cursor')
    expect(apps.findByToken(refresh)).toBeUndefined()
    const rows = test.platform.database.prepare('SELECT * FROM app_tokens').all()
    const stored = JSON.stringify([rows, test.events])
    expect(rows).toHaveLength(2)
    for (const token of [access, refresh]) expect(stored).not.toContain(token)
  })

  it.each(['apps.remove', 'apps.renewToken'] as const)('is dead at once after %s', async (route) => {
    const { test, door, client, access, refresh } = await authorized()
    const [app] = await test.ask('apps.list', {})
    await test.ask(route, { appId: app?.id ?? '' })
    expect((await list(door, access)).status).toBe(401)
    const again = await client.token({ ...REFRESH, refresh_token: refresh })
    expect(again.body['error']).toBe('invalid_grant')
    expect(test.platform.database.prepare('SELECT * FROM app_tokens').all()).toEqual([])
  })

  it('that is revoked takes its refresh token along', async () => {
    const { door, client, access, refresh } = await authorized()
    const body = new URLSearchParams({ token: access, client_id: client.id })
    expect((await door.knock('/oauth/revoke', { body })).status).toBe(200)
    expect((await list(door, access)).status).toBe(401)
    expect((await client.token({ ...REFRESH, refresh_token: refresh })).status).toBe(400)
  })

  it('that is revoked ends what was open with it: its question is withdrawn', async () => {
    const { test, door, client, access } = await authorized()
    const calling = door
      .knock('/v1/tools/notes_create_note', {
        body: { arguments: { title: 'x' } },
        headers: { authorization: `Bearer ${access}` },
      })
      .catch(() => 'cut off')
    await test.questions()
    const body = new URLSearchParams({ token: access, client_id: client.id })
    expect((await door.knock('/oauth/revoke', { body })).status).toBe(200)
    await calling
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })

  it('cannot be revoked by another client', async () => {
    const { test, door, access } = await authorized()
    const other = await registerClient(test, door, 'Other')
    const body = new URLSearchParams({ token: access, client_id: other.id })
    expect((await door.knock('/oauth/revoke', { body })).status).toBe(200)
    expect((await list(door, access)).status).toBe(200)
  })
})

describe('a refresh token', () => {
  it('is given for the next one, and goes on as long as it is used', async () => {
    const { test, door, client, refresh } = await authorized()
    let token = refresh
    for (let round = 0; round < 3; round += 1) {
      test.platform.clock.sleep(80 * 86_400_000)
      const { status, body } = await client.token({ ...REFRESH, refresh_token: token })
      expect(status).toBe(200)
      expect(body['refresh_token']).not.toBe(token)
      token = String(body['refresh_token'])
      expect((await list(door, String(body['access_token']))).status).toBe(200)
    }
    test.platform.clock.sleep(90 * 86_400_000)
    expect((await client.token({ ...REFRESH, refresh_token: token })).body['error']).toBe('invalid_grant')
  })

  it('used twice at the same moment gets the same answer: two processes of one client share it', async () => {
    const { test, client, refresh } = await authorized()
    const first = await client.token({ ...REFRESH, refresh_token: refresh })
    test.platform.clock.sleep(9_999)
    const second = await client.token({ ...REFRESH, refresh_token: refresh })
    expect(second.body).toEqual(first.body)
  })

  it('used again later was stolen: everything that came of it ends', async () => {
    const { test, door, client, refresh } = await authorized()
    const { body } = await client.token({ ...REFRESH, refresh_token: refresh })
    test.platform.clock.sleep(10_000)
    const stolen = await client.token({ ...REFRESH, refresh_token: refresh })
    expect(stolen.body['error']).toBe('invalid_grant')
    expect((await list(door, String(body['access_token']))).status).toBe(401)
    const next = await client.token({ ...REFRESH, refresh_token: String(body['refresh_token']) })
    expect(next.body['error']).toBe('invalid_grant')
  })

  it('is of use to its own client only, and for refreshing only', async () => {
    const { test, door, client, access, refresh } = await authorized()
    const other = await registerClient(test, door, 'Other')
    expect((await other.token({ ...REFRESH, refresh_token: refresh })).body['error']).toBe('invalid_grant')
    expect((await client.token({ ...REFRESH, refresh_token: access })).body['error']).toBe('invalid_grant')
    expect((await list(door, refresh)).status).toBe(401)
    expect((await client.token({ ...REFRESH, refresh_token: refresh })).status).toBe(200)
  })

  it('renewed in a loop does not fill the disk', async () => {
    const { test, client, refresh } = await authorized()
    let token = refresh
    for (let round = 0; round < 120; round += 1) {
      test.platform.clock.sleep(1)
      token = String((await client.token({ ...REFRESH, refresh_token: token })).body['refresh_token'])
    }
    const rows = test.platform.database.prepare('SELECT * FROM app_tokens').all()
    expect(rows.length).toBeLessThanOrEqual(105)
    expect((await client.token({ ...REFRESH, refresh_token: token })).status).toBe(200)
  })
})

describe('a code', () => {
  it('works once; the second use ends what came of the first', async () => {
    const { door, client, code, access, refresh } = await authorized()
    expect((await client.exchange(code)).body['error']).toBe('invalid_grant')
    expect((await list(door, access)).status).toBe(401)
    expect((await client.token({ ...REFRESH, refresh_token: refresh })).status).toBe(400)
  })

  it.each<[string, Record<string, string>]>([
    ['another verifier', { code_verifier: 'another-verifier-of-forty-three-characters-000' }],
    ['the challenge for a verifier', { code_verifier: 'x' }],
    ['another redirect', { redirect_uri: 'http://127.0.0.1:4001/callback' }],
  ])('is worth nothing with %s, then or later', async (_, change) => {
    const { test, client } = await withClient()
    const code = await client.code()
    expect((await client.exchange(code, change)).body['error']).toBe('invalid_grant')
    expect((await client.exchange(code)).body['error']).toBe('invalid_grant')
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('of one client is worth nothing to another', async () => {
    const { test, door, client } = await withClient()
    const other = await registerClient(test, door, 'Other')
    const code = await client.code()
    expect((await other.exchange(code)).body['error']).toBe('invalid_grant')
  })

  it('ends after a minute', async () => {
    const { test, client } = await withClient()
    const code = await client.code()
    test.platform.clock.sleep(60_000)
    expect((await client.exchange(code)).body['error']).toBe('invalid_grant')
  })

  it('is for this bridge only', async () => {
    const { client } = await withClient()
    const code = await client.code()
    const elsewhere = await client.exchange(code, { resource: 'https://mcp.example.com/' })
    expect(elsewhere.body['error']).toBe('invalid_target')
  })
})

describe('a client that was let in before', () => {
  it('goes on as the app it was, and its old tokens end', async () => {
    const { test, door, client, access } = await authorized()
    const page = await client.authorize({ state: 'again' })
    const pairing = await door.asked()
    expect(pairing).toMatchObject({ knownAs: 'Cursor', suggestedName: 'Cursor', wanted: ['notes'] })
    await test.ask('pairings.decide', { pairingId: pairing.id, allow: true, toolkits: ['mischief'] })
    const location = new URL((await client.goOn(page)).headers.location ?? '')
    const { status } = await client.exchange(location.searchParams.get('code') ?? '')
    expect(status).toBe(200)
    expect((await list(door, access)).status).toBe(401)
    expect(await test.ask('apps.list', {})).toMatchObject([{ name: 'Cursor', toolkits: ['mischief'] }])
  })

  it('leaves no question behind that it asked before', async () => {
    const { test, door, client, access } = await authorized()
    const calling = door
      .knock('/v1/tools/notes_create_note', {
        body: { arguments: { title: 'x' } },
        headers: { authorization: `Bearer ${access}` },
      })
      .catch(() => 'cut off')
    const [question] = await test.questions()
    const page = await client.authorize({ state: 'again' })
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: true, toolkits: [] })
    const location = new URL((await client.goOn(page)).headers.location ?? '')
    await client.exchange(location.searchParams.get('code') ?? '')
    await calling
    const answer = { approvalId: question?.id ?? '', decision: { kind: 'allow_once' } } as const
    expect((await test.refusal('approvals.decide', answer)).code).toBe('APPROVAL_EXPIRED')
    expect(test.apiRequests()).toEqual([])
  })

  it('but another of the same name is another app', async () => {
    const { test, door } = await authorized()
    const other = await registerClient(test, door)
    await other.exchange(await other.code())
    const names = (await test.ask('apps.list', {})).map(({ name }) => name)
    expect(names).toEqual(['Cursor', 'Cursor 2'])
  })
})

describe('the token endpoint refuses', () => {
  const form = (given: Record<string, string>) => new URLSearchParams(given)
  it.each<[string, object, number, string]>([
    ['no client', { body: form({ grant_type: 'refresh_token', refresh_token: 'x' }) }, 401, 'invalid_client'],
    [
      'another grant',
      { body: form({ client_id: 'x', grant_type: 'password' }) },
      400,
      'unsupported_grant_type',
    ],
    [
      'a token that is none',
      { body: form({ client_id: 'x', grant_type: 'refresh_token', refresh_token: 'x' }) },
      400,
      'invalid_grant',
    ],
    [
      'nothing to refresh',
      { body: form({ client_id: 'x', grant_type: 'refresh_token' }) },
      400,
      'invalid_request',
    ],
    [
      'a parameter given twice',
      { body: new URLSearchParams('client_id=x&client_id=y') },
      400,
      'invalid_request',
    ],
    ['JSON', { body: { client_id: 'x' } }, 415, 'invalid_request'],
    ['GET', {}, 405, 'invalid_request'],
    ['a very long form', { body: form({ client_id: 'x'.repeat(20_000) }) }, 413, 'invalid_request'],
  ])('%s', async (_, knock, status, error) => {
    const { door } = await withClient()
    const answer = await door.knock('/oauth/token', knock)
    expect([answer.status, answer.body['error']]).toEqual([status, error])
    expect(answer.body['error_description']).toMatch(/^[\x20-\x7e]+$/)
  })

  it.each(['/oauth/token', '/oauth/register', '/oauth/revoke'])('a web page at %s', async (path) => {
    const { door } = await withClient()
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const answer = await door.knock(path, { body: form({ client_id: 'x' }), headers })
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })
})
