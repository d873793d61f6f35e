import { describe, expect, it } from 'vitest'
import { noConnection } from '../testing/fake-platform.ts'
import { json, tokens } from '../testing/notes-service.ts'
import { signInTo, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

const HOUR_MS = 3_600_000

async function ended(): Promise<{ test: TestHub; id: string }> {
  const test = createTestHub()
  const id = await signInTo(test)
  await test.platform.clock.advance(HOUR_MS)
  return { test, id }
}

const account = async (test: TestHub) =>
  (await test.ask('integrations.get', { integrationId: 'notes' })).connections[0]

const refreshes = (test: TestHub): (string | null)[] =>
  tokenRequests(test)
    .filter((form) => form.get('grant_type') === 'refresh_token')
    .map((form) => form.get('refresh_token'))

/** A call where nobody waits for a new sign-in. */
const problem = (test: TestHub, connectionId: string) =>
  test.refusal('connections.listChoices', { connectionId, argument: 'folder_id' })

const openNotes = (test: TestHub): unknown =>
  test.platform.database.prepare('SELECT count(*) FROM refresh_notes').pluck().get()

function cutOff(): never {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }),
  })
}

const refused = () => json({ error: 'invalid_grant' }, { status: 400 })

/** Answers the token endpoint's next requests, one after the other; the last stays. */
function answering(test: TestHub, ...answers: (() => Response)[]): void {
  test.service.token = () => ((answers.length > 1 ? answers.shift() : answers[0]) ?? cutOff)()
}

const renewed = (test: TestHub) => () => {
  test.service.accounts.set('access-2', 'ada')
  return tokens('access-2', 'refresh-2', 3_600)
}

const lost: [string, () => Response][] = [
  ['a connection that breaks', cutOff],
  ['a gateway that gives up', () => new Response('Bad gateway', { status: 502 })],
  ['an answer that cannot be read', () => new Response('{"access_tok')],
  ['an answer without a token', () => json({ token_type: 'bearer' })],
]

describe('an answer that is lost', () => {
  it.each(lost)('is asked for again at once, while the provider still gives it: %s', async (_, loss) => {
    const { test } = await ended()
    const app = await test.pair()
    answering(test, loss, renewed(test))
    expect((await app.call('notes_list_notes')).status).toBe(200)
    expect(refreshes(test)).toEqual(['refresh-1', 'refresh-1'])
    expect(openNotes(test)).toBe(0)
    await test.platform.clock.advance(HOUR_MS)
    await app.call('notes_list_notes')
    expect(refreshes(test).at(-1)).toBe('refresh-2')
  })

  it.each(lost)('and is not given again ends the sign-in, with the reason: %s', async (_, loss) => {
    const { test, id } = await ended()
    answering(test, loss, refused)
    expect(await problem(test, id)).toMatchObject({ code: 'RECONNECT_REQUIRED' })
    expect(await account(test)).toMatchObject({
      id,
      status: 'expired',
      problem: expect.stringContaining('Gatehouse was cut off while it renewed') as string,
    })
    await problem(test, id)
    expect(refreshes(test)).toEqual(['refresh-1', 'refresh-1'])
  })

  it('is not asked for in a loop, and by the next call again', async () => {
    const { test, id } = await ended()
    const app = await test.pair()
    answering(test, cutOff)
    expect((await problem(test, id)).code).toBe('NETWORK')
    expect(refreshes(test)).toHaveLength(2)
    expect(await account(test)).toMatchObject({ status: 'active', problem: null })
    answering(test, renewed(test))
    expect((await app.call('notes_list_notes')).status).toBe(200)
    expect(refreshes(test)).toHaveLength(3)
  })

  it('is asked for when the app starts, before any call', async () => {
    const { test, id } = await ended()
    answering(test, cutOff)
    await problem(test, id)
    const again = await test.restart()
    answering(test, renewed(test))
    await again.hub.start()
    await expect.poll(() => openNotes(again)).toBe(0)
    expect(again.apiRequests()).toEqual([])
    expect(refreshes(again)).toHaveLength(3)
  })

  it('is asked for while the old token has time left: it is dead, if the next one was given', async () => {
    const test = createTestHub()
    const id = await signInTo(test)
    const app = await test.pair()
    test.service.accounts.delete('access-1')
    answering(test, cutOff)
    expect((await problem(test, id)).code).toBe('NETWORK')
    const before = test.apiRequests().length
    answering(test, renewed(test))
    expect((await app.call('notes_list_notes')).status).toBe(200)
    expect(test.apiRequests()).toHaveLength(before + 1)
  })

  it('says nothing about the sign-in that the person has done since', async () => {
    const { test, id } = await ended()
    answering(test, cutOff)
    await problem(test, id)
    answering(test, () => {
      test.service.accounts.set('access-new', 'ada')
      return tokens('access-new', 'refresh-new', 3_600)
    })
    await signInTo(test, id)
    await test.platform.clock.advance(HOUR_MS)
    answering(test, refused)
    await problem(test, id)
    expect((await account(test))?.problem).not.toContain('cut off')
    expect(refreshes(test).filter((token) => token === 'refresh-new')).toHaveLength(1)
  })
})

