import { describe, expect, it } from 'vitest'
import type { BridgeClient } from '../testing/bridge-client.ts'
import { modernClient } from '../testing/mcp-clients.ts'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

async function manage(app: BridgeClient, input: unknown) {
  const { status, body } = await app.fetch('/v1/manage_integrations', {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return { status, body: body as Readonly<Record<string, unknown>> }
}

/** An app that may use nothing yet. */
async function bareApp() {
  const test = await createConnectedHub()
  const app = await test.pair()
  for (const integrationId of ['notes', 'mischief', 'hosted']) {
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId, enabled: false })
  }
  return { test, app }
}

describe('configure', () => {
  it('asks the person, and gives the app nothing before they said yes', async () => {
    const { test, app } = await bareApp()
    const call = manage(app, { action: 'configure', toolkit: 'Notes', display_name: 'My notes' })
    const [question] = await test.questions()
    expect(question).toMatchObject({
      integrationName: 'Gatehouse',
      summary: 'Let Test app use “Notes”',
      isRemembered: false,
      fields: [
        { path: 'action', text: 'configure' },
        { path: 'toolkit', text: 'notes' },
        { path: 'display_name', text: 'My notes' },
      ],
    })
    expect((await app.call('notes_list_notes')).body.error?.code).toBe('INTEGRATIONS_NOT_CONFIGURED')
    await test.decide({ kind: 'allow_once' })
    expect(await call).toEqual({
      status: 200,
      body: {
        id: expect.stringMatching(/^tlk_/) as string,
        toolkit_slug: 'notes',
        enabled: true,
        display_name: 'My notes',
      },
    })
    expect((await app.call('notes_list_notes')).status).toBe(200)
  })

  it('denied changes nothing, and is not remembered as a yes by any answer', async () => {
    const { test, app } = await bareApp()
    const call = manage(app, { action: 'configure', toolkit: 'notes' })
    await test.decide({ kind: 'deny', reason: 'Not now' })
    expect((await call).body['error']).toMatchObject({ code: 'APPROVAL_DENIED' })
    const lasting = manage(app, { action: 'configure', toolkit: 'mischief' })
    await test.decide({ kind: 'allow_always' })
    await lasting
    void manage(app, { action: 'disable', toolkit: 'mischief' })
    expect(await test.questions()).toHaveLength(1)
    expect(await test.ask('grants.list', {})).toEqual([])
    await test.decide({ kind: 'deny' })
  })

  it('narrows scopes to those the definition knows, by their short names', async () => {
    const { test, app } = await bareApp()
    const call = manage(app, { action: 'configure', toolkit: 'notes', scopes: ['READ'] })
    // Nothing holds an app to the scopes it names: the question must not look as if it did.
    expect((await test.questions())[0]?.summary).toBe(
      'Let Test app use “Notes”: all its tools, whatever scopes it names',
    )
    await test.decide({ kind: 'allow_once' })
    expect((await call).body).toMatchObject({ enabled: true, scopes: ['read'] })
    const wrong = await manage(app, { action: 'configure', toolkit: 'notes', scopes: ['read', 'admin'] })
    expect(wrong).toMatchObject({
      status: 422,
      body: { error: { code: 'INVALID_PARAMS', details: { fields: [{ path: 'scopes.1' }] } } },
    })
  })

  it('by the desktop is done at once', async () => {
    const { test, app } = await bareApp()
    const input = { appId: app.appId, integrationId: 'notes', enabled: true }
    expect((await test.ask('apps.setToolkit', input)).toolkits).toEqual(['notes'])
  })
})

