import { describe, expect, it } from 'vitest'
import type { RequestInput } from '../../preload/contract/requests.ts'
import type { Condition } from '../../preload/contract/rule.ts'
import { createBridgeClient, type BridgeClient } from '../testing/bridge-client.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

const CREATE = 'notes_create_note'
const titled = (value: string): Condition => ({ path: 'title', operator: 'equals', value })

interface World {
  readonly test: TestHub
  readonly app: BridgeClient
  readonly connectionId: string
  rule(terms?: Partial<RequestInput<'grants.add'>>): Promise<string>
  create(title: string, more?: object): ReturnType<BridgeClient['call']>
}

async function world(): Promise<World> {
  const test = await createConnectedHub()
  const app = await test.pair()
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  const connectionId = connections[0]?.id ?? ''
  const base = { appId: app.appId, connectionId, tool: CREATE, scope: 'always' } as const
  return {
    test,
    app,
    connectionId,
    async rule(terms = {}) {
      const { id } = await test.ask('grants.add', {
        ...base,
        conditions: [],
        expiresAt: null,
        usesLeft: null,
        ...terms,
      })
      return id
    },
    create: (title, more = {}) => app.call(CREATE, { title, ...more }),
  }
}

async function asks(test: TestHub, call: Promise<unknown>): Promise<void> {
  await test.decide({ kind: 'deny' })
  await call
}

describe('conditions', () => {
  it('let run what fits, and ask about the rest', async () => {
    const { test, create, rule } = await world()
    await rule({ conditions: [titled('daily')] })
    expect((await create('daily')).status).toBe(200)
    const { rows } = await test.ask('activity.list', { limit: 1 })
    expect(rows).toMatchObject([{ reason: 'rule', outcome: 'succeeded' }])
    await asks(test, create('weekly'))
  })

  it('from the dialog hold for later calls, and only for those', async () => {
    const { test, create } = await world()
    const first = create('daily')
    await test.decide({ kind: 'allow_always', conditions: [titled('daily')], uses: 1 })
    await first
    expect(await test.ask('grants.list', {})).toMatchObject([
      { madeFrom: 'dialog', scope: 'always', usesLeft: 1, conditions: [titled('daily')] },
    ])
    await asks(test, create('weekly'))
    expect((await create('daily')).status).toBe(200)
    await asks(test, create('daily'))
  })

  it('from the dialog with an end that nobody can read are not remembered for ever', async () => {
    const { test, create } = await world()
    for (const expiresAt of ['whenever', '2020-01-01T00:00:00.000Z']) {
      const call = create('a')
      await test.decide({ kind: 'allow_always', expiresAt })
      await call
    }
    expect(await test.ask('grants.list', {})).toEqual([])
  })

  it('see the defaults that Gatehouse fills in, not what the app sent', async () => {
    const { test, app, connectionId, rule } = await world()
    const picked = { value: 'inbox', name: 'Inbox' }
    await test.ask('connections.setDefault', { connectionId, argument: 'folder_id', picked })
    const conditions: Condition[] = [{ path: 'folder_id', operator: 'equals', value: 'inbox' }]
    await rule({ tool: 'notes_add_note', conditions })
    expect((await app.call('notes_add_note', { title: 'x' })).status).toBe(200)
    await asks(test, app.call('notes_add_note', { title: 'x', folder_id: 'elsewhere' }))
  })

  it('of several rules, any one allows', async () => {
    const { test, create, rule } = await world()
    await rule({ conditions: [titled('a')] })
    await rule({ conditions: [titled('b')] })
    expect((await create('a')).status).toBe(200)
    expect((await create('b')).status).toBe(200)
    await asks(test, create('c'))
  })
})

describe('uses', () => {
  it('are not shared by two calls at the same time', async () => {
    const { test, create, rule } = await world()
    await rule({ usesLeft: 1 })
    const calls = [create('a'), create('b')]
    await test.decide({ kind: 'deny' })
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 403]))
    expect(test.apiRequests()).toHaveLength(1)
  })

  it('are gone after a call that failed, also after a restart', async () => {
    const { test, app, create, rule } = await world()
    await rule({ usesLeft: 2 })
    test.platform.network.respond = () => new Response('no', { status: 500 })
    expect((await create('a')).status).not.toBe(200)
    const again = await test.restart()
    await again.hub.start()
    expect(await again.ask('grants.list', {})).toMatchObject([{ usesLeft: 1, timesUsed: 1 }])
    const { url } = await again.ask('bridge.status', {})
    const later = createBridgeClient(app.appId, url ?? '', app.token)
    expect((await later.call(CREATE, { title: 'b' })).status).toBe(200)
    await asks(again, later.call(CREATE, { title: 'c' }))
  })

  it('are not spent on what runs anyway, nor on what is blocked', async () => {
    const { test, create, rule } = await world()
    await rule({ usesLeft: 1 })
    await test.ask('policies.set', { tool: CREATE, policy: 'auto' })
    await create('a')
    await test.ask('policies.set', { tool: CREATE, policy: 'block' })
    await create('b')
    expect(await test.ask('grants.list', {})).toMatchObject([{ usesLeft: 1, timesUsed: 0 }])
  })

  it('stay with a call that had to wait for a new sign-in', async () => {
    const { test, create, rule } = await world()
    await rule({ usesLeft: 1 })
    test.service.accounts.delete('key-of-ada')
    const waiting = test.ticket(create('a'))
    const { body } = await waiting
    expect(body).toMatchObject({ status: 'approval_pending' })
    expect(await test.ask('grants.list', {})).toMatchObject([{ usesLeft: 0, state: 'used_up' }])
    test.service.accounts.set('key-of-ada', 'ada')
    const values = { key: 'key-of-ada' }
    await test.ask('connections.connectWithKey', { integrationId: 'notes', method: 'api_key', values })
    await expect
      .poll(() => test.apiRequests().filter((request) => request === 'POST /notes').length)
      .toBeGreaterThan(1)
    expect(test.hub.waitingApprovals()).toBe(0)
    await asks(test, create('b'))
  })

  it('that are unlimited are counted and dated', async () => {
    const { test, create, rule } = await world()
    await rule()
    await create('a')
    await create('b')
    const [grant] = await test.ask('grants.list', {})
    expect(grant).toMatchObject({ timesUsed: 2, usesLeft: null, state: 'active' })
    expect(grant?.lastUsedAt).toBe(new Date(test.platform.clock.now()).toISOString())
  })
})

