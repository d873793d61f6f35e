import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveHosted } from '../testing/hosted.ts'
import { json, tokens } from '../testing/notes-service.ts'
import { beginSignIn, signInTo, storedRows } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'
import { PASSPHRASE } from '../testing/vault-world.ts'

const HOUR_MS = 3_600_000
const KEY = { integrationId: 'notes', method: 'api_key', values: { key: 'key-of-ada' } } as const

/** A hub on a computer without a keychain, whose vault is open with a passphrase. */
async function withPassphrase(): Promise<TestHub> {
  const test = createTestHub()
  test.platform.keychain.mood = 'fails'
  await test.ask('vault.usePassphrase', { passphrase: PASSPHRASE })
  return test
}

const unlock = (test: TestHub) => test.ask('vault.unlock', { passphrase: PASSPHRASE })

describe('on a computer without a keychain', () => {
  it('connecting says so before anything is sent, and works once a passphrase is chosen', async () => {
    const test = createTestHub()
    test.platform.keychain.mood = 'fails'
    const refused = await test.refusal('connections.connectWithKey', KEY)
    expect(refused.code).toBe('KEYCHAIN_UNAVAILABLE')
    expect(refused.remedy).toContain('passphrase')
    expect(test.platform.network.requests).toEqual([])
    await test.ask('vault.usePassphrase', { passphrase: PASSPHRASE })
    expect(await test.ask('connections.connectWithKey', KEY)).toMatchObject({ status: 'active' })
    const { dataFolder } = test.platform
    const files = readdirSync(dataFolder, { withFileTypes: true }).filter((file) => file.isFile())
    const bytes = files.map(({ name }) => readFileSync(join(dataFolder, name), 'latin1')).join('')
    expect(bytes).toContain('ada@example.com')
    for (const secret of [PASSPHRASE, 'key-of-ada']) expect(bytes).not.toContain(secret)
  })

  it('a wrong passphrase comes back as a sentence, and never itself', async () => {
    const test = await (await withPassphrase()).restart()
    const refused = await test.refusal('vault.unlock', { passphrase: 'my other secret' })
    expect(refused).toMatchObject({ code: 'INVALID_PARAMS' })
    expect(JSON.stringify([refused, test.events])).not.toContain('my other secret')
    const tooLong = await test.refusal('vault.unlock', { passphrase: 'my other secret'.repeat(100) })
    expect(JSON.stringify(tooLong)).not.toContain('my other secret')
  })
})

