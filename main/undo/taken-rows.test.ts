import { expect, it } from 'vitest'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

async function withGrant(): Promise<{ test: TestHub; appId: string; grantId: string }> {
  const test = await createConnectedHub()
  const { appId } = await test.pair()
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  const { id: grantId } = await test.ask('grants.add', {
    appId,
    connectionId: connections[0]?.id ?? '',
    tool: 'notes_create_note',
    conditions: [],
    scope: 'session',
    expiresAt: null,
    usesLeft: 3,
  })
  return { test, appId, grantId }
}

it('a revoked answer comes back as it was: its id, its uses, its age', async () => {
  const { test, grantId } = await withGrant()
  const before = await test.ask('grants.list', {})
  await test.ask('undo.rememberGrant', { grantId })
  await test.ask('grants.revoke', { grantId })
  expect(await test.ask('grants.list', {})).toEqual([])
  await test.ask('undo.restoreGrant', { grantId })
  expect(await test.ask('grants.list', {})).toEqual(before)
})

it('a toolkit comes back with what its app had asked for, and can be used at once', async () => {
  const { test, appId } = await withGrant()
  const { database } = test.platform
  database.exec(
    `UPDATE app_toolkits SET scopes = '["read"]', display_name = 'Mine' WHERE integration_id = 'notes'`,
  )
  const row = (): unknown =>
    database.prepare("SELECT * FROM app_toolkits WHERE integration_id = 'notes'").get()
  const before = row()
  const place = { appId, integrationId: 'notes' }
  await test.ask('undo.rememberToolkit', place)
  await test.ask('apps.setToolkit', { ...place, enabled: false })
  await test.ask('undo.restoreToolkit', place)
  expect(row()).toEqual(before)
  expect((await test.ask('apps.list', {}))[0]?.toolkits).toContain('notes')
})

it('nothing comes back after a minute, twice, or when nothing was taken away', async () => {
  const { test, grantId } = await withGrant()
  const refused = async (): Promise<void> => {
    expect(await test.refusal('undo.restoreGrant', { grantId })).toMatchObject({ code: 'RESOURCE_NOT_FOUND' })
  }
  await refused()
  await test.ask('undo.rememberGrant', { grantId })
  await test.ask('grants.revoke', { grantId })
  await test.platform.clock.advance(61_000)
  await refused()
  expect(await test.ask('grants.list', {})).toEqual([])
})

it('nothing comes back for an app that is gone', async () => {
  const { test, grantId, appId } = await withGrant()
  await test.ask('undo.rememberGrant', { grantId })
  await test.ask('grants.revoke', { grantId })
  await test.ask('apps.remove', { appId })
  expect(await test.refusal('undo.restoreGrant', { grantId })).toMatchObject({ code: 'RESOURCE_NOT_FOUND' })
})

it('says in German to who reads German that it is too late', async () => {
  const { test, grantId } = await withGrant()
  await test.ask('preferences.setLanguage', { language: 'de' })
  expect((await test.refusal('undo.restoreGrant', { grantId })).message).toBe(
    'Das lässt sich nicht mehr rückgängig machen. Bitte von Hand neu einstellen.',
  )
})
