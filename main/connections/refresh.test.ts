import { describe, expect, it } from 'vitest'
import { createSettings } from '../settings/settings.ts'
import { noConnection } from '../testing/fake-platform.ts'
import { credentialOf, json, tokens } from '../testing/notes-service.ts'
import { signInTo, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'
import { createVault } from '../vault/vault.ts'
import { createCredentialStore } from './credential.ts'

const HOUR_MS = 3_600_000

async function signedIn(): Promise<{ test: TestHub; id: string }> {
  const test = createTestHub()
  return { test, id: await signInTo(test) }
}

async function status(test: TestHub): Promise<string | undefined> {
  return (await test.ask('integrations.get', { integrationId: 'notes' })).connections[0]?.status
}

const refreshes = (test: TestHub): string[] =>
  tokenRequests(test).flatMap((form) =>
    form.get('grant_type') === 'refresh_token' ? [form.get('refresh_token') ?? ''] : [],
  )

describe('tokens are renewed', () => {
  it.each([20, 50])('once for %i calls that find them ended', async (calls) => {
    const { test } = await signedIn()
    const app = await test.pair()
    await test.platform.clock.advance(HOUR_MS)
    const answers = await Promise.all(Array.from({ length: calls }, () => app.call('notes_list_notes')))
    expect(answers.filter(({ status: code }) => code !== 200)).toEqual([])
    expect(refreshes(test)).toEqual(['refresh-1'])
  })

  it('ahead of their end, and not before', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    await test.platform.clock.advance(HOUR_MS - 60_001)
    await app.call('notes_list_notes')
    expect(refreshes(test)).toEqual([])
    await test.platform.clock.advance(1)
    await app.call('notes_list_notes')
    expect(refreshes(test)).toEqual(['refresh-1'])
  })

  it('with the token that was given last', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    for (let round = 0; round < 3; round += 1) {
      await test.platform.clock.advance(HOUR_MS)
      expect((await app.call('notes_list_notes')).status).toBe(200)
    }
    expect(refreshes(test)).toEqual(['refresh-1', 'refresh-2', 'refresh-3'])
  })

  it('keeping the old refresh token where the provider sends no new one', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    test.service.accounts.set('fresh', 'ada')
    test.service.token = () => json({ access_token: 'fresh', token_type: 'bearer', expires_in: 3_600 })
    for (let round = 0; round < 2; round += 1) {
      await test.platform.clock.advance(HOUR_MS)
      await app.call('notes_list_notes')
    }
    expect(refreshes(test)).toEqual(['refresh-1', 'refresh-1'])
  })

  it('and a rotated one is on the disk before its access token is used', async () => {
    const { test, id } = await signedIn()
    const app = await test.pair()
    const stored: unknown[] = []
    test.service.api = async () => {
      const { database } = test.platform
      stored.push(
        await createCredentialStore(database, createVault(test.platform, createSettings(database))).read(id),
      )
      return json({ notes: [] })
    }
    await test.platform.clock.advance(HOUR_MS)
    await app.call('notes_list_notes')
    expect(stored).toMatchObject([{ accessToken: 'access-2', refreshToken: 'refresh-2' }])
  })

  it('and one call after a 401: the provider may end a token early', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    test.service.accounts.delete('access-1')
    expect((await app.call('notes_list_notes')).status).toBe(200)
    expect(refreshes(test)).toEqual(['refresh-1'])
    expect(test.apiRequests()).toHaveLength(2)
  })

  it('but not again and again when that does not cure the 401', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    test.service.api = () => json({}, { status: 401 })
    expect((await test.ticket(app.call('notes_list_notes'))).body.approval_id).toMatch(/^apr_/)
    expect(refreshes(test)).toHaveLength(1)
    expect(test.apiRequests()).toHaveLength(2)
    expect(await status(test)).toBe('expired')
  })
})

