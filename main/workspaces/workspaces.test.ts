import { expect, it } from 'vitest'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { createConnectedHub, createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'

async function otherWorkspace(test: TestHub, name = 'Work'): Promise<string> {
  const { id } = await test.ask('workspaces.create', { name })
  return id
}

const idOf = async (test: TestHub, name: string): Promise<string> =>
  (await test.ask('workspaces.list', {})).find((row) => row.name === name)?.id ?? ''

it('starts with one, and shows the one last shown after a restart', async () => {
  const test = createTestHub()
  expect(await test.ask('workspaces.list', {})).toMatchObject([{ name: 'Personal', isCurrent: true }])
  await otherWorkspace(test)
  const again = await test.restart()
  expect(await again.ask('workspaces.list', {})).toMatchObject([
    { name: 'Personal', isCurrent: false },
    { name: 'Work', isCurrent: true },
  ])
})

it('keeps accounts, apps, rules and the log of one out of the other', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await app.call('notes_list_notes', {})
  await test.ask('policies.set', { tool: 'notes_list_notes', policy: 'block' })
  await otherWorkspace(test)
  expect(await test.ask('apps.list', {})).toEqual([])
  expect((await test.ask('activity.list', {})).rows).toEqual([])
  const { connections, tools } = await test.ask('integrations.get', { integrationId: 'notes' })
  expect(connections).toEqual([])
  expect(tools.find(({ name }) => name === 'notes_list_notes')?.policy).toBe('auto')
})

it('lets an app of a workspace go on while the window shows another, and only with its own accounts', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await otherWorkspace(test)
  const other = await test.pair('Other')
  expect((await app.call('notes_list_notes', {})).status).toBe(200)
  expect((await other.call('notes_list_notes', {})).body.error?.code).toBe('INTEGRATIONS_NOT_CONNECTED')
})

it('asks about a call of the workspace that is not shown, and says which one it is', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await otherWorkspace(test)
  const calling = app.call('notes_create_note', { title: 'x' })
  const [question] = await test.questions()
  expect(question).toMatchObject({ workspaceName: 'Personal' })
  await test.decide({ kind: 'allow_once' })
  expect((await calling).status).toBe(200)
})

it('ends apps, accounts, questions and rules of a workspace that is deleted', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const calling = app.call('notes_create_note', { title: 'x' })
  await test.questions()
  const personal = await idOf(test, 'Personal')
  await otherWorkspace(test)
  await test.ask('workspaces.remove', { workspaceId: personal })
  expect((await calling).status).toBeGreaterThanOrEqual(400)
  expect(test.apiRequests()).toEqual([])
  expect((await app.call('notes_list_notes', {})).status).toBe(401)
  const count = (table: string): unknown =>
    test.platform.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect(['connections', 'integration_credentials', 'apps', 'app_toolkits'].map(count)).toEqual([0, 0, 0, 0])
  expect(await test.ask('workspaces.list', {})).toMatchObject([{ name: 'Work', isCurrent: true }])
})

it('shows another one when the shown one is deleted', async () => {
  const test = createTestHub()
  const work = await otherWorkspace(test)
  await test.ask('workspaces.remove', { workspaceId: work })
  expect(await test.ask('workspaces.list', {})).toMatchObject([{ name: 'Personal', isCurrent: true }])
})

it('refuses to delete the only one, an unknown one, and two of a name', async () => {
  const test = createTestHub()
  const [only] = await test.ask('workspaces.list', {})
  const refused = { code: 'INVALID_PARAMS' }
  expect(await test.refusal('workspaces.remove', { workspaceId: only?.id ?? '' })).toMatchObject(refused)
  expect(await test.refusal('workspaces.create', { name: ' personal ' })).toMatchObject(refused)
  const work = await otherWorkspace(test)
  expect(await test.refusal('workspaces.rename', { workspaceId: work, name: 'PERSONAL' })).toMatchObject(
    refused,
  )
  expect(await test.refusal('workspaces.show', { workspaceId: 'none' })).toMatchObject({
    code: 'RESOURCE_NOT_FOUND',
  })
})

it('names the first one in the language of its first start, and keeps that name in another', async () => {
  const platform = createFakePlatform({ folder: temporaryFolder() })
  platform.language.choose('de')
  const test = createTestHub({ platform })
  expect(await test.ask('workspaces.list', {})).toMatchObject([{ name: 'Privat' }])
  await test.ask('preferences.setLanguage', { language: 'en' })
  expect(await test.ask('workspaces.list', {})).toMatchObject([{ name: 'Privat' }])
  const again = await test.restart()
  expect(again.platform.language.spoken()).toBe('en')
  expect(await again.ask('workspaces.list', {})).toMatchObject([{ name: 'Privat' }])
})

it('refuses in German for who reads German, with the name as it was typed', async () => {
  const test = createTestHub()
  await test.ask('preferences.setLanguage', { language: 'de' })
  await otherWorkspace(test, 'Lab {0}')
  expect((await test.refusal('workspaces.create', { name: 'Lab {0}' })).message).toBe(
    'Es gibt schon einen Arbeitsbereich mit dem Namen Lab {0}.',
  )
})
