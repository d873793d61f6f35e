import { expect, it } from 'vitest'
import type { BridgeClient } from '../testing/bridge-client.ts'
import { createBridgeClient } from '../testing/bridge-client.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

type Remembering = 'allow_session' | 'allow_always'

async function allowed(kind: Remembering): Promise<{ test: TestHub; app: BridgeClient }> {
  const test = await createConnectedHub()
  const app = await test.pair()
  const call = app.call('notes_create_note', { title: 'first' })
  await test.decide({ kind })
  await call
  return { test, app }
}

async function asks(test: TestHub, call: Promise<unknown>): Promise<void> {
  await test.decide({ kind: 'deny' })
  await call
}

it.each(['allow_session', 'allow_always'] as const)(
  'runs the same tool without asking after %s',
  async (kind) => {
    const { test, app } = await allowed(kind)
    expect((await app.call('notes_create_note', { title: 'second' })).status).toBe(200)
    const { rows } = await test.ask('activity.list', { limit: 1 })
    expect(rows).toMatchObject([{ reason: 'remembered', outcome: 'succeeded' }])
  },
)

it('asks for another tool: a yes to creating is none to deleting', async () => {
  const { test, app } = await allowed('allow_always')
  await asks(test, app.call('notes_delete_note', { note_id: 'n' }))
})

it('asks for another app', async () => {
  const { test } = await allowed('allow_always')
  const other = await test.pair('Other')
  await asks(test, other.call('notes_create_note', { title: 'x' }))
})

it('asks for another account', async () => {
  const { test, app } = await allowed('allow_always')
  test.service.accounts.set('key-of-bob', 'bob')
  await test.ask('connections.connectWithKey', {
    integrationId: 'notes',
    method: 'api_key',
    values: { key: 'key-of-bob' },
  })
  await asks(test, app.call('notes_create_note', { title: 'x', account: 'bob@example.com' }))
})

it('asks again after the grant was revoked', async () => {
  const { test, app } = await allowed('allow_always')
  const [grant] = await test.ask('grants.list', {})
  expect(grant).toMatchObject({ tool: 'notes_create_note', scope: 'always', accountName: 'ada@example.com' })
  await test.ask('grants.revoke', { grantId: grant?.id ?? '' })
  await asks(test, app.call('notes_create_note', { title: 'x' }))
})

it.each([
  ['allow_session', 0],
  ['allow_always', 1],
] as const)('ends at a restart, or not: %s', async (kind, left) => {
  const { test, app } = await allowed(kind)
  const again = await test.restart()
  await again.hub.start()
  expect(await again.ask('grants.list', {})).toHaveLength(left)
  const { url } = await again.ask('bridge.status', {})
  const call = createBridgeClient(app.appId, url ?? '', app.token).call('notes_create_note', { title: 'x' })
  if (left === 0) await asks(again, call)
  else expect((await call).status).toBe(200)
})

it('lets block win over a grant', async () => {
  const { test, app } = await allowed('allow_always')
  await test.ask('policies.set', { tool: 'notes_create_note', policy: 'block' })
  expect((await app.call('notes_create_note', { title: 'x' })).body.error?.code).toBe('TOOL_BLOCKED')
})

it('goes with the account: a new connection starts without grants', async () => {
  const { test, app } = await allowed('allow_always')
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  await test.ask('connections.disconnect', { connectionId: connections[0]?.id ?? '' })
  await test.ask('connections.connectWithKey', {
    integrationId: 'notes',
    method: 'api_key',
    values: { key: 'key-of-ada' },
  })
  await asks(test, app.call('notes_create_note', { title: 'x' }))
})

it('blocks a tool from the dialog: this call, those that wait, and those to come', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const calls = [app.call('notes_create_note', { title: 'a' }), app.call('notes_create_note', { title: 'b' })]
  const questions = await test.questions(2)
  await test.ask('approvals.decide', { approvalId: questions[0]?.id ?? '', decision: { kind: 'block_tool' } })
  const codes = (await Promise.all(calls)).map(({ body }) => body.error?.code)
  expect(new Set(codes)).toEqual(new Set(['APPROVAL_DENIED', 'APPROVAL_WITHDRAWN']))
  expect((await app.call('notes_create_note', { title: 'c' })).body.error?.code).toBe('TOOL_BLOCKED')
  const { body } = await app.get('/v1/manifest')
  expect(JSON.stringify(body)).not.toContain('notes_create_note')
  expect(test.apiRequests()).toEqual([])
})

it('does not shorten a lasting yes by a later one for the session', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const calls = ['a', 'b'].map((title) => app.call('notes_create_note', { title }))
  const [first, second] = await test.questions(2)
  await test.ask('approvals.decide', { approvalId: first?.id ?? '', decision: { kind: 'allow_always' } })
  await test.ask('approvals.decide', { approvalId: second?.id ?? '', decision: { kind: 'allow_session' } })
  await Promise.all(calls)
  expect(await test.ask('grants.list', {})).toMatchObject([{ scope: 'always' }])
})
