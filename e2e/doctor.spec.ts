import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from '@playwright/test'
import { connectLinear, connectLinearByKey, openIntegration, saveLinearClient } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

const run = promisify(execFile)
const dialog = (window: Page): Locator => window.getByRole('dialog', { name: 'Connection check' })

/** One line of the check, by its title. */
const line = (window: Page, title: string | RegExp): Locator =>
  dialog(window)
    .getByRole('listitem')
    .filter({ has: window.getByRole('heading', { name: title }) })

/** Opens the check of an account or an integration, and waits for its lines. */
const check = async (window: Page, what: string): Promise<void> => {
  await window.getByRole('button', { name: `Check connection of ${what}` }).click()
  await expect(line(window, 'Vault')).toBeVisible({ timeout: 40_000 })
}

const done = (window: Page): Promise<void> => dialog(window).getByRole('button', { name: 'Done' }).click()

/** What lies on the clipboard, read the way a person reads it: by pasting it where a long text has room. */
const pasted = async (window: Page): Promise<string> => {
  const field = window.getByRole('textbox', { name: 'Personal API key' })
  await field.click()
  await field.press('Control+V')
  return await field.inputValue()
}

test('of an account that works: every line good, no credential in a check, no secret in the report', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectLinear(world, window)
  const before = world.internet.requests().length
  await check(window, 'ada@example.com')
  await expect(dialog(window).getByText('No problem found.')).toBeVisible()
  await expect(dialog(window).getByText('Not checked')).toHaveCount(0)
  const proxy = world.internet.proxyUrl.replace('http://', '')
  await expect(line(window, /^api\.linear\.app/)).toContainText(
    `through the proxy ${proxy}, and the connection is secure`,
  )
  await expect(line(window, /^Way back/)).toContainText('opens Gatehouse')
  await expect(line(window, /^Clock/)).toContainText('clock is right')
  await expect(line(window, /^Account/)).toContainText('Linear accepts this account')
  await expect(line(window, /^Redirect URI/)).toContainText('app.gatehouse.desktop:/oauth/callback')

  const asked = world.internet.requests().slice(before)
  const looks = asked.filter(({ method }) => method === 'HEAD')
  expect(looks.map(({ url }) => url).sort()).toEqual(['https://api.linear.app/', 'https://linear.app/'])
  expect(looks.flatMap(({ headers }) => Object.keys(headers))).not.toContain('authorization')

  await dialog(window).getByRole('button', { name: 'Copy report' }).click()
  await done(window)
  const report = await pasted(window)
  expect(report).toContain('Gatehouse: connection check')
  expect(report).toContain('api.linear.app: Reached through the proxy')
  const tokens = asked.flatMap(({ headers }) => headers['authorization'] ?? [])
  expect(tokens.length).toBeGreaterThan(0)
  for (const secret of [...tokens, 'linear-secret', 'gatehouse-linear', 'ada@example.com', 'Bearer']) {
    expect(report).not.toContain(secret.replace('Bearer ', ''))
  }
})

test('without an OAuth app the line leads to the form, and is good once that is filled', async ({
  world,
}) => {
  const { window } = await world.launch()
  await openIntegration(window, 'Linear')
  await check(window, 'Linear')
  await expect(dialog(window).getByText('1 problem found.')).toBeVisible()
  await line(window, /^OAuth app/)
    .getByRole('button', { name: /Enter OAuth app/ })
    .click()
  await enterClient(
    window.getByRole('dialog', { name: /OAuth app at Linear/ }),
    'gatehouse-linear',
    'linear-secret',
  )
  await expect(dialog(window).getByText('No problem found.')).toBeVisible({ timeout: 20_000 })
  await expect(line(window, /^OAuth app/)).toContainText('are set')
})

