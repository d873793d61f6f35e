import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { tabTo } from './fixtures/keyboard.ts'
import { busWithoutKeychain, keychainEntry, lockKeyring, startKeyring } from './fixtures/keychain.ts'
import { connectV2, type McpClient } from './fixtures/mcp-clients.ts'
import { choosePassphrase, PASSPHRASE } from './fixtures/passphrase.ts'
import { addApp, connectLinearByKey, openIntegration, openSection } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

test('without any Secret Service: a passphrase, and after a restart nothing works before it is entered', async ({
  world,
}) => {
  world.canaries.add('passphrase', PASSPHRASE)
  const bus = await busWithoutKeychain()
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address }
  const first = await world.launch(env)
  await connectLinearByKey(first.window)
  await expect(first.window.getByText('This computer’s keychain could not be reached.')).toBeVisible()
  expect(world.internet.requests()).toEqual([])
  await first.window.getByRole('alert').getByRole('button', { name: 'Open settings' }).click()
  await choosePassphrase(first.window)

  await connectLinearByKey(first.window)
  await expect(account(first.window)).toBeVisible()
  const { token } = await addApp(first.window, 'Cursor', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  await expectWorking(client)
  await first.quit()

  const { window } = await world.launch(env)
  const again = await connectV2((await world.bridge()).mcp, token)
  await expectLocked(again, 'Open Gatehouse. It asks for your passphrase')
  const field = dialog(window).getByRole('textbox', { name: 'Passphrase' })
  await expect(field).toBeFocused()
  // Whoever puts it off is not asked anew on every screen.
  await window.keyboard.press('Escape')
  await openSection(window, 'Apps')
  await expect(window.getByText('Gatehouse is locked')).toBeVisible()
  await expect(dialog(window)).toHaveCount(0)
  await window.getByRole('button', { name: 'Unlock…' }).click()
  await expect(field).toBeFocused()
  await window.keyboard.type('not the passphrase')
  await window.keyboard.press('Enter')
  await expect(dialog(window).getByText('This is not the passphrase of the vault.')).toBeVisible()
  await expectLocked(again, '')
  await field.fill(PASSPHRASE)
  await window.keyboard.press('Enter')
  await expect(dialog(window)).toHaveCount(0)
  await expect(window.getByText('Gatehouse is locked')).toHaveCount(0)
  await expectWorking(again)
  await bus.stop()
})

test('without a session bus at all the app starts, says so, and asks for a passphrase', async ({ world }) => {
  world.canaries.add('passphrase', PASSPHRASE)
  const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }
  const { window } = await world.launch(env)
  await openSection(window, 'Settings')
  await expect(window.getByRole('heading', { name: 'No keychain' })).toBeVisible()
  await choosePassphrase(window)
  await window.getByRole('button', { name: 'Lock now' }).click()
  await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible()
  const field = window.getByRole('main').getByRole('textbox', { name: 'Passphrase' })
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  await expect(window.getByRole('heading', { name: /^Open, protected/ })).toBeVisible()
})

test('from a passphrase to the keychain once there is one, and back, and nothing is lost', async ({
  world,
}) => {
  world.canaries.add('passphrase', PASSPHRASE)
  const { window, quit } = await world.launch()
  const connect = await connected(world, window)
  const client = await connect()
  await openSection(window, 'Settings')
  await expect(window.getByRole('heading', { name: 'Protected by your keychain' })).toBeVisible()
  await choosePassphrase(window)
  await expectWorking(client)
  await window.getByRole('button', { name: 'Use the keychain' }).click()
  await expect(window.getByRole('heading', { name: 'Protected by your keychain' })).toBeVisible()
  await expectWorking(client)
  await quit()
  expect(Buffer.from((await keychainEntry(world.dataFolder).read()) ?? '', 'base64')).toHaveLength(32)

  await world.launch()
  await expectWorking(await connect())
})

test('a keyring that is locked at the start: nothing is lost, and it works once it is unlocked', async ({
  world,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'gatehouse-keyring-'))
  const bus = await busWithoutKeychain()
  const keyring = await startKeyring(bus, home)
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address }
  const first = await world.launch(env)
  const connect = await connected(world, first.window)
  await first.quit()
  await lockKeyring(bus)

  const { window, quit } = await world.launch(env)
  await expect(window.getByText('The keychain cannot be reached')).toBeVisible()
  const client = await connect()
  const refused = await client.call('linear_list_teams')
  expect(refused.structured).toMatchObject({ error: { code: 'KEYCHAIN_UNAVAILABLE' } })
  await keyring.stop()
  const again = await startKeyring(bus, home)
  await openSection(window, 'Settings')
  await expect(window.getByRole('heading', { name: 'Protected by your keychain' })).toBeVisible()
  await expectWorking(client)
  await quit()
  await again.stop()
  await bus.stop()
  await rm(home, { recursive: true, force: true })
})

