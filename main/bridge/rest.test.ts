import { describe, expect, it } from 'vitest'
import { createConnectedHub } from '../testing/test-hub.ts'

interface Manifest {
  readonly tools: readonly Record<string, unknown>[]
}

describe('the manifest', () => {
  async function manifest(format: string): Promise<Manifest> {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'mischief', enabled: false })
    const { status, body } = await app.get(`/v1/manifest${format}`)
    expect(status).toBe(200)
    return body as unknown as Manifest
  }
  const names = [
    'notes_list_folders',
    'notes_move_note',
    'notes_add_note',
    'notes_list_notes',
    'notes_create_note',
    'notes_delete_note',
    'notes_update_note',
    'notes_get_note',
    'gatehouse_get_result',
    'manage_integrations',
  ]

  it('lists for MCP exactly what the app may call', async () => {
    const { tools } = await manifest('')
    expect(tools.map(({ name }) => name)).toEqual(names)
    expect(tools.find(({ name }) => name === 'notes_create_note')).toMatchObject({
      inputSchema: { type: 'object', required: ['title'], additionalProperties: false },
    })
  })

  it('has the shape of Chat Completions tools', async () => {
    const { tools } = await manifest('?format=openai')
    expect(tools).toHaveLength(names.length)
    expect(tools[0]).toEqual({
      type: 'function',
      function: {
        name: 'notes_list_folders',
        description: 'List folders.',
        parameters: expect.objectContaining({ type: 'object' }) as unknown,
      },
    })
  })

  it('has the shape of Messages tools', async () => {
    const { tools } = await manifest('?format=anthropic')
    expect(Object.keys(tools[0] ?? {})).toEqual(['name', 'description', 'input_schema'])
  })

  it('refuses a shape it does not know', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    expect(await app.get('/v1/manifest?format=gemini')).toMatchObject({
      status: 422,
      body: { error: { code: 'INVALID_PARAMS' } },
    })
  })

  it('lists no blocked tool, none of a disabled toolkit, none without an account', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const listed = async (): Promise<string> => JSON.stringify((await app.get('/v1/manifest')).body)
    expect(await listed()).toContain('notes_delete_note')
    await test.ask('policies.set', { tool: 'notes_delete_note', policy: 'block' })
    expect(await listed()).not.toContain('notes_delete_note')
    const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
    await test.ask('connections.disconnect', { connectionId: connections[0]?.id ?? '' })
    expect(await listed()).not.toContain('notes_list_notes')
  })

  it('asks for the account as soon as there are two', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.accounts.set('key-of-bob', 'bob')
    await test.ask('connections.connectWithKey', {
      integrationId: 'notes',
      method: 'api_key',
      values: { key: 'key-of-bob' },
    })
    const { tools } = (await app.get('/v1/manifest')).body as unknown as Manifest
    expect(tools.find(({ name }) => name === 'notes_create_note')).toMatchObject({
      inputSchema: {
        properties: { account: { enum: ['ada@example.com', 'bob@example.com'] } },
        required: ['title', 'account'],
      },
    })
  })
})

describe('POST /v1/tools/{name} answers', () => {
  it('200 with data, 202 with a ticket, 403 with a no', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    expect(await app.call('notes_list_notes')).toMatchObject({ status: 200, body: { data: { notes: [{}] } } })
    const waiting = app.call('notes_create_note', { title: 'Milk' })
    await test.questions()
    await test.platform.clock.advance(45_000)
    expect(await waiting).toMatchObject({ status: 202, body: { status: 'approval_pending' } })
    const again = app.call('notes_create_note', { title: 'Milk' })
    await expect.poll(() => test.platform.clock.pending()).toBe(2)
    await test.decide({ kind: 'deny' })
    expect(await again).toMatchObject({ status: 403, body: { error: { code: 'APPROVAL_DENIED' } } })
  })

  it('null when a tool has nothing to say', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = () => Response.json(null)
    expect((await app.call('notes_get_note', { note_id: 'n' })).body).toEqual({ data: null })
  })
})

it.each([
  [{}],
  [{ approval_id: 'apr_x', result_id: 'res_x' }],
  [{ approval_id: 'apr_x', offset: -1 }],
  [{ result_id: 7 }],
])('refuses gatehouse_get_result with %j', async (args) => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const { body } = await app.call('Gatehouse_get_result', args)
  expect(body.error?.code).toBe('INVALID_PARAMS')
})
