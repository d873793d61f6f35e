import { describe, expect, it } from 'vitest'
import { json } from '../testing/notes-service.ts'
import { signInTo } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

/** An account whose sign-in the provider has ended: what it accepted before, it refuses now. */
async function ended() {
  const test = createTestHub()
  const id = await signInTo(test)
  const app = await test.pair()
  test.service.accounts.delete('access-1')
  const { token } = test.service
  test.service.token = () => json({ error: 'invalid_grant' }, { status: 400 })
  const reconnect = async (): Promise<string> => {
    test.service.token = token
    return await signInTo(test, id)
  }
  return { test, id, app, reconnect }
}

const successes = (test: TestHub, path: string): number =>
  test.apiRequests().filter((it) => it === path).length

async function waiting(test: TestHub) {
  await expect.poll(async () => (await test.ask('connections.listEnded', {}))[0]?.waitingCalls).toBe(1)
}

describe('a call whose account has to be reconnected', () => {
  it('waits, and gives its app the answer as soon as the person has signed in', async () => {
    const { test, id, app, reconnect } = await ended()
    const call = app.call('notes_list_notes')
    await waiting(test)
    expect(await test.ask('connections.listEnded', {})).toMatchObject([
      { connectionId: id, integrationName: 'Notes', accountName: 'ada@example.com', authType: 'oauth2' },
    ])
    expect(await test.ask('approvals.list', {})).toEqual([])
    expect(await reconnect()).toBe(id)
    expect((await call).body.data).toEqual({ notes: [{ id: 'note-1', title: 'Milk' }] })
    expect(await test.ask('connections.listEnded', {})).toEqual([])
  })

  it('outlives its app’s patience: the answer waits for the ticket', async () => {
    const { test, app, reconnect } = await ended()
    const { body } = await test.ticket(app.call('notes_list_notes'))
    expect(body).toMatchObject({
      status: 'approval_pending',
      next: expect.stringMatching(/reconnected/) as string,
    })
    await reconnect()
    const result = await app.result({ approval_id: body.approval_id })
    expect(result.body.data).toEqual({ notes: [{ id: 'note-1', title: 'Milk' }] })
  })

  it('is not asked about twice: an allowed write runs after the sign-in, once', async () => {
    const { test, app, reconnect } = await ended()
    const call = app.call('notes_create_note', { title: 'Milk' })
    await test.decide({ kind: 'allow_once' })
    await waiting(test)
    const refused = successes(test, 'POST /notes')
    await reconnect()
    expect((await call).status).toBe(200)
    expect(successes(test, 'POST /notes') - refused).toBe(1)
    expect(await test.ask('approvals.list', {})).toEqual([])
  })

  it('cannot be answered like a question: it has been', async () => {
    const { test, app, reconnect } = await ended()
    const call = app.call('notes_create_note', { title: 'Milk' })
    const [question] = await test.questions()
    const approvalId = question?.id ?? ''
    await test.ask('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
    await waiting(test)
    const again = await test.refusal('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
    expect(again.code).toBe('APPROVAL_EXPIRED')
    await reconnect()
    await call
  })

  it('ends after a quarter of an hour, and says what was missing', async () => {
    const { test, app } = await ended()
    const { body } = await test.ticket(app.call('notes_list_notes'))
    await test.platform.clock.advance(15 * 60_000)
    const result = await app.result({ approval_id: body.approval_id })
    expect(result.body.error?.code).toBe('RECONNECT_REQUIRED')
    expect(await test.ask('connections.listEnded', {})).toMatchObject([{ waitingCalls: 0 }])
  })

  it('is withdrawn when the account is disconnected, or its app leaves', async () => {
    const { test, id, app } = await ended()
    const leaving = new AbortController()
    const abandoned = app.call('notes_list_notes', {}, { signal: leaving.signal })
    await waiting(test)
    leaving.abort()
    await expect(abandoned).rejects.toThrow()
    await expect.poll(async () => (await test.ask('connections.listEnded', {}))[0]?.waitingCalls).toBe(0)
    const call = app.call('notes_list_notes')
    await waiting(test)
    await test.ask('connections.disconnect', { connectionId: id })
    expect((await call).body.error?.code).toBe('APPROVAL_WITHDRAWN')
  })

  it('waits again when the new sign-in is refused too, and does not run in circles', async () => {
    const { test, app, reconnect } = await ended()
    const call = app.call('notes_list_notes')
    await waiting(test)
    test.service.api = ({ url }) => (url.pathname === '/notes' ? json({}, { status: 401 }) : undefined)
    await reconnect()
    await waiting(test)
    const tries = successes(test, 'GET /notes')
    await test.platform.clock.advance(60_000)
    expect(successes(test, 'GET /notes')).toBe(tries)
    test.service.api = () => undefined
    await reconnect()
    const { body } = await call
    expect(body['status']).toBe('approval_pending')
    expect((await app.result({ approval_id: body.approval_id })).status).toBe(200)
  })

  it('is joined by the same call: one run for both', async () => {
    const { test, app, reconnect } = await ended()
    const calls = [app.call('notes_list_notes'), app.call('notes_list_notes')]
    await waiting(test)
    await expect.poll(() => successes(test, 'GET /notes')).toBe(2)
    await reconnect()
    for (const { status } of await Promise.all(calls)) expect(status).toBe(200)
    expect(successes(test, 'GET /notes')).toBe(3)
  })
})

describe('a call that ran without asking, and waits for a sign-in', () => {
  it('asks after all when the person has changed their mind meanwhile', async () => {
    const { test, app, reconnect } = await ended()
    const call = app.call('notes_list_notes')
    await waiting(test)
    await test.ask('policies.set', { tool: 'notes_list_notes', policy: 'ask' })
    const tries = successes(test, 'GET /notes')
    await reconnect()
    expect(await test.questions()).toMatchObject([{ tool: 'notes_list_notes' }])
    expect(successes(test, 'GET /notes')).toBe(tries)
    await test.decide({ kind: 'allow_once' })
    expect((await call).status).toBe(200)
  })

  it('asks again when the remembered answer was taken back', async () => {
    const { test, app, reconnect } = await ended()
    const first = app.call('notes_create_note', { title: 'one' })
    await test.decide({ kind: 'allow_always' })
    await waiting(test)
    const second = app.call('notes_create_note', { title: 'two' })
    await expect.poll(async () => (await test.ask('connections.listEnded', {}))[0]?.waitingCalls).toBe(2)
    for (const { id } of await test.ask('grants.list', {})) await test.ask('grants.revoke', { grantId: id })
    await reconnect()
    // The first was allowed by the person itself, the second only by what they had remembered.
    expect((await first).status).toBe(200)
    expect(await test.questions()).toMatchObject([{ tool: 'notes_create_note' }])
    await test.decide({ kind: 'deny' })
    expect((await second).body.error?.code).toBe('APPROVAL_DENIED')
  })
})

it('the window’s own calls do not wait: the person who would sign in is looking at them', async () => {
  const { test, id } = await ended()
  const error = await test.refusal('connections.listChoices', { connectionId: id, argument: 'folder_id' })
  expect(error.code).toBe('RECONNECT_REQUIRED')
})

it('a reconnect keeps the connection: its id, defaults and policies', async () => {
  const { test, id, reconnect } = await ended()
  const picked = { value: 'f1', name: 'Ideas' }
  await test.ask('connections.setDefault', { connectionId: id, argument: 'folder_id', picked })
  await test.ask('policies.set', { tool: 'notes_list_notes', policy: 'ask' })
  expect(await reconnect()).toBe(id)
  const { connections, tools } = await test.ask('integrations.get', { integrationId: 'notes' })
  expect(connections).toMatchObject([
    { id, status: 'active', problem: null, defaults: [{ picked: 'Ideas' }] },
  ])
  expect(tools.find(({ name }) => name === 'notes_list_notes')?.policy).toBe('ask')
})