describe('a refresh that surely did nothing', () => {
  const troubles: [string, () => Response][] = [
    ['no way to the host', noConnection],
    ['busy', () => new Response('slow down', { status: 429 })],
    ['a wrong client', () => json({ error: 'invalid_client' }, { status: 401 })],
    [
      'a challenge',
      () => new Response('', { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }),
    ],
  ]
  it.each(troubles)('is not repeated at once, nor blamed for a later end: %s', async (_, trouble) => {
    const { test, id } = await ended()
    answering(test, trouble)
    await problem(test, id)
    expect([refreshes(test).length, openNotes(test)]).toEqual([1, 0])
    answering(test, refused)
    await problem(test, id)
    expect((await account(test))?.problem).not.toContain('cut off')
  })

  it('leaves open what an earlier one has left open', async () => {
    const { test, id } = await ended()
    answering(test, cutOff)
    await problem(test, id)
    answering(test, noConnection)
    await problem(test, id)
    answering(test, refused)
    await problem(test, id)
    expect((await account(test))?.problem).toContain('cut off')
  })
})

describe('when the disk takes nothing', () => {
  const full = (table: string) =>
    `CREATE TEMP TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'disk full'); END`

  it('the answer is kept until it does: the token it replaced is spent', async () => {
    const { test, id } = await ended()
    const { database } = test.platform
    database.exec(full('integration_credentials'))
    for (let time = 0; time < 2; time += 1) {
      expect((await problem(test, id)).message).toContain('could not be written to the disk')
    }
    expect(test.apiRequests()).toEqual([])
    database.exec('DROP TRIGGER full')
    const app = await test.pair()
    expect((await app.call('notes_list_notes')).status).toBe(200)
    await test.platform.clock.advance(HOUR_MS)
    await app.call('notes_list_notes')
    expect(refreshes(test)).toEqual(['refresh-1', 'refresh-2'])
  })

  it('no refresh token leaves', async () => {
    const { test, id } = await ended()
    test.platform.database.exec(full('refresh_notes'))
    expect((await problem(test, id)).message).toContain('could not be written to the disk')
    expect(refreshes(test)).toEqual([])
  })
})

it('quitting waits for an answer that is on its way, and keeps it', async () => {
  const { test, id } = await ended()
  let answer: (response: Response) => void = () => undefined
  test.service.token = () => new Promise((resolve) => (answer = resolve))
  const call = problem(test, id)
  await expect.poll(() => refreshes(test)).toHaveLength(1)
  const closing = test.close()
  answer(renewed(test)())
  await Promise.all([closing, call])
  const again = await test.restart()
  const app = await again.pair()
  expect((await app.call('notes_list_notes')).status).toBe(200)
  expect(refreshes(again)).toEqual(['refresh-1'])
})
