import { describe, expect, it } from 'vitest'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'
import type { BridgeClient } from '../testing/bridge-client.ts'

const create = ['notes_create_note', { title: 'Milk' }] as const

async function connectionId(test: TestHub): Promise<string> {
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  return connections[0]?.id ?? ''
}

const withdrawals: [string, (test: TestHub, app: BridgeClient) => Promise<unknown>][] = [
  ['the app is removed', (test, { appId }) => test.ask('apps.remove', { appId })],
  [
    'the toolkit is disabled for the app',
    (test, { appId }) => test.ask('apps.setToolkit', { appId, integrationId: 'notes', enabled: false }),
  ],
  [
    'the account is disconnected',
    async (test) => test.ask('connections.disconnect', { connectionId: await connectionId(test) }),
  ],
  ['the tool is blocked', (test) => test.ask('policies.set', { tool: 'notes_create_note', policy: 'block' })],
]

describe('an open question is withdrawn, and its call never runs, when', () => {
  it.each(withdrawals)('%s', async (_, withdraw) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call(...create)
    const approvalId = (await test.questions())[0]?.id ?? ''
    await withdraw(test, app)
    // An app that is gone hears no more than that.
    expect(['APPROVAL_WITHDRAWN', 'UNAUTHORIZED']).toContain((await call).body.error?.code)
    expect(test.hub.waitingApprovals()).toBe(0)
    const late = await test.refusal('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
    expect(late.code).toBe('APPROVAL_EXPIRED')
    expect(test.apiRequests()).toEqual([])
  })

  it('the hub closes', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call(...create).catch(() => 'cut off')
    await test.questions()
    const again = await test.restart()
    await call
    expect(again.hub.waitingApprovals()).toBe(0)
    expect(again.platform.database.prepare('SELECT state FROM approvals').pluck().all()).toEqual([
      'withdrawn',
    ])
    expect(test.apiRequests()).toEqual([])
  })

  it('the app hangs up before it has a ticket', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const leaving = new AbortController()
    const call = app.call(...create, { signal: leaving.signal })
    await test.questions()
    leaving.abort()
    await expect(call).rejects.toThrow()
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })
})

describe('an open question stays when', () => {
  it('one of two that wait for it hangs up', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const leaving = new AbortController()
    const left = app.call(...create, { signal: leaving.signal })
    await test.questions()
    const staying = app.call(...create)
    await expect.poll(() => test.platform.clock.pending()).toBe(3)
    leaving.abort()
    await expect(left).rejects.toThrow()
    await expect.poll(() => test.platform.clock.pending()).toBe(2)
    await test.decide({ kind: 'allow_once' })
    expect((await staying).status).toBe(200)
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('the app leaves after it got a ticket', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const ticket = app.call(...create)
    await test.questions()
    await test.platform.clock.advance(45_000)
    const { body } = await ticket
    const leaving = new AbortController()
    const again = app.call(...create, { signal: leaving.signal })
    await expect.poll(() => test.platform.clock.pending()).toBe(2)
    leaving.abort()
    await expect(again).rejects.toThrow()
    await expect.poll(() => test.platform.clock.pending()).toBe(1)
    await test.decide({ kind: 'allow_once' })
    expect((await app.result({ approval_id: body.approval_id })).status).toBe(200)
  })
})

it('withdraws all questions even if the log cannot be written', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const calls = [app.call(...create), app.call('notes_delete_note', { note_id: 'n1' })]
  await test.questions(2)
  test.platform.database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  )
  await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
  const answers = await Promise.all(calls)
  expect(answers.map(({ body }) => body.error?.code)).toEqual(['APPROVAL_WITHDRAWN', 'APPROVAL_WITHDRAWN'])
})

it('takes a no even if the log cannot be written', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const call = app.call(...create)
  await test.questions()
  test.platform.database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  )
  await test.decide({ kind: 'deny' })
  expect((await call).body.error?.code).toBe('APPROVAL_DENIED')
})
