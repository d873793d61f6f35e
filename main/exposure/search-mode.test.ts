import { describe, expect, it } from 'vitest'
import type { BridgeAnswer, BridgeClient } from '../testing/bridge-client.ts'
import { legacyClient, modernClient } from '../testing/mcp-clients.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const OWN = ['call_tool', 'gatehouse_get_result', 'manage_integrations', 'search_tools']

async function searching() {
  const test = await createConnectedHub()
  const app = await test.pair()
  await test.ask('apps.update', { appId: app.appId, exposure: 'search' })
  return { test, app }
}

interface Found {
  readonly tools: readonly { readonly name: string; readonly policy: string; readonly parameters: object }[]
  readonly hint?: string
}

async function find(app: BridgeClient, args: object): Promise<Found> {
  const { status, body } = await app.call('search_tools', args)
  expect(status).toBe(200)
  return body.data as Found
}

const namesOf = ({ tools }: Found): readonly string[] => tools.map(({ name }) => name)
const codeOf = ({ body }: BridgeAnswer): string | undefined => body.error?.code

describe('an app with the search', () => {
  it.each([
    ['2026', modernClient],
    ['2025', legacyClient],
  ] as const)('lists four tools and says what each does to the world: MCP %s', async (_, connect) => {
    const { app } = await searching()
    const tools = await (await connect(app)).tools()
    expect(tools.map(({ name }) => name).sort()).toEqual(OWN)
    const annotations = Object.fromEntries(tools.map((tool) => [tool.name, tool.annotations]))
    expect(annotations['search_tools']).toMatchObject({ readOnlyHint: true, openWorldHint: false })
    expect(annotations['call_tool']).toMatchObject({ readOnlyHint: false, destructiveHint: true })
  })

  it('sees the same four over REST, in the manifest and in the OpenAPI document', async () => {
    const { app } = await searching()
    const { tools } = (await app.get('/v1/manifest')).body as unknown as { tools: { name: string }[] }
    expect(tools.map(({ name }) => name).sort()).toEqual(OWN)
    const { paths } = (await app.get('/openapi.json')).body
    expect(Object.keys(paths as object).sort()).toEqual(OWN.map((name) => `/v1/actions/${name}`))
  })

  it('may still call a tool by its name: what it learnt before the switch goes on working', async () => {
    const { app } = await searching()
    expect((await app.call('notes_list_notes')).status).toBe(200)
  })
})

describe('an app with all tools', () => {
  it.each(['search_tools', 'call_tool'])('has no tool of the name %s', async (name) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const answer = await app.call(name, { query: 'notes', name: 'notes_list_notes' })
    expect([answer.status, codeOf(answer)]).toEqual([404, 'RESOURCE_NOT_FOUND'])
  })
})

describe('search_tools', () => {
  it('gives what a call needs: name, parameters, and whether the person is asked', async () => {
    const { app } = await searching()
    const { tools, hint } = await find(app, { query: 'write a new note' })
    expect(tools[0]).toMatchObject({
      name: 'notes_create_note',
      policy: 'ask',
      parameters: { type: 'object', required: ['title'] },
    })
    expect(hint).toBeUndefined()
    expect((await find(app, { query: 'show me the notes' })).tools[0]).toMatchObject({ policy: 'auto' })
  })

  it('gives as many as asked for, five by default', async () => {
    const { app } = await searching()
    expect(namesOf(await find(app, { query: 'note' }))).toHaveLength(5)
    expect(namesOf(await find(app, { query: 'note', limit: 2 }))).toHaveLength(2)
  })

  it('never finds what the app may not call: blocked, or of a toolkit it does not have', async () => {
    const { test, app } = await searching()
    await test.ask('policies.set', { tool: 'notes_create_note', policy: 'block' })
    const found = namesOf(await find(app, { query: 'create a note', limit: 20 }))
    expect(found).toContain('notes_update_note')
    expect(found).not.toContain('notes_create_note')
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
    const without = await find(app, { query: 'create a note in Notes', limit: 20 })
    expect(JSON.stringify(without.tools)).not.toContain('notes_')
  })

  it('says which of its own toolkits lacks an account, and names no other', async () => {
    const { test, app } = await searching()
    const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
    for (const { id } of connections) await test.ask('connections.disconnect', { connectionId: id })
    const { tools, hint } = await find(app, { query: 'create a note' })
    expect([tools.length, hint]).toEqual([0, expect.stringContaining('have no account: Notes.')])
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
    expect((await find(app, { query: 'create a note' })).hint).not.toContain('Notes')
  })

  it.each(['xylophone', '"', '* OR', '…', 'the of and'])(
    'says what to do when nothing fits: %s',
    async (query) => {
      const { app } = await searching()
      expect(await find(app, { query })).toMatchObject({
        tools: [],
        hint: expect.stringContaining('list_available') as string,
      })
    },
  )

  it('keeps to one toolkit, by id or name, and refuses one that the app does not have', async () => {
    const { test, app } = await searching()
    const found = namesOf(await find(app, { query: 'note slow list', toolkit: 'Mischief', limit: 20 }))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((name) => !name.startsWith('mischief_'))).toEqual([])
    expect(codeOf(await app.call('search_tools', { query: 'x', toolkit: 'none' }))).toBe('RESOURCE_NOT_FOUND')
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
    const refused = await app.call('search_tools', { query: 'note', toolkit: 'notes' })
    expect(codeOf(refused)).toBe('INTEGRATIONS_NOT_CONFIGURED')
  })

  it('fits the app’s budget: fewer tools, never half of one', async () => {
    const { test, app } = await searching()
    const many = await find(app, { query: 'note', limit: 20 })
    await test.ask('apps.update', { appId: app.appId, resultBudgetTokens: 500 })
    const few = await find(app, { query: 'note folder list slow send', limit: 20 })
    expect(few.tools.length).toBeGreaterThan(0)
    expect(JSON.stringify(few).length).toBeLessThanOrEqual(2_000)
    expect(few.hint).toContain('ask for less')
    expect(many.hint).toBeUndefined()
  })

  it.each([{}, { query: '' }, { query: 7 }, { query: 'x', limit: 0 }, { query: 'x', more: true }])(
    'refuses %j and says which field is wrong',
    async (args) => {
      const { app } = await searching()
      const answer = await app.call('search_tools', args)
      expect(codeOf(answer)).toBe('INVALID_PARAMS')
      const field = { path: expect.stringMatching(/query|limit|more/) as string }
      expect(answer.body.error?.details).toMatchObject({ fields: [field] })
    },
  )

  it('counts as a call: an app that searches without end is slowed down', async () => {
    const { test, app } = await searching()
    await test.ask('apps.update', { appId: app.appId, callsPerMinute: 1 })
    await find(app, { query: 'note' })
    expect(codeOf(await app.call('search_tools', { query: 'note' }))).toBe('RATE_LIMITED')
  })
})