describe('ends', () => {
  it('come by the clock at the time of the call, and are shown', async () => {
    const { test, create, rule } = await world()
    await rule({ expiresAt: new Date(test.platform.clock.now() + 60_000).toISOString() })
    expect((await create('a')).status).toBe(200)
    test.platform.clock.sleep(60_000)
    await asks(test, create('b'))
    expect(await test.ask('grants.list', {})).toMatchObject([{ state: 'expired' }])
    const again = await test.restart()
    expect(await again.ask('grants.list', {})).toEqual([])
  })

  it('in the past are refused', async () => {
    const { test, app, connectionId } = await world()
    const error = await test.refusal('grants.add', {
      appId: app.appId,
      connectionId,
      tool: CREATE,
      scope: 'always',
      conditions: [],
      expiresAt: '2020-01-01T00:00:00.000Z',
      usesLeft: null,
    })
    expect(error.code).toBe('INVALID_PARAMS')
  })

  it('come to all of one app, and not to those of another', async () => {
    const { test, app, rule, create } = await world()
    const other = await test.pair('Other')
    await rule()
    await rule({ appId: other.appId })
    expect(await test.ask('grants.revokeAll', { appId: app.appId })).toEqual({ revoked: 1 })
    await asks(test, create('a'))
    expect((await other.call(CREATE, { title: 'b' })).status).toBe(200)
  })
})

describe('the form', () => {
  it('can narrow a rule, from the next call on', async () => {
    const { test, create, rule } = await world()
    const grantId = await rule()
    const conditions = [titled('daily')]
    await test.ask('grants.update', { grantId, conditions, scope: 'always', expiresAt: null, usesLeft: null })
    await asks(test, create('weekly'))
    expect((await create('daily')).status).toBe(200)
  })

  it.each<[string, Partial<RequestInput<'grants.add'>>]>([
    ['no such argument', { conditions: [{ path: 'nowhere', operator: 'equals', value: 'x' }] }],
    ['an inherited argument', { conditions: [{ path: 'constructor', operator: 'equals', value: 'x' }] }],
    ['an ending of nothing', { conditions: [{ path: 'title', operator: 'ends_with', value: '' }] }],
    ['a number as text', { conditions: [{ path: 'title', operator: 'at_most', value: '5' }] }],
    ['an account of another integration', { tool: 'mischief_leak' }],
    ['an unknown app', { appId: 'desktop' }],
    ['an unknown account', { connectionId: 'con_0' }],
  ])('refuses %s', async (_, terms) => {
    const { test, rule } = await world()
    await expect(rule(terms)).rejects.toThrow(/INVALID_PARAMS|RESOURCE_NOT_FOUND/)
    expect(await test.ask('grants.list', {})).toEqual([])
  })

  it('names arguments and accounts to choose from', async () => {
    const { test, app } = await world()
    const tools = await test.ask('rules.listTools', { appId: app.appId })
    expect(tools.find(({ tool }) => tool === CREATE)).toMatchObject({
      arguments: [
        { path: 'title', kind: 'text' },
        { path: 'body', kind: 'text' },
        { path: 'tags', kind: 'text_list' },
      ],
      accounts: [{ name: 'ada@example.com' }],
    })
  })
})

it('a rule that could never hold is refused in German for who reads German', async () => {
  const { test, app, connectionId } = await world()
  await test.ask('preferences.setLanguage', { language: 'de' })
  const place = { appId: app.appId, connectionId, tool: CREATE, scope: 'always' } as const
  const refused = await test.refusal('grants.add', {
    ...place,
    conditions: [{ path: 'nothing', operator: 'equals', value: 'x' }],
    expiresAt: null,
    usesLeft: null,
  })
  expect(refused.message).toBe('notes_create_note hat kein Argument mit dem Namen, den die Regel vergleicht.')
})