it('disable asks too, takes the toolkit away, and ends the questions that wait for it', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const waiting = app.call('notes_create_note', { title: 'x' })
  await test.questions()
  const call = manage(app, { action: 'disable', toolkit: 'notes' })
  const questions = await test.questions(2)
  const ours = questions.find(({ tool }) => tool === 'manage_integrations')
  expect(ours?.summary).toBe('Take “Notes” away from Test app')
  await test.ask('approvals.decide', { approvalId: ours?.id ?? '', decision: { kind: 'allow_once' } })
  expect((await call).body).toEqual({ toolkit_slug: 'notes', enabled: false })
  expect((await waiting).body.error?.code).toBe('APPROVAL_WITHDRAWN')
  expect((await app.call('notes_list_notes')).body.error?.code).toBe('INTEGRATIONS_NOT_CONFIGURED')
})

describe('the lists', () => {
  it('name what is available, curated first, and find by id, name, description and tool', async () => {
    const { app } = await bareApp()
    const { body } = await manage(app, { action: 'list_available' })
    const entries = body['integrations'] as { toolkit: string; curated: boolean }[]
    expect(entries[0]).toEqual({
      toolkit: 'hosted',
      displayName: 'Hosted',
      category: 'productivity',
      description: 'Things on a server of your own.',
      curated: true,
      authKinds: ['oauth2', 'api_key', 'client_credentials'],
    })
    const found = async (search: string): Promise<string[]> => {
      const answer = (await manage(app, { action: 'list_available', search })).body
      return (answer['integrations'] as { toolkit: string }[]).map(({ toolkit }) => toolkit)
    }
    expect(await found('misbehaves')).toEqual(['mischief'])
    expect(await found('HOSTED_GET_THING')).toEqual(['hosted'])
    expect(await found('server of')).toEqual(['hosted'])
    expect(await found('nothing like it')).toEqual([])
  })

  it('tell an app of its own accounts and tools, and of nobody else’s', async () => {
    const { test, app } = await bareApp()
    expect((await manage(app, { action: 'list_connected' })).body).toEqual({ connections: [] })
    expect((await manage(app, { action: 'list_tools' })).body).toEqual({ tools: [] })
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: true })
    await test.ask('policies.set', { tool: 'notes_delete_note', policy: 'block' })
    expect((await manage(app, { action: 'list_connected' })).body).toMatchObject({
      connections: [
        {
          toolkit_slug: 'notes',
          status: 'active',
          account: 'ada@example.com',
          connected_at: expect.any(String),
        },
      ],
    })
    const { tools } = (await manage(app, { action: 'list_tools', toolkit: 'NOTES' })).body as {
      tools: { name: string; policy: string; toolkit: string; parameters: object }[]
    }
    const names = tools.map(({ name }) => name)
    expect(names).toContain('notes_create_note')
    expect(names).not.toContain('notes_delete_note')
    expect(tools.find(({ name }) => name === 'notes_create_note')).toMatchObject({
      policy: 'ask',
      toolkit: 'notes',
      parameters: { type: 'object', required: ['title'] },
    })
  })

  it('come in pages when they are longer than the app takes', async () => {
    const { test, app } = await bareApp()
    await test.ask('apps.update', { appId: app.appId, resultBudgetTokens: 500 })
    for (const integrationId of ['notes', 'mischief']) {
      await test.ask('apps.setToolkit', { appId: app.appId, integrationId, enabled: true })
    }
    const { body } = await manage(app, { action: 'list_tools' })
    expect(body).toMatchObject({ result_id: expect.stringMatching(/^res_/) as string, next_offset: 2_000 })
  })
})

