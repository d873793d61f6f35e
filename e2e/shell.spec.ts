import { copyFile, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { linearClient } from './fixtures/linear.ts'
import { startHidden } from './fixtures/start-hidden.ts'
import { addApp, openIntegration, openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('paused by the window, an app’s call is answered PAUSED, also after a restart, until the person resumes', async ({
  world,
}) => {
  const first = await world.launch()
  const client = await linearClient(world, first.window)
  const pause = first.window.getByRole('switch', { name: 'Pause all apps' })
  await pause.click()
  await expect(pause).toBeChecked()
  await expect(pause).toContainText('All apps are paused')
  const before = world.internet.requests('api.linear.app').length
  expect((await client.call('linear_list_teams')).structured).toMatchObject({ error: { code: 'PAUSED' } })
  expect(world.internet.requests('api.linear.app')).toHaveLength(before)

  await first.quit()
  const { window } = await world.launch()
  await expect(window.getByRole('switch', { name: 'Pause all apps' })).toBeChecked()
  await window.keyboard.press('Control+k')
  await window.keyboard.type('let apps')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('switch', { name: 'Pause all apps' })).not.toBeChecked()
  await expect.poll(async () => (await client.call('linear_list_teams')).isError).toBe(false)
})

test('the first steps tick themselves off, end with the first call, and are never seen again', async ({
  world,
}) => {
  const first = await world.launch()
  const steps = first.window.getByRole('region', { name: 'Three steps to the first call' })
  await expect(steps.getByRole('listitem').filter({ hasText: 'Connect an account' })).toHaveAttribute(
    'aria-current',
    'step',
  )
  const client = await linearClient(world, first.window)
  await expect(steps.getByText('What is new for me in Linear?')).toBeVisible()
  await expect(steps.getByText('Waiting for the first call…')).toBeVisible()
  await client.call('linear_list_teams')
  await expect(steps.getByRole('heading', { name: 'Your app made its first call' })).toBeVisible()
  await steps.getByRole('button', { name: 'Done' }).click()
  await expect(steps).toHaveCount(0)
  await first.quit()
  const { window } = await world.launch()
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  await expect(window.getByRole('region', { name: 'Three steps to the first call' })).toHaveCount(0)
})

test('skipped, the first steps do not come back', async ({ world }) => {
  const first = await world.launch()
  const card = (window: Page) => window.getByRole('region', { name: 'Three steps to the first call' })
  await card(first.window).getByRole('button', { name: 'Skip' }).click()
  await expect(card(first.window)).toHaveCount(0)
  await first.quit()
  const { window } = await world.launch()
  await openSection(window, 'Apps')
  await expect(card(window)).toHaveCount(0)
})

test('the palette finds a tool and an integration, and closes without a trace', async ({ world }) => {
  const { window } = await world.launch()
  const field = window.getByRole('combobox', { name: 'Search and commands' })
  await window.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await window.keyboard.type('linear create iss')
  await expect(window.getByRole('option', { selected: true })).toContainText('linear_create_issue')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'Linear', level: 1 })).toBeVisible()
  await expect(window.getByRole('heading', { name: /linear_create_issue/ })).toBeInViewport()

  await window.keyboard.press('Control+k')
  await window.keyboard.type('no such thing anywhere')
  await expect(window.getByRole('option')).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await window.keyboard.press('?')
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Ctrl+K')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
})

test('undo really puts a policy back, for the app as well', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  await openIntegration(window, 'Linear')
  const policy = window.getByRole('radiogroup', { name: 'Policy for linear_list_teams' })
  await policy.getByRole('radio', { name: /^Block/ }).check()
  await expect(window.getByText('linear_list_teams: Block')).toBeVisible()
  expect((await client.call('linear_list_teams')).isError).toBe(true)
  const notice = window.getByRole('status').filter({ hasText: 'linear_list_teams: Block' })
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect(policy.getByRole('radio', { name: /^Auto/ })).toBeChecked()
  expect((await client.call('linear_list_teams')).isError).toBe(false)
})

test('a workspace is made, shown, and deleted only when its name is entered', async ({ world }) => {
  const { window } = await world.launch()
  await openSection(window, 'Settings')
  await window.getByRole('button', { name: 'New workspace…' }).click()
  await window.getByRole('dialog').getByLabel('Name').fill('Work')
  await window.getByRole('dialog').getByRole('button', { name: 'Create workspace' }).click()
  const choice = window.getByRole('combobox', { name: 'Workspace' })
  await expect(choice.locator('option:checked')).toHaveText('Work')
  await choice.selectOption({ index: 0 })
  await expect(window.getByRole('heading', { name: 'Catalog', level: 1 })).toBeVisible()
  await window.keyboard.press('Control+k')
  await window.keyboard.type('switch to work')
  await window.keyboard.press('Enter')
  await expect(choice.locator('option:checked')).toHaveText('Work')

  await openSection(window, 'Settings')
  await window.getByRole('button', { name: 'Delete Work' }).click()
  const asking = window.getByRole('dialog')
  const confirm = asking.getByRole('button', { name: 'Delete', exact: true })
  await expect(confirm).toBeDisabled()
  await asking.getByRole('textbox').fill('Work')
  await confirm.click()
  await expect(choice).toHaveCount(0)
})

