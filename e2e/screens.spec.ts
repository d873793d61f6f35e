import type { Page } from '@playwright/test'
import { findWithAxe } from './accessibility/axe.ts'
import { tabTo } from './fixtures/keyboard.ts'
import { linearClient, teamId } from './fixtures/linear.ts'
import {
  answer,
  approvalDialog,
  connectLinearByKey,
  openIntegration,
  openSection,
  startAddingApp,
} from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

type Screen = readonly [name: string, go: (window: Page) => Promise<void>]

const screens: readonly Screen[] = [
  ['catalog', (window) => openSection(window, 'Catalog')],
  ['integration, connected', (window) => openIntegration(window, 'Linear')],
  ['integration, to be connected', (window) => openIntegration(window, 'GitHub')],
  ['activity', (window) => openSection(window, 'Activity')],
  ['apps', (window) => openSection(window, 'Apps')],
  ['settings', (window) => openSection(window, 'Settings')],
  ['a new app', async (window) => void (await startAddingApp(window, 'A second app', ['Linear']))],
]

test('no screen scrolls sideways, at 1100, 800 or 640 pixels', async ({ world }) => {
  const { window } = await world.launch()
  await fill(world, window)
  for (const [name, go] of screens) {
    await window.setViewportSize({ width: 1100, height: 760 })
    await go(window)
    for (const width of [1100, 800, 640]) {
      await window.setViewportSize({ width, height: 560 })
      expect(await window.evaluate(sidewaysScrollers), `${name} at ${width} px`).toEqual([])
    }
  }
  await window.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
})

test('the question fits in a small window, its answers in sight', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const title = 'A title of some length '.repeat(20)
  const creating = client.call('linear_create_issue', {
    team_id: teamId(world),
    title,
    body: title.repeat(9),
  })
  await expect(approvalDialog(window)).toBeVisible()
  for (const size of [
    { width: 1100, height: 760 },
    { width: 640, height: 480 },
  ]) {
    await window.setViewportSize(size)
    expect(await window.evaluate(sidewaysScrollers)).toEqual([])
    for (const name of ['Deny', 'Allow once', 'Block this tool']) {
      await expect(approvalDialog(window).getByRole('button', { name, exact: true })).toBeInViewport({
        ratio: 1,
      })
    }
  }
  await answer(window, 'Deny')
  await creating
})

test('dark is dark, light is light, and both can be read', async ({ world }) => {
  const { window } = await world.launch()
  const shades = async (colorScheme: 'light' | 'dark') => {
    await window.emulateMedia({ colorScheme })
    return await window.evaluate(brightness)
  }
  const light = await shades('light')
  const dark = await shades('dark')
  expect(light.background).toBeGreaterThan(230)
  expect(light.text).toBeLessThan(60)
  expect(dark.background).toBeLessThan(50)
  expect(dark.text).toBeGreaterThan(200)
})

test('whoever asked for less motion sees none', async ({ world }) => {
  const { window } = await world.launch()
  const moving = async (reducedMotion: 'reduce' | 'no-preference'): Promise<readonly string[]> => {
    await window.emulateMedia({ reducedMotion })
    await openSection(window, 'Apps')
    await window.getByRole('button', { name: 'Add an app' }).first().click()
    const found = await window.evaluate(movingElements)
    await window.keyboard.press('Escape')
    return found
  }
  expect(await moving('no-preference')).toContainEqual(expect.stringMatching(/^dialog/))
  expect(await moving('reduce')).toEqual([])
})

test('where the system chooses the colours, what is chosen and what has the focus still shows', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  const policy = window.getByRole('radiogroup', { name: 'Policy for linear_get_viewer' })
  await expect(policy).toBeVisible()
  await window.emulateMedia({ forcedColors: 'active' })
  const outline = (node: Element): string => getComputedStyle(node).outlineStyle
  const link = (name: string) => window.getByRole('navigation').getByRole('link', { name })
  expect(await link('Catalog').evaluate(outline)).toBe('solid')
  expect(await link('Apps').evaluate(outline)).toBe('none')
  await tabTo(window, link('Apps'))
  expect(await link('Apps').evaluate(outline)).toBe('solid')

  const chosen = (name: RegExp) => policy.getByRole('radio', { name }).locator('..').evaluate(outline)
  expect(await chosen(/^Auto/)).toBe('solid')
  expect(await chosen(/^Block/)).toBe('none')
  const icon = window.getByRole('main').locator('h1, header').locator('i').first()
  expect(await icon.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe(
    await window.evaluate(() => getComputedStyle(document.body).backgroundColor),
  )
})