describe('while the vault is locked', () => {
  it('apps are told so and how it ends, nothing is sent, and all works after the passphrase', async () => {
    const first = await withPassphrase()
    await first.ask('connections.connectWithKey', KEY)
    const test = await first.restart()
    const app = await test.pair()
    const refused = await app.call('notes_list_notes')
    expect(refused.status).toBe(423)
    expect(refused.body.error).toMatchObject({
      code: 'VAULT_LOCKED',
      message: 'The vault is locked.',
      remedy: expect.stringContaining('Open Gatehouse. It asks for your passphrase'),
    })
    expect(test.apiRequests()).toEqual([])
    expect((await test.ask('integrations.get', { integrationId: 'notes' })).connections).toMatchObject([
      { status: 'active' },
    ])
    await unlock(test)
    expect((await app.call('notes_list_notes')).status).toBe(200)
    const { rows } = await test.ask('activity.list', {})
    expect(rows.map(({ outcome, errorCode }) => [outcome, errorCode])).toEqual([
      ['succeeded', null],
      ['failed', 'VAULT_LOCKED'],
    ])
  })

  it('nobody is asked about a call that could not run after the answer', async () => {
    const test = await withPassphrase()
    await test.ask('connections.connectWithKey', KEY)
    const app = await test.pair()
    await test.ask('vault.lock', {})
    const refused = await app.call('notes_create_note', { title: 'Milk' })
    expect(refused.body.error?.code).toBe('VAULT_LOCKED')
    expect(test.hub.waitingApprovals()).toBe(0)
    const { rows } = await test.ask('activity.list', {})
    expect(rows).toMatchObject([{ outcome: 'refused', reason: 'locked', errorCode: 'VAULT_LOCKED' }])
  })

  it('an open question stays open instead of failing, and can be denied', async () => {
    const test = await withPassphrase()
    await test.ask('connections.connectWithKey', KEY)
    const app = await test.pair()
    const calls = [
      app.call('notes_create_note', { title: 'Milk' }),
      app.call('notes_create_note', { title: 'Beer' }),
    ]
    const [one, two] = await test.questions(2)
    await test.ask('vault.lock', {})
    const allow = { approvalId: one?.id ?? '', decision: { kind: 'allow_once' } } as const
    expect((await test.refusal('approvals.decide', allow)).code).toBe('VAULT_LOCKED')
    await test.ask('approvals.decide', { approvalId: two?.id ?? '', decision: { kind: 'deny' } })
    await test.questions(1)
    await unlock(test)
    await test.ask('approvals.decide', allow)
    const ends = await Promise.all(calls)
    expect(ends.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 403])
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('the browser’s answer waits for the passphrase, also when it has started the app', async () => {
    const first = await withPassphrase()
    const { signIn, link } = await beginSignIn(first)
    const test = await first.restart()
    const waiting = test.hub.openLink(link())
    expect(await test.hub.openLink(link({ code: 'c', state: 'of nobody' }))).toBe(false)
    expect(test.signIns()).toEqual([])
    expect(storedRows(test)).toMatchObject({ connections: 0, pending: 1 })
    await unlock(test)
    expect(await waiting).toBe(true)
    expect(test.signIns()).toMatchObject([{ id: signIn.id, status: 'done' }])
  })

  it('a sign-in by code waits too: its tokens could not be kept', async () => {
    const test = await withPassphrase()
    test.platform.environment['HOSTED_CLIENT_ID'] = 'client-1'
    const server = serveHosted(test.platform)
    server.token = () => json({ access_token: 'access-1', token_type: 'bearer', scope: 'things' })
    const signIn = await test.ask('connections.beginSignIn', { integrationId: 'hosted', by: 'device' })
    await test.ask('vault.lock', {})
    await test.platform.clock.advance(60_000)
    expect(test.platform.network.requests.filter(({ url }) => url.pathname === '/token')).toEqual([])
    await unlock(test)
    await expect.poll(test.signIns).toMatchObject([{ id: signIn.id, status: 'done' }])
  })
})

describe('locking while something is under way', () => {
  it('waits for a token that is being renewed: the old one is spent', async () => {
    const test = await withPassphrase()
    await signInTo(test)
    const app = await test.pair()
    let answer: (response: Response) => void = () => undefined
    test.service.token = () => new Promise((resolve) => (answer = resolve))
    await test.platform.clock.advance(HOUR_MS)
    const call = app.call('notes_list_notes')
    const asked = () => test.platform.network.requests.filter(({ url }) => url.pathname === '/oauth/token')
    await expect.poll(() => asked().length).toBe(2)
    const locking = test.ask('vault.lock', {})
    await new Promise((resolve) => setTimeout(resolve, 30))
    test.service.accounts.set('access-2', 'ada')
    answer(tokens('access-2', 'refresh-2', 3_600))
    await Promise.all([call, locking])
    const later = await test.restart()
    await unlock(later)
    expect((await (await later.pair('Another')).call('notes_list_notes')).status).toBe(200)
    expect(asked()).toHaveLength(2)
  })

  it('does not take the answer of a call from its app: it has happened', async () => {
    const test = await withPassphrase()
    await test.ask('connections.connectWithKey', KEY)
    const app = await test.pair()
    await test.ask('apps.update', { appId: app.appId, resultBudgetTokens: 500 })
    test.service.api = async () => {
      await test.ask('vault.lock', {})
      return json({ notes: [{ id: 'note-1', title: 'x'.repeat(5_000) }] })
    }
    const { status, body } = await app.call('notes_list_notes')
    expect(status).toBe(200)
    expect(body.data).toMatchObject({ result_id: null, next_offset: null, note: /not kept.*locked/ })
  })
})

it('starting over keeps accounts, apps, policies and the log, and the accounts can be signed in to', async () => {
  const first = createTestHub()
  await first.ask('connections.connectWithKey', KEY)
  await first.ask('policies.set', { tool: 'notes_delete_note', policy: 'block' })
  const before = await first.pair()
  await before.call('notes_list_notes')
  first.platform.keychain.entries.clear()

  const test = await first.restart()
  expect((await test.refusal('vault.startOver', { confirm: 'yes' })).code).toBe('INVALID_PARAMS')
  expect(await test.ask('vault.startOver', { confirm: 'start over' })).toMatchObject({ isEmpty: true })
  const { connections, tools } = await test.ask('integrations.get', { integrationId: 'notes' })
  expect(connections).toMatchObject([{ accountName: 'ada@example.com', status: 'expired' }])
  expect(tools.find(({ name }) => name === 'notes_delete_note')?.policy).toBe('block')
  expect(await test.ask('apps.list', {})).toHaveLength(1)
  expect((await test.ask('activity.list', {})).rows.map(({ tool }) => tool)).toEqual([
    'gatehouse_start_over',
    'notes_list_notes',
  ])
  expect((await test.ask('activity.verify', {})).brokenAt).toBeNull()

  const again = await test.ask('connections.connectWithKey', { ...KEY, connectionId: connections[0]?.id })
  expect(again).toMatchObject({ id: connections[0]?.id, status: 'active' })
  const app = await test.pair('Another')
  expect((await app.call('notes_list_notes')).status).toBe(200)
})
