import { expect, it } from 'vitest'
import { createBridgeClient } from '../testing/bridge-client.ts'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

it('the start is shown once, also after a restart', async () => {
  const test = createTestHub()
  expect(await test.ask('preferences.read', {})).toEqual({
    theme: 'system',
    language: 'system',
    startsAtLogin: false,
    isFirstRunOver: false,
  })
  expect(await test.ask('preferences.endFirstRun', {})).toMatchObject({ isFirstRunOver: true })
  const again = await test.restart()
  expect(await again.ask('preferences.read', {})).toMatchObject({ isFirstRunOver: true })
})

it('every window hears of another theme', async () => {
  const test = createTestHub()
  expect(await test.ask('preferences.setTheme', { theme: 'contrast' })).toMatchObject({ theme: 'contrast' })
  expect(test.platform.appearance.theme()).toBe('contrast')
  expect(test.events.map(({ event }) => event)).toContain('preferences.changed')
})

it('the language that was chosen is the one that is spoken', async () => {
  const test = createTestHub()
  expect(await test.ask('preferences.setLanguage', { language: 'de' })).toMatchObject({ language: 'de' })
  expect(test.platform.language.spoken()).toBe('de')
  expect(test.events.map(({ event }) => event)).toContain('preferences.changed')
})

it('a start at login that the system refuses is not shown as set', async () => {
  const test = createTestHub()
  expect(await test.ask('preferences.setStartsAtLogin', { on: true })).toMatchObject({ startsAtLogin: true })
  test.platform.loginItem.fails = true
  expect(await test.refusal('preferences.setStartsAtLogin', { on: false })).toMatchObject({
    message: expect.stringContaining('did not let this be changed') as string,
  })
  expect(await test.ask('preferences.read', {})).toMatchObject({ startsAtLogin: true })
})

it('the bridge that was started again serves the same apps, at the same socket', async () => {
  const test = await createConnectedHub()
  const client = await test.pair()
  expect((await client.call('notes_list_notes', {})).status).toBe(200)
  const before = await test.ask('bridge.locate', {})
  await test.ask('bridge.restart', {})
  const after = await test.ask('bridge.locate', {})
  expect(after.socket).toBe(before.socket)
  expect(after.socket).toEqual(expect.any(String))
  expect(after.discoveryFile).toContain(test.platform.dataFolder)
  const again = createBridgeClient(client.appId, after.url ?? '', client.token)
  expect((await again.call('notes_list_notes', {})).status).toBe(200)
})

it('the palette knows every tool by its integration', async () => {
  const test = createTestHub()
  expect(await test.ask('palette.listTools', {})).toContainEqual({
    tool: 'notes_list_notes',
    integrationId: 'notes',
  })
})

it('a start at login that the system refuses is explained in the language that was just chosen', async () => {
  const test = createTestHub()
  test.platform.loginItem.fails = true
  await test.ask('preferences.setLanguage', { language: 'de' })
  expect((await test.refusal('preferences.setStartsAtLogin', { on: true })).message).toMatch(
    /^Das System hat diese Änderung nicht zugelassen\./,
  )
})