test('high contrast, chosen in the settings, is enough for those who need more', async ({ world }) => {
  const { window } = await world.launch()
  await openSection(window, 'Settings')
  const theme = window.getByRole('radiogroup', { name: 'Theme' })
  const findFaint = () =>
    findWithAxe(window, { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } })
  expect(await findFaint()).not.toEqual([])
  await theme.getByRole('radio', { name: 'High contrast' }).check()
  expect(await findFaint()).toEqual([])
  await window.emulateMedia({ colorScheme: 'dark' })
  expect(await findFaint()).toEqual([])
})

test('high contrast is the same whether it is chosen here or for the whole computer', async ({ world }) => {
  const { window } = await world.launch()
  await openSection(window, 'Settings')
  const usual = await window.evaluate(colorsInUse)
  await window.emulateMedia({ contrast: 'more' })
  const ofComputer = await window.evaluate(colorsInUse)
  expect(ofComputer).not.toEqual(usual)
  await window.emulateMedia({ contrast: 'no-preference' })
  expect(await window.evaluate(colorsInUse)).toEqual(usual)
  await window.getByRole('radio', { name: 'High contrast' }).check()
  expect(await window.evaluate(colorsInUse)).toEqual(ofComputer)
})

test('no screen puts an error in the console', async ({ world }) => {
  const { window } = await world.launch()
  const errors: string[] = []
  window.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  window.on('pageerror', (error) => errors.push(error.message))
  await window.reload()
  await fill(world, window)
  for (const [, go] of screens) await go(window)
  await window.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  expect(errors).toEqual([])
})

/** An account, an app and some calls, so that no screen is empty. */
const fill = async (world: World, window: Page): Promise<void> => {
  const client = await linearClient(world, window)
  await client.call('linear_search_issues', { query: 'login' })
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title: 'One' })
  await answer(window, 'Allow for this session')
  await creating
}

/** Runs in the page. @returns a line for each element that moves, or would when something of it changes */
const movingElements = (): string[] =>
  [...document.querySelectorAll('*')].flatMap((node) =>
    [undefined, '::before', '::after']
      .filter((part) => {
        const { animationName, transitionDuration } = getComputedStyle(node, part)
        return animationName !== 'none' || /[1-9]/.test(transitionDuration)
      })
      .map((part) => `${node.tagName.toLowerCase()}${part ?? ''}`),
  )

/** Runs in the page: what is wider than its frame and would scroll, or is cut off by the window. */
const sidewaysScrollers = (): string[] =>
  [...document.querySelectorAll('html, body, body *')]
    .filter((node) => {
      const { overflowX } = getComputedStyle(node)
      const scrolls = ['auto', 'scroll'].includes(overflowX) || node.matches('html, body')
      return scrolls && node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1
    })
    .map((node) => `${node.tagName.toLowerCase()}.${node.className}`)

/** Runs in the page: what the colours and shadows are called, and what each is. */
const colorsInUse = () => {
  const style = getComputedStyle(document.body)
  const names = ['canvas', 'ink', 'ink-soft', 'line', 'field-line', 'accent', 'red', 'ring', 'shadow-3']
  return names.map((name) => [name, style.getPropertyValue(`--${name}`)])
}

/** Runs in the page: how bright it is, 0 to 255. */
const brightness = () => {
  const of = (color: string): number => Math.max(...(color.match(/\d+/g) ?? []).slice(0, 3).map(Number))
  const { backgroundColor, color } = getComputedStyle(document.body)
  return { background: of(backgroundColor), text: of(color) }
}
