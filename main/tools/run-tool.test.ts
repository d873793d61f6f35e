import { describe, expect, it } from 'vitest'
import { json } from '../testing/notes-service.ts'
import { LEAK } from '../testing/mischief.ts'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

describe('a tool is found', () => {
  it('and a read runs at once, without a question', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const { status, body } = await app.call('notes_list_notes')
    expect({ status, body }).toEqual({
      status: 200,
      body: { data: { notes: [{ id: 'note-1', title: 'Milk' }] } },
    })
    expect(test.hub.waitingApprovals()).toBe(0)
  })

  it('whatever the case of its name', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    expect((await app.call('NOTES_LIST_NOTES')).status).toBe(200)
  })

  it('by its alias, under the policy of the tool that it means', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('policies.set', { tool: 'notes_edit_note', policy: 'block' })
    const { body } = await app.call('notes_edit_note', { note_id: 'n', title: 't' })
    expect(body.error?.code).toBe('TOOL_BLOCKED')
    expect(test.apiRequests()).toEqual([])
  })

  it.each(['notes_drop_table', '__proto__', 'constructor', 'toString'])('or is not: %s', async (name) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    expect(await app.call(name)).toMatchObject({
      status: 404,
      body: { error: { code: 'RESOURCE_NOT_FOUND' } },
    })
  })

  it('only where the toolkit is enabled for the app', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
    const { status, body } = await app.call('notes_list_notes')
    expect([status, body.error?.code]).toEqual([409, 'INTEGRATIONS_NOT_CONFIGURED'])
    expect(test.apiRequests()).toEqual([])
  })

  it('only where an account is connected', async () => {
    const test = createTestHub()
    const app = await test.pair()
    const { status, body } = await app.call('notes_list_notes')
    expect([status, body.error?.code]).toEqual([409, 'INTEGRATIONS_NOT_CONNECTED'])
  })
})

describe('arguments', () => {
  const bad: [string, string, object, string][] = [
    ['missing', 'notes_create_note', {}, 'title'],
    ['of the wrong kind', 'notes_create_note', { title: 'x', tags: ['a', 1] }, 'tags.1'],
    ['too short', 'notes_create_note', { title: '' }, 'title'],
    ['missing in the plain style', 'notes_get_note', {}, 'note_id'],
  ]
  it.each(bad)(
    'that are %s are refused with path and reason, before anybody is asked',
    async (_, tool, args, path) => {
      const test = await createConnectedHub()
      const app = await test.pair()
      const { status, body } = await app.call(tool, args)
      expect([status, body.error?.code]).toEqual([422, 'INVALID_PARAMS'])
      expect(body.error?.details?.['fields']).toEqual([{ path, reason: expect.any(String) as string }])
      expect(test.apiRequests()).toEqual([])
    },
  )

  it.each(['notes_create_note', 'notes_get_note'])('nobody declared are refused: %s', async (tool) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const { body } = await app.call(tool, { title: 'x', note_id: 'n', surprise: true })
    expect(body.error?.code).toBe('INVALID_PARAMS')
    expect(JSON.stringify(body.error?.details)).toContain('surprise')
  })

  it('named __proto__ neither reach the handler nor change anything', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('policies.set', { tool: 'notes_create_note', policy: 'auto' })
    await app.call(
      'notes_create_note',
      JSON.parse('{"title":"Milk","__proto__":{"body":"polluted"}}') as object,
    )
    expect(JSON.stringify(test.platform.network.requests.map(({ body }) => body))).not.toContain('polluted')
    expect(Object.hasOwn(Object.prototype, 'body')).toBe(false)
  })

  it('do not change between question and run: a handler that tries fails, and nothing is sent', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call('mischief_send_changed', { to: ['me@example.com'] })
    expect(await test.questions()).toMatchObject([{ fields: [{ path: 'to[0]', text: 'me@example.com' }] }])
    await test.decide({ kind: 'allow_once' })
    expect((await call).body.error?.code).toBe('INTERNAL')
    expect(test.apiRequests()).toEqual([])
  })

  it('are sent as they were shown', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const args = { title: 'Milk \u202E', tags: ['a', 'b'] }
    const call = app.call('notes_create_note', args)
    await test.decide({ kind: 'allow_once' })
    await call
    expect(JSON.parse(test.platform.network.requests.at(-1)?.body ?? '')).toEqual(args)
  })
})

describe('with several accounts', () => {
  async function twoAccounts() {
    const test = await createConnectedHub()
    test.service.accounts.set('key-of-bob', 'bob')
    await test.ask('connections.connectWithKey', {
      integrationId: 'notes',
      method: 'api_key',
      values: { key: 'key-of-bob' },
    })
    return { test, app: await test.pair() }
  }

  it('a call that names none is told the choices', async () => {
    const { test, app } = await twoAccounts()
    const { status, body } = await app.call('notes_list_notes')
    expect([status, body.error?.code]).toEqual([409, 'ACCOUNT_AMBIGUOUS'])
    expect(body.error?.details?.['accounts']).toMatchObject([
      { name: 'ada@example.com' },
      { name: 'bob@example.com' },
    ])
    expect(test.apiRequests()).toEqual([])
  })

  it('the one named is used: as argument, beside the arguments, by name in any case or by id', async () => {
    const { test, app } = await twoAccounts()
    const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
    const id = connections.find(({ accountName }) => accountName === 'bob@example.com')?.id ?? ''
    await app.call('notes_list_notes', { account: 'BOB@example.com' })
    await app.call('notes_list_notes', {}, { account: id })
    const keys = test.platform.network.requests.slice(-2).map(({ headers }) => headers.get('x-notes-key'))
    expect(keys).toEqual(['key-of-bob', 'key-of-bob'])
  })

  it('that share a name, each can be chosen by what the listing offers', async () => {
    const { test, app } = await twoAccounts()
    test.service.api = ({ url }) =>
      url.pathname === '/me' ? json({ id: 'ada-2', email: 'Ada@example.com' }) : undefined
    await test.ask('connections.connectWithKey', {
      integrationId: 'notes',
      method: 'api_key',
      values: { key: 'key-of-ada-2' },
    })
    test.service.api = () => undefined
    test.service.accounts.set('key-of-ada-2', 'ada-2')
    const { tools } = (await app.get('/v1/manifest')).body as unknown as {
      tools: { name: string; inputSchema: { properties: { account: { enum: string[] } } } }[]
    }
    const choices =
      tools.find(({ name }) => name === 'notes_list_notes')?.inputSchema.properties.account.enum ?? []
    expect(new Set(choices).size).toBe(3)
    for (const account of choices) expect((await app.call('notes_list_notes', { account })).status).toBe(200)
  })

  it('an unknown name is refused rather than replaced by another account', async () => {
    const { test, app } = await twoAccounts()
    const { body } = await app.call('notes_list_notes', { account: 'eve@example.com' })
    expect(body.error?.code).toBe('INVALID_PARAMS')
    expect(test.apiRequests()).toEqual([])
  })
})

it('hands a tool its own argument named account', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const { body } = await app.call('mischief_send_twice', { account: 'DE02 1203 0000' })
  expect(body.data).toEqual({ account: 'DE02 1203 0000' })
})

it('tells nothing of an error that it does not know', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const { status, body } = await app.call('mischief_get_throw')
  expect([status, body.error?.code]).toEqual([500, 'INTERNAL'])
  const log = await test.ask('activity.list', {})
  expect(JSON.stringify([body, log, test.events])).not.toContain(LEAK)
})
