import type { Page } from '@playwright/test'
import { fillLog } from './fixtures/long-log.ts'
import { framesOf, scrollScript, type Scrolled } from './fixtures/scroll.ts'
import { openSection } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

const LINES = 100_000
/** Writes have two lines. */
const CALLS = 75_000

test.setTimeout(180_000)

test('a log of 100,000 lines is read, filtered, opened, counted and verified', async ({ world }) => {
  const window = await withLongLog(world)
  await openSection(window, 'Activity')
  const grid = window.getByRole('grid', { name: 'Calls' })
  await expect(window.getByText(`${CALLS.toLocaleString('en')} calls`)).toBeVisible({ timeout: 60_000 })
  await expect(grid).toHaveAttribute('aria-rowcount', String(CALLS + 1))

  await test.step('keys go through all of it', async () => {
    await grid.focus()
    await grid.press('End')
    await expect(grid.locator(`[aria-rowindex="${CALLS + 1}"] code`)).toBeVisible()
    await grid.press('Home')
    await grid.press('PageDown')
    await grid.press('ArrowDown')
    await grid.press('Enter')
  })

  await test.step('a call shows its lines', async () => {
    const call = window.getByRole('complementary', { name: 'Call' })
    await expect(call.getByText(/^entry [\d,]+, hash [0-9a-f]{12}$/).first()).toBeVisible()
    await expect(call.getByText('title')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(call).toHaveCount(0)
    await expect(grid).toBeFocused()
  })

  await test.step('words and filters find', async () => {
    await window.getByRole('searchbox').fill('meeti linear_cre')
    await expect(grid).not.toHaveAttribute('aria-rowcount', String(CALLS + 1))
    await expect(grid.locator('code').first()).toHaveText('linear_create_issue')
    await window.getByRole('combobox', { name: 'Outcome' }).selectOption('Denied')
    await window.getByRole('button', { name: 'Clear filters' }).click()
    await expect(grid).toHaveAttribute('aria-rowcount', String(CALLS + 1))
  })

  await test.step('frames come while it scrolls, and no row is missing', async () => {
    const still = framesOf((await window.evaluate(scrollScript(60, 0))) as Scrolled)
    const scrolled = (await window.evaluate(scrollScript(180, 120))) as Scrolled
    const { perSecond, p95 } = framesOf(scrolled)
    console.log(
      `${perSecond.toFixed(1)} frames/s while it scrolls, p95 ${p95.toFixed(1)} ms; ${still.perSecond.toFixed(1)} when it stands still`,
    )
    expect(scrolled.empty).toBe(0)
    expect(perSecond).toBeGreaterThan(20)
  })

  await test.step('the log is intact', async () => {
    await window.getByRole('button', { name: 'Verify log' }).click()
    await expect(window.getByText(/^The log is intact: 100,00\d entries checked/)).toBeVisible({
      timeout: 60_000,
    })
  })

  await test.step('its numbers are drawn, and can be read', async () => {
    await window.getByRole('tab', { name: 'Overview' }).click()
    await expect(window.getByRole('img', { name: 'Calls by day' })).toBeVisible()
    await window.getByRole('button', { name: 'Show as table' }).click()
    await expect(window.getByRole('table', { name: 'Calls by day' }).getByRole('row')).toHaveCount(31)
  })
})

/** The app with a long log, started a second time. */
const withLongLog = async (world: World): Promise<Page> => {
  const first = await world.launch()
  await first.quit()
  fillLog(world.dataFolder, LINES)
  return (await world.launch()).window
}
