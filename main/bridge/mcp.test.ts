import { describe, expect, it } from 'vitest'
import type { BridgeClient } from '../testing/bridge-client.ts'
import { legacyClient, modernClient, type McpClient } from '../testing/mcp-clients.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const generations: readonly [string, (app: BridgeClient) => Promise<McpClient>][] = [
  ['2026', (app) => modernClient(app)],
  ['2025', (app) => legacyClient(app)],
  ['2025, by the library of 2026', (app) => modernClient(app, undefined, 'legacy')],
]

describe.each(generations)('an MCP client of %s', (_, connect) => {
  async function running() {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'mischief', enabled: false })
    return { test, app, client: await connect(app) }
  }

  it('sees exactly the tools that are enabled, and the bridge’s own', async () => {
    const { test, app, client } = await running()
    const names = (await client.tools()).map(({ name }) => name)
    expect(names.sort()).toEqual([
      'gatehouse_get_result',
      'manage_integrations',
      'notes_add_note',
      'notes_create_note',
      'notes_delete_note',
      'notes_get_note',
      'notes_list_folders',
      'notes_list_notes',
      'notes_move_note',
      'notes_update_note',
    ])
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
    expect((await client.tools()).map(({ name }) => name)).toEqual([
      'gatehouse_get_result',
      'manage_integrations',
    ])
  })

  it('is told what a tool does to the world', async () => {
    const { client } = await running()
    const tools = await client.tools()
    const of = (tool: string) => tools.find(({ name }) => name === tool)?.annotations
    expect(of('notes_list_notes')).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    expect(of('notes_create_note')).toMatchObject({ readOnlyHint: false, destructiveHint: false })
    expect(of('notes_delete_note')).toMatchObject({ readOnlyHint: false, destructiveHint: true })
  })

  it('gets data as text and as structure', async () => {
    const { client } = await running()
    const result = await client.call('notes_list_notes')
    const data = { notes: [{ id: 'note-1', title: 'Milk' }] }
    expect(result.structuredContent).toEqual(data)
    expect(result.content).toEqual([{ type: 'text', text: JSON.stringify(data) }])
    expect(result.isError).not.toBe(true)
  })

  it('gets errors as results with a code, so that the model can read them', async () => {
    const { client } = await running()
    for (const [tool, args, code] of [
      ['notes_create_note', {}, 'INVALID_PARAMS'],
      ['notes_no_such', {}, 'RESOURCE_NOT_FOUND'],
    ] as const) {
      const result = await client.call(tool, args)
      expect(result).toMatchObject({ isError: true, structuredContent: { error: { code } } })
    }
  })

  it('loses a toolkit at once, also in the middle of its session', async () => {
    const { test, app, client } = await running()
    await client.call('notes_list_notes')
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
    expect(await client.call('notes_list_notes')).toMatchObject({
      structuredContent: { error: { code: 'INTEGRATIONS_NOT_CONFIGURED' } },
    })
  })

  it('hears every five seconds that the person has not answered yet', async () => {
    const { test, client } = await running()
    const heard: number[] = []
    const call = client.call(
      'notes_create_note',
      { title: 'Milk' },
      { onprogress: ({ progress }) => heard.push(progress) },
    )
    await test.questions()
    await expect.poll(() => heard).toEqual([1])
    await test.platform.clock.advance(10_000)
    await expect.poll(() => heard).toEqual([1, 6, 11])
    await test.decide({ kind: 'allow_once' })
    expect((await call).structuredContent).toEqual({ id: 'note-1' })
  })

  it('gets a ticket that is no error, and the result for it later', async () => {
    const { test, client } = await running()
    const call = client.call('notes_create_note', { title: 'Milk' })
    await test.questions()
    await test.platform.clock.advance(45_000)
    const { isError, structuredContent } = await call
    const ticket = structuredContent as { status: string; approval_id: string }
    expect([isError ?? false, ticket.status]).toEqual([false, 'approval_pending'])
    await test.decide({ kind: 'allow_once' })
    const result = await client.call('gatehouse_get_result', { approval_id: ticket.approval_id })
    expect(result.structuredContent).toEqual({ id: 'note-1' })
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('takes its question back by cancelling', async () => {
    const { test, client } = await running()
    const cancelling = new AbortController()
    const call = client.call('notes_create_note', { title: 'Milk' }, { signal: cancelling.signal })
    await test.questions()
    cancelling.abort()
    await expect(call).rejects.toThrow()
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })

  it('does not take back the question of another client by cancelling', async () => {
    const { test, app, client } = await running()
    const other = await connect(app)
    const cancelling = new AbortController()
    const kept = other.call('notes_create_note', { title: 'Bread' })
    await test.questions()
    const call = client.call('notes_create_note', { title: 'Milk' }, { signal: cancelling.signal })
    await test.questions(2)
    cancelling.abort()
    await expect(call).rejects.toThrow()
    expect(await test.questions()).toMatchObject([{ summary: 'Create the note “Bread”' }])
    await test.decide({ kind: 'allow_once' })
    expect((await kept).structuredContent).toEqual({ id: 'note-1' })
  })
})