describe('execute_action', () => {
  it('is a call like any other, by any name and with any account', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const read = await manage(app, {
      action: 'execute_action',
      tool_name: 'NOTES_LIST_NOTES',
      user_id: 'ada@example.com',
    })
    expect(read).toEqual({
      status: 200,
      body: { successful: true, data: { notes: [{ id: 'note-1', title: 'Milk' }] } },
    })
    const write = manage(app, {
      action: 'execute_action',
      tool_name: 'NOTES_EDIT_NOTE',
      params: { note_id: 'n', title: 't' },
    })
    expect((await test.questions())[0]?.tool).toBe('notes_update_note')
    await test.decide({ kind: 'allow_once' })
    expect((await write).body).toMatchObject({ successful: true })
  })

  it('leaves a ticket when nobody answers in time', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = manage(app, {
      action: 'execute_action',
      tool_name: 'notes_create_note',
      params: { title: 'x' },
    })
    await test.questions()
    await test.platform.clock.advance(45_000)
    expect(await call).toMatchObject({ status: 202, body: { status: 'approval_pending' } })
  })

  it.each([
    [{ tool_name: 'notes_no_such_tool' }, 404, 'RESOURCE_NOT_FOUND'],
    [{ tool_name: 'manage_integrations' }, 404, 'RESOURCE_NOT_FOUND'],
    [{ tool_name: 'notes_get_note' }, 422, 'INVALID_PARAMS'],
    [{ tool_name: 'hosted_get_thing' }, 409, 'INTEGRATIONS_NOT_CONNECTED'],
    [{ tool_name: 'looped_get_me' }, 409, 'INTEGRATIONS_NOT_CONFIGURED'],
    [{ tool_name: 'notes_list_notes', user_id: 'nobody' }, 422, 'INVALID_PARAMS'],
    [{ tool_name: 'mischief_get_throw' }, 500, 'INTERNAL'],
  ])('fails in its own words: %j', async (request, status, code) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const answer = await manage(app, { action: 'execute_action', ...request })
    expect(answer).toMatchObject({
      status,
      body: { successful: false, error: { code, remedy: expect.any(String) } },
    })
  })
})

describe('bad input', () => {
  it.each([
    [{}, 'action'],
    [{ action: 'delete_everything' }, 'action'],
    [{ action: 'configure' }, 'toolkit'],
    [{ action: 'configure', toolkit: 'notes', scopes: 'read' }, 'scopes'],
    [{ action: 'execute_action', tool_name: 'x', params: [] }, 'params'],
    [{ action: 'list_tools', tool_kit: 'notes' }, 'tool_kit'],
  ])('%j names the field and the reason', async (body, path) => {
    const { app } = await bareApp()
    const { status, body: answer } = await manage(app, body)
    expect(status).toBe(422)
    expect(answer['error']).toMatchObject({ code: 'INVALID_PARAMS', details: { fields: [{ path }] } })
  })

  it.each([
    [{ action: 'configure', toolkit: 'no-such' }, 'RESOURCE_NOT_FOUND'],
    [{ action: 'list_tools', toolkit: 'notes' }, 'INTEGRATIONS_NOT_CONFIGURED'],
  ])('%j has its code', async (body, code) => {
    const { app } = await bareApp()
    expect((await manage(app, body)).body['error']).toMatchObject({ code })
  })

  it('another app’s id is as good as none: no app learns who else there is', async () => {
    const { test, app } = await bareApp()
    const other = await test.pair('Other')
    for (const id of [other.appId, 'app_no_such', 'desktop']) {
      const { body } = await manage(app, { action: 'list_connected', app_id: id })
      expect(body['error']).toMatchObject({ code: 'RESOURCE_NOT_FOUND', message: 'There is no such app.' })
    }
    expect((await manage(app, { action: 'list_connected', app_id: app.appId })).status).toBe(200)
  })
})

it('is an MCP tool too, with errors that a model can read', async () => {
  const test = createTestHub()
  const app = await test.pair()
  const client = await modernClient(app)
  expect((await client.tools()).map(({ name }) => name)).toContain('manage_integrations')
  const listed = await client.call('manage_integrations', { action: 'list_connected' })
  expect(listed.structuredContent).toEqual({ connections: [] })
  const failed = await client.call('manage_integrations', {
    action: 'execute_action',
    tool_name: 'notes_list_notes',
  })
  expect(failed).toMatchObject({
    isError: true,
    structuredContent: { successful: false, error: { code: 'INTEGRATIONS_NOT_CONNECTED' } },
  })
})