it('shows an account as working again once the provider accepts it again', async () => {
  const { test } = await signedIn()
  const app = await test.pair()
  test.service.api = () => json({}, { status: 401 })
  await test.ticket(app.call('notes_list_notes'))
  expect(await status(test)).toBe('expired')
  test.service.api = () => undefined
  expect((await app.call('notes_get_note', { note_id: 'n' })).status).toBe(200)
  expect(await status(test)).toBe('active')
})

describe('when the provider has ended the grant', () => {
  it('the person has to reconnect, and no API request is made', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    await test.platform.clock.advance(HOUR_MS)
    test.service.token = () => json({ error: 'invalid_grant' }, { status: 400 })
    void app.call('notes_list_folders')
    await test.ticket(app.call('notes_list_notes'), 2)
    expect(await status(test)).toBe('expired')
    expect(test.apiRequests()).toEqual([])
  })

  it('the refused refresh token is never shown again', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    await test.platform.clock.advance(HOUR_MS)
    test.service.token = () => json({ error: 'invalid_grant' }, { status: 400 })
    await test.ticket(app.call('notes_list_notes'))
    test.service.accounts.delete('access-1')
    await test.ticket(app.call('notes_get_note', { note_id: 'n' }), 2)
    const again = await test.restart()
    const other = await again.pair('Another')
    await again.ticket(other.call('notes_list_notes'))
    expect(refreshes(again)).toEqual(['refresh-1'])
  })

  it('a sign-in that the person has done meanwhile is not undone', async () => {
    const { test, id } = await signedIn()
    const app = await test.pair()
    await test.platform.clock.advance(HOUR_MS)
    let answer: (response: Response) => void = () => undefined
    test.service.token = () => new Promise((resolve) => (answer = resolve))
    const call = app.call('notes_list_notes')
    await expect.poll(() => refreshes(test)).toHaveLength(1)
    const answerOld = answer
    test.service.accounts.set('access-new', 'ada')
    test.service.token = () => tokens('access-new', 'refresh-new', 3_600)
    await signInTo(test, id)
    answerOld(json({ error: 'invalid_grant' }, { status: 400 }))
    expect((await call).status).toBe(200)
    expect(await status(test)).toBe('active')
    expect(credentialOf(test.platform.network.requests.at(-1)!)).toBe('access-new')
  })
})

describe('when the token endpoint does not answer', () => {
  const troubles: [string, () => Response][] = [
    ['no connection', () => noConnection()],
    ['503', () => new Response('busy', { status: 503 })],
  ]
  it.each(troubles)('a token that still lives is used: %s', async (_, trouble) => {
    const { test } = await signedIn()
    const app = await test.pair()
    await test.platform.clock.advance(HOUR_MS - 30_000)
    test.service.token = trouble
    expect((await app.call('notes_list_notes')).status).toBe(200)
    expect(await status(test)).toBe('active')
  })

  it('a token that has ended is not, and the account stays connected', async () => {
    const { test } = await signedIn()
    const app = await test.pair()
    await test.platform.clock.advance(HOUR_MS)
    test.service.token = () => noConnection()
    expect((await app.call('notes_list_notes')).body.error?.code).toBe('NETWORK')
    expect(await status(test)).toBe('active')
    expect(test.apiRequests()).toEqual([])
  })
})

it('does not bring back an account that was disconnected while its token was renewed', async () => {
  const { test, id } = await signedIn()
  const app = await test.pair()
  await test.platform.clock.advance(HOUR_MS)
  let answer: (response: Response) => void = () => undefined
  test.service.token = () => new Promise((resolve) => (answer = resolve))
  const call = app.call('notes_list_notes')
  await expect.poll(() => refreshes(test)).toHaveLength(1)
  await test.ask('connections.disconnect', { connectionId: id })
  answer(tokens('access-2', 'refresh-2', 3_600))
  await call
  const left = test.platform.database.prepare('SELECT count(*) FROM integration_credentials').pluck().get()
  expect(left).toBe(0)
})
