import { describe, expect, it } from 'vitest'
import { json } from '../testing/notes-service.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

const folders = {
  folders: [
    { id: 'f1', title: 'Ideas' },
    { id: 'f2', title: 'Plans' },
  ],
}

async function connected() {
  const test = await createConnectedHub()
  test.service.api = ({ url }) => (url.pathname === '/folders' ? json(folders) : undefined)
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  return { test, connectionId: connections[0]?.id ?? '' }
}

const pick = (test: TestHub, connectionId: string, value = 'f1', name = 'Ideas') =>
  test.ask('connections.setDefault', { connectionId, argument: 'folder_id', picked: { value, name } })

describe('a default argument', () => {
  it('is picked from what the account holds, by a call that the log shows like any other', async () => {
    const { test, connectionId } = await connected()
    const choices = await test.ask('connections.listChoices', { connectionId, argument: 'folder_id' })
    expect(choices).toEqual([
      { value: 'f1', name: 'Ideas' },
      { value: 'f2', name: 'Plans' },
    ])
    const { rows } = await test.ask('activity.list', { limit: 1 })
    expect(rows).toMatchObject([{ tool: 'notes_list_folders', appName: 'Gatehouse', outcome: 'succeeded' }])
  })

  it('fills what a call leaves open, and the person is shown what will be sent', async () => {
    const { test, connectionId } = await connected()
    await pick(test, connectionId)
    const app = await test.pair()
    const call = app.call('notes_add_note', { title: 'x' })
    const [question] = await test.questions()
    expect(question?.fields).toContainEqual({ path: 'folder_id', text: 'f1' })
    await test.decide({ kind: 'allow_once' })
    await call
    expect(JSON.parse(test.platform.network.requests.at(-1)?.body ?? '')).toMatchObject({ folder_id: 'f1' })
  })

  it('never overrides what the call says', async () => {
    const { test, connectionId } = await connected()
    await pick(test, connectionId)
    const app = await test.pair()
    const call = app.call('notes_add_note', { title: 'x', folder_id: 'f2' })
    expect((await test.questions())[0]?.fields).toContainEqual({ path: 'folder_id', text: 'f2' })
    await test.decide({ kind: 'deny' })
    await call
  })

  it('is no longer asked of the app, and is again when it is taken away', async () => {
    const { test, connectionId } = await connected()
    const app = await test.pair()
    const required = async (): Promise<unknown> => {
      const { tools } = (await app.get('/v1/manifest')).body as unknown as {
        tools: { name: string; inputSchema: { required?: string[] } }[]
      }
      return tools.find(({ name }) => name === 'notes_add_note')?.inputSchema.required
    }
    expect(await required()).toEqual(['folder_id', 'title'])
    await pick(test, connectionId)
    expect(await required()).toEqual(['title'])
    await test.ask('connections.setDefault', { connectionId, argument: 'folder_id', picked: null })
    expect(await required()).toEqual(['folder_id', 'title'])
    expect((await app.call('notes_add_note', { title: 'x' })).body.error?.code).toBe('INVALID_PARAMS')
  })

  it('is shown by name, outlives a restart, and goes with its account', async () => {
    const { test, connectionId } = await connected()
    await pick(test, connectionId)
    const again = await test.restart()
    const { connections } = await again.ask('integrations.get', { integrationId: 'notes' })
    expect(connections[0]?.defaults).toEqual([{ argument: 'folder_id', label: 'Folder', picked: 'Ideas' }])
    await again.ask('connections.disconnect', { connectionId })
    expect(again.platform.database.prepare('SELECT count(*) FROM default_arguments').pluck().get()).toBe(0)
  })

  it('does not pass by a policy: a blocked list stays blocked for the window too', async () => {
    const { test, connectionId } = await connected()
    await test.ask('policies.set', { tool: 'notes_list_folders', policy: 'block' })
    const { code } = await test.refusal('connections.listChoices', { connectionId, argument: 'folder_id' })
    expect(code).toBe('TOOL_BLOCKED')
  })

  it('remembers no lasting answer for the window itself', async () => {
    const { test, connectionId } = await connected()
    await test.ask('policies.set', { tool: 'notes_list_folders', policy: 'ask' })
    const choices = test.ask('connections.listChoices', { connectionId, argument: 'folder_id' })
    await test.decide({ kind: 'allow_always' })
    expect(await choices).toHaveLength(2)
    expect(await test.ask('grants.list', {})).toEqual([])
  })

  it.each([
    ['an unknown argument', { argument: 'title' }],
    ['an unknown account', { connectionId: 'con_x', argument: 'folder_id' }],
  ])('is refused for %s', async (_, wrong) => {
    const { test, connectionId } = await connected()
    const input = { connectionId, picked: { value: 'a', name: 'b' }, ...wrong }
    expect((await test.refusal('connections.setDefault', input)).code).toBe('RESOURCE_NOT_FOUND')
  })
})

it('a default does not turn a change elsewhere: only what a tool needs, and where new things go, is filled', async () => {
  const { test, connectionId } = await connected()
  await pick(test, connectionId)
  const app = await test.pair()
  const call = app.call('notes_move_note', { note_id: 'n1' })
  expect((await test.questions())[0]?.fields).toEqual([{ path: 'note_id', text: 'n1' }])
  await test.decide({ kind: 'deny' })
  await call
})
