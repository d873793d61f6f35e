import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lookAtAccounts } from './accessibility/accounts.ts'
import { lookAtActivity, lookAtSpoiledLog } from './accessibility/activity.ts'
import { lookAtApps } from './accessibility/apps.ts'
import { lookAtFirst } from './accessibility/first-look.ts'
import { lookAtGerman } from './accessibility/german.ts'
import { lookAtAnswers, lookAtOwnWindow, lookAtPreviews } from './accessibility/questions.ts'
import { lookAtLostKey, lookAtNoKeychain, lookAtSettings } from './accessibility/settings.ts'
import { lookAtShell } from './accessibility/shell.ts'
import { skipFirstRun } from './accessibility/steps.ts'
import { busWithoutKeychain, keychainEntry } from './fixtures/keychain.ts'
import { fillLog, spoilLog } from './fixtures/long-log.ts'
import { connectLinearByKey } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

test.setTimeout(120_000)

test('everybody can read and use the window before anything is connected', async ({ world }) => {
  await writeConfig(world, '{\n  "mcpServers" {}\n}\n')
  await lookAtFirst((await world.launch()).window)
})

test('everybody can read and use accounts', async ({ world }) => {
  const { window } = await world.launch()
  await skipFirstRun(window)
  await lookAtAccounts(world, window)
})

test('everybody can read and use apps and rules', async ({ world }) => {
  await writeConfig(world, '{}')
  const { window } = await world.launch()
  await skipFirstRun(window)
  await lookAtApps(world, window)
})

test('everybody can read and answer the question before a call', async ({ world }) => {
  const app = await world.launch()
  await skipFirstRun(app.window)
  await lookAtAnswers(world, app.window)
})

test('everybody can read what would be sent, and the question in its own window', async ({ world }) => {
  const app = await world.launch()
  await skipFirstRun(app.window)
  await lookAtPreviews(world, app.window)
  await lookAtOwnWindow(world, app)
})

test('everybody can read and use the activity log', async ({ world }) => {
  const first = await world.launch()
  await skipFirstRun(first.window)
  await first.quit()
  fillLog(world.dataFolder, 400)
  const second = await world.launch()
  await lookAtActivity(second.window)
  await second.quit()
  spoilLog(world.dataFolder)
  await lookAtSpoiledLog((await world.launch()).window)
})

test('everybody can read and use the settings', async ({ world }) => {
  const { window } = await world.launch()
  await skipFirstRun(window)
  await connectLinearByKey(window)
  await expect(window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')
  await lookAtShell(window)
  await lookAtSettings(world, window)
})

test('everybody can read that the key is lost, and find the ways out', async ({ world }) => {
  const first = await world.launch()
  await skipFirstRun(first.window)
  await connectLinearByKey(first.window)
  await expect(first.window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')
  await first.quit()
  await keychainEntry(world.dataFolder).delete()
  await lookAtLostKey((await world.launch()).window)
})

test('everybody can read that there is no keychain, and what to do', async ({ world }) => {
  const bus = await busWithoutKeychain()
  const { window } = await world.launch({ DBUS_SESSION_BUS_ADDRESS: bus.address })
  await skipFirstRun(window)
  await lookAtNoKeychain(window)
  await bus.stop()
})

test('everybody can read and use the window in German', async ({ world }) => {
  const { window } = await world.launch()
  await skipFirstRun(window)
  await lookAtGerman(world, window)
})

/** The settings of a program on this computer. */
const writeConfig = async (world: World, text: string): Promise<void> => {
  const path = join(world.browser.env['HOME'] ?? '', '.cursor/mcp.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