describe('call_tool', () => {
  const call = (app: BridgeClient, name: string, args: object = {}, more: object = {}) =>
    app.call('call_tool', { name, arguments: args, ...more })

  it('runs a read, and the log has it under the tool’s own name', async () => {
    const { test, app } = await searching()
    const answer = await call(app, 'notes_list_notes')
    expect(answer.body.data).toEqual({ notes: [{ id: 'note-1', title: 'Milk' }] })
    const { rows } = await test.ask('activity.list', {})
    expect(rows[0]).toMatchObject({ tool: 'notes_list_notes', outcome: 'succeeded' })
  })

  it('asks before a write, with what will run, and gives a ticket to who cannot wait', async () => {
    const { test, app } = await searching()
    const calling = call(app, 'notes_create_note', { title: 'Milk' })
    expect(await test.questions()).toMatchObject([
      { tool: 'notes_create_note', summary: 'Create the note “Milk”' },
    ])
    await test.platform.clock.advance(45_000)
    const { status, body } = await calling
    expect([status, body['status']]).toEqual([202, 'approval_pending'])
    await test.decide({ kind: 'allow_once' })
    const { body: result } = await app.result({ approval_id: body.approval_id })
    expect(result.data).toEqual({ id: 'note-1' })
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('is no way round a rule: a direct call and this one fail alike', async () => {
    const { test, app } = await searching()
    await test.ask('policies.set', { tool: 'notes_delete_note', policy: 'block' })
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'hosted', enabled: false })
    for (const [name, args] of [
      ['notes_delete_note', { note_id: 'n' }],
      ['notes_create_note', {}],
      ['no_such_tool', {}],
      ['hosted_list_projects', {}],
    ] as const) {
      const [inner, direct] = [await call(app, name, args), await app.call(name, args)]
      expect([inner.status, codeOf(inner)]).toEqual([direct.status, codeOf(direct)])
      expect(inner.status).toBeGreaterThanOrEqual(400)
    }
    expect(test.apiRequests()).toEqual([])
  })

  it('takes the account when there are several', async () => {
    const { test, app } = await searching()
    test.service.accounts.set('key-of-bob', 'bob')
    const input = { integrationId: 'notes', method: 'api_key', values: { key: 'key-of-bob' } } as const
    await test.ask('connections.connectWithKey', input)
    expect(codeOf(await call(app, 'notes_list_notes'))).toBe('ACCOUNT_AMBIGUOUS')
    expect((await call(app, 'notes_list_notes', {}, { account: 'bob@example.com' })).status).toBe(200)
  })

  it.each(['call_tool', 'search_tools', 'CALL_TOOL'])('does not stand for %s', async (name) => {
    const { app } = await searching()
    const answer = await call(app, name, { name: 'notes_list_notes' })
    expect([codeOf(answer), answer.body.error?.message]).toEqual([
      'INVALID_PARAMS',
      expect.stringContaining('itself'),
    ])
  })

  it('reaches the other two of the bridge’s own as a direct call would', async () => {
    const { app } = await searching()
    const managed = await call(app, 'manage_integrations', { action: 'list_connected' })
    expect(managed.body).toEqual((await app.call('manage_integrations', { action: 'list_connected' })).body)
    expect(codeOf(await call(app, 'gatehouse_get_result', { result_id: 'none' }))).toBe('RESOURCE_NOT_FOUND')
  })

  it('reports progress and is cancelled like a direct call', async () => {
    const { test, app } = await searching()
    const client = await modernClient(app)
    const cancelling = new AbortController()
    const heard: number[] = []
    const args = { name: 'notes_create_note', arguments: { title: 'Milk' } }
    const options = {
      signal: cancelling.signal,
      onprogress: ({ progress }: { progress: number }) => heard.push(progress),
    }
    const calling = client.call('call_tool', args, options)
    await test.questions()
    await expect.poll(() => heard).toEqual([1])
    cancelling.abort()
    await expect(calling).rejects.toThrow()
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })
})