test('the theme is there from the first picture on, and the window’s state in a file of the person alone', async ({
  world,
}) => {
  const first = await world.launch()
  await openSection(first.window, 'Settings')
  await first.window.getByRole('radio', { name: 'High contrast' }).check()
  await expect(first.window.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await first.quit()
  const path = join(world.dataFolder, 'window.json')
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    theme: 'contrast',
    bounds: { width: expect.any(Number) as unknown },
  })
  expect((await stat(path)).mode & 0o077).toBe(0)
  const { window } = await world.launch()
  expect(window.url()).toContain('?theme=contrast')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'contrast')
})

test('the window opens where it was, unless that screen is gone; its first close is remembered as told', async ({
  world,
}) => {
  const path = join(world.dataFolder, 'window.json')
  const read = async () =>
    JSON.parse(await readFile(path, 'utf8')) as { bounds: object; wasToldOfClosing: boolean }
  const size = (window: Page) => window.evaluate(() => ({ width: outerWidth, height: outerHeight }))
  const usual = await world.launch()
  const usualSize = await size(usual.window)
  await usual.quit()

  await writeFile(path, JSON.stringify({ bounds: { x: 30, y: 20, width: 900, height: 650 } }))
  const moved = await world.launch()
  expect(await size(moved.window)).toEqual({ width: 900, height: 650 })
  await moved.window.close()
  await expect.poll(async () => (await read()).wasToldOfClosing).toBe(true)
  await moved.quit()
  expect((await read()).bounds).toMatchObject({ width: 900, height: 650 })

  await writeFile(path, JSON.stringify({ bounds: { x: 30_000, y: 20, width: 900, height: 650 } }))
  const { window } = await world.launch()
  expect(await size(window)).toEqual(usualSize)
})

test('a restored database takes its place at the next start, and the present one is kept aside', async ({
  world,
}) => {
  const database = join(world.dataFolder, 'gatehouse.db')
  const kept = join(world.dataFolder, 'kept.db')
  const addNamed = async (name: string): Promise<void> => {
    const app = await world.launch()
    await addApp(app.window, name, [])
    await app.quit()
  }
  await addNamed('Before')
  await copyFile(database, kept)
  await addNamed('After')
  await rename(kept, `${database}.restore`)

  const { window } = await world.launch()
  await openSection(window, 'Apps')
  const apps = window.getByRole('list', { name: 'Apps', exact: true })
  await expect(apps.getByRole('button', { name: /^Before/ })).toBeVisible()
  await expect(apps.getByRole('button', { name: /After/ })).toHaveCount(0)
  const aside = (await readdir(world.dataFolder)).filter((name) => name.startsWith('before-restore-'))
  expect(aside).toHaveLength(1)
  expect(await readdir(join(world.dataFolder, aside[0] ?? ''))).toContain('gatehouse.db')
})

test('offline is said, with what still works, and goes by itself', async ({ world }) => {
  const { window } = await world.launch()
  const banner = window.getByRole('status').filter({ hasText: 'This computer is offline' })
  await window.context().setOffline(true)
  await expect(banner).toContainText('Rules, settings and the activity log work')
  await window.context().setOffline(false)
  await expect(banner).toHaveCount(0)
})

test('started at login, as the entry that it has written says, it serves apps and opens no window', async ({
  world,
}) => {
  const app = await world.launch()
  await openSection(app.window, 'Settings')
  const toggle = app.window.getByRole('switch', { name: /Start at login/ })
  await toggle.click()
  await expect(toggle).toBeChecked()
  const entry = join(world.browser.env['XDG_CONFIG_HOME'] ?? '', 'autostart/gatehouse.desktop')
  const exec = /^Exec=(.*)$/m.exec(await readFile(entry, 'utf8'))?.[1] ?? ''
  expect(exec).toBe(`"${process.env['GATEHOUSE_ELECTRON']}" "--hidden"`)
  await app.quit()

  const hidden = await startHidden(world)
  expect(await hidden.pages()).toEqual([])
  expect((await fetch(`${(await world.bridge()).url}/v1/health`)).status).toBe(200)
  await world.startAgain()
  await expect.poll(hidden.pages).toHaveLength(1)
  await hidden.quit()

  const { window } = await world.launch()
  await openSection(window, 'Settings')
  await window.getByRole('switch', { name: /Start at login/ }).click()
  await expect
    .poll(() =>
      stat(entry).then(
        () => 'there',
        () => 'gone',
      ),
    )
    .toBe('gone')
})