test('a keychain entry that was deleted: told everywhere, and restored with a kept copy of the key', async ({
  world,
}) => {
  const first = await world.launch()
  const connect = await connected(world, first.window)
  await first.quit()
  const entry = keychainEntry(world.dataFolder)
  const key = (await entry.read()) ?? ''
  await entry.delete()
  expect(await entry.read()).toBeUndefined()

  const { window, quit } = await world.launch()
  const client = await connect()
  await expectLocked(client, 'Open Gatehouse')
  await expect(window.getByText('The key is missing')).toBeVisible()
  await window.getByRole('main').getByRole('button', { name: 'Open settings' }).click()
  await window.getByRole('button', { name: 'Enter the key…' }).click()
  const field = dialog(window).getByRole('textbox', { name: 'Key' })
  await expect(field).toBeFocused()
  await field.fill(Buffer.alloc(32, 7).toString('base64'))
  await window.keyboard.press('Enter')
  await expect(dialog(window).getByText(/This key is not the one/)).toBeVisible()
  await field.fill(key)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'Protected by your keychain' })).toBeVisible()
  await expectWorking(client)
  await quit()
  expect(await keychainEntry(world.dataFolder).read()).toBe(key)

  await world.launch()
  await expectWorking(await connect())
})

test('a key that is lost for good: starting over asks in words, and keeps what is not encrypted', async ({
  world,
}) => {
  const first = await world.launch()
  const connect = await connected(world, first.window)
  await first.quit()
  await keychainEntry(world.dataFolder).delete()

  const { window } = await world.launch()
  await openSection(window, 'Settings')
  await window.getByRole('button', { name: 'Start over…' }).click()
  const confirm = dialog(window).getByRole('button', { name: 'Remove and start over' })
  await expect(confirm).toBeDisabled()
  await dialog(window).getByRole('textbox').fill('start over')
  await confirm.click()
  await expect(window.getByRole('heading', { name: 'Nothing encrypted yet' })).toBeVisible()

  await openIntegration(window, 'Linear')
  const accounts = window.getByRole('region', { name: 'Accounts' })
  await expect(accounts).toContainText('ada@example.com')
  await expect(accounts).toContainText('Sign-in expired')
  await window.getByRole('button', { name: /^Reconnect/ }).click()
  await accounts.getByRole('textbox', { name: 'Personal API key' }).fill('lin_api_valid')
  await accounts.getByRole('button', { name: 'Save key' }).click()
  await expect(window.getByText('Sign-in expired')).toHaveCount(0)
  await expectWorking(await connect())
})

test('a new key: made by keyboard, the old one leaves the keychain, and everything still works', async ({
  world,
}) => {
  const first = await world.launch()
  const connect = await connected(world, first.window)
  await first.quit()
  const before = keychainEntry(world.dataFolder)
  const old = await before.read()

  const { window, quit } = await world.launch()
  await window.keyboard.press('Control+5')
  await expect(window.getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused()
  await tabTo(window, window.getByRole('button', { name: 'Make a new key…' }))
  await window.keyboard.press('Enter')
  await tabTo(window, dialog(window).getByRole('button', { name: 'Make a new key' }))
  await window.keyboard.press('Enter')
  await expect(window.getByText('Everything is encrypted with a new key')).toBeVisible()
  await expectWorking(await connect())
  await quit()
  expect(await before.read()).toBeUndefined()
  const fresh = await keychainEntry(world.dataFolder).read()
  expect(Buffer.from(fresh ?? '', 'base64')).toHaveLength(32)
  expect(fresh).not.toBe(old)

  await world.launch()
  await expectWorking(await connect())
})

const dialog = (window: Page): Locator => window.getByRole('dialog')

const account = (window: Page): Locator => window.getByRole('main').getByText('ada@example.com').first()

/** Connects Linear by key, and an app. @returns connects its client, anew after each start */
const connected = async (world: World, window: Page): Promise<() => Promise<McpClient>> => {
  await connectLinearByKey(window)
  await expect(account(window)).toBeVisible()
  const { token } = await addApp(window, 'Cursor', ['Linear'])
  return async () => await connectV2((await world.bridge()).mcp, token)
}

const expectWorking = async (client: McpClient): Promise<void> =>
  expect(await client.call('linear_list_teams')).toMatchObject({ isError: false })

const expectLocked = async (client: McpClient, remedy: string): Promise<void> => {
  const refused = await client.call('linear_list_teams')
  expect(refused.isError).toBe(true)
  expect(refused.structured).toMatchObject({
    error: { code: 'VAULT_LOCKED', remedy: expect.stringContaining(remedy) },
  })
}