test('an account whose OAuth app was replaced by a wrong one: said, and mended on the spot', async ({
  world,
}) => {
  world.internet.linear.accessTokenSeconds = 3
  const { window } = await world.launch()
  await connectLinear(world, window)
  await window.getByRole('button', { name: 'Forget OAuth app' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Forget OAuth app' }).click()
  await enterClient(window.getByRole('main'), 'gatehouse-linear', 'another-secret')
  await expect(window.getByRole('button', { name: 'Connect with browser' })).toBeVisible()
  await window.waitForTimeout(3_000)

  await check(window, 'ada@example.com')
  await expect(line(window, /^Account/)).toContainText('Linear does not accept the OAuth client id or secret')
  world.internet.linear.accessTokenSeconds = 3_600
  await line(window, /^Account/)
    .getByRole('button', { name: /Enter OAuth app/ })
    .click()
  await enterClient(
    window.getByRole('dialog', { name: /OAuth app at Linear/ }),
    'gatehouse-linear',
    'linear-secret',
  )
  await expect(line(window, /^Account/)).toContainText('Linear accepts this account', { timeout: 20_000 })
  await expect(dialog(window).getByText('No problem found.')).toBeVisible()
})

test('a port that another program has: named in the line, and no browser opens', async ({ world }) => {
  const { window } = await world.launch()
  await openIntegration(window, 'Notion')
  await enterClient(window.getByRole('main'), 'some-id', 'some-secret')
  const blocker = createServer()
  await new Promise<void>((ready) => blocker.listen(17_717, '127.0.0.1', ready))
  try {
    await check(window, 'Notion')
    await expect(line(window, /^Port 17717/)).toContainText(/Another program, “.+”, uses port 17717/)
    await done(window)
    await window.getByRole('button', { name: 'Connect with browser' }).click()
    await expect(window.getByRole('alert')).toContainText('uses port 17717')
    expect(await world.browser.opened()).toEqual([])
  } finally {
    await new Promise((closed) => blocker.close(closed))
  }
  await check(window, 'Notion')
  await expect(line(window, /^Port 17717/)).toContainText('It is free')
})

test('links that another program opens: the sign-in stops, one press brings them back', async ({ world }) => {
  const { window } = await world.launch()
  await saveLinearClient(window)
  await letAnotherProgramOpenLinks(world)
  await window.getByRole('button', { name: 'Connect with browser' }).click()
  await expect(window.getByRole('alert')).toContainText('“Other program”')
  expect(await world.browser.opened()).toEqual([])

  await check(window, 'Linear')
  await line(window, /^Way back/)
    .getByRole('button', { name: /Let Gatehouse open it/ })
    .click()
  await expect(line(window, /^Way back/)).toContainText('opens Gatehouse', { timeout: 20_000 })
  await done(window)
  await window
    .getByRole('button', { name: /Connect with browser|Try again/ })
    .first()
    .click()
  await world.browser.page('https://linear.app/')
})

test('without a keychain: said before anything is entered, with what helps', async ({ world }) => {
  const { window } = await world.launch({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' })
  await openIntegration(window, 'Linear')
  await check(window, 'Linear')
  const vault = line(window, /^Vault/)
  await expect(vault).toContainText('Problem')
  await expect(vault).toContainText('keychain could not be reached')
  await vault.getByRole('button', { name: /What can I do/ }).click()
  await expect(vault).toContainText('GNOME Keyring')
  await expect(line(window, /^api\.linear\.app/)).toContainText('the connection is secure')
})

test('a provider that is down, and one that is silent, are told from each other and from the network', async ({
  world,
}) => {
  test.setTimeout(120_000)
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()

  let answer = (): Promise<{ status: number; body: string }> =>
    Promise.resolve({ status: 503, body: 'upstream' })
  world.internet.add({ hosts: ['api.linear.app'], answer: () => answer() })
  await check(window, 'ada@example.com')
  await expect(line(window, /^api\.linear\.app/)).toContainText('answers with HTTP 503')
  await expect(line(window, /^Account/)).toContainText('Problem')

  answer = () => new Promise(() => undefined)
  await dialog(window).getByRole('button', { name: 'Run again' }).click()
  await expect(line(window, /^api\.linear\.app/)).toContainText('did not answer through the proxy', {
    timeout: 40_000,
  })
  await expect(line(window, /^Clock/)).toContainText('Not checked')
  await expect(line(window, 'Vault')).toContainText('Credentials can be kept')
})

const enterClient = async (where: Locator, id: string, secret: string): Promise<void> => {
  await where.getByLabel('Client ID').fill(id)
  await where.getByRole('textbox', { name: /Client secret/ }).fill(secret)
  await where.getByRole('button', { name: 'Save OAuth app' }).click()
}

const letAnotherProgramOpenLinks = async ({ browser }: World): Promise<void> => {
  const type = 'x-scheme-handler/app.gatehouse.desktop'
  const text = `[Desktop Entry]\nType=Application\nName=Other program\nExec=/bin/true %u\nMimeType=${type};\n`
  await writeFile(join(browser.env['XDG_DATA_HOME'] ?? '', 'applications/other.desktop'), text)
  await run('xdg-mime', ['default', 'other.desktop', type], { env: { ...process.env, ...browser.env } })
}
