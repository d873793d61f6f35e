import { expect, type Page } from '@playwright/test'
import { openSection } from '../fixtures/steps.ts'
import { inspect } from './inspect.ts'
import { closeDialog } from './steps.ts'

/** A log with lines in it: the list, one call, the filters, the numbers. */
export const lookAtActivity = async (window: Page): Promise<void> => {
  await openSection(window, 'Activity')
  const grid = window.getByRole('grid', { name: 'Calls' })
  await expect(grid.locator('code').first()).toBeVisible()
  await inspect(window, 'activity', { isKeptDark: true })
  await grid.focus()
  for (const key of ['Home', 'ArrowDown', 'Enter']) await grid.press(key)
  await expect(window.getByRole('complementary', { name: 'Call' })).toBeVisible()
  await inspect(window, 'activity-call')
  await window.getByRole('complementary', { name: 'Call' }).getByRole('button', { name: 'Close' }).click()
  await window.getByRole('button', { name: 'More filters' }).click()
  await window.getByRole('searchbox').fill('zzzz')
  await expect(window.getByText('No matching calls')).toBeVisible()
  await inspect(window, 'activity-nothing-found')
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await window.getByRole('button', { name: 'Export' }).click()
  await inspect(window, 'activity-export')
  await closeDialog(window)
  await window.getByRole('button', { name: 'Verify log' }).click()
  await expect(window.getByText(/^The log is intact/)).toBeVisible()
  await inspect(window, 'activity-verified')
  await window.getByRole('tab', { name: 'Overview' }).click()
  await expect(window.getByRole('img', { name: 'Calls by day' })).toBeVisible()
  await inspect(window, 'activity-overview')
  await window.getByRole('button', { name: 'Show as table' }).click()
  await inspect(window, 'activity-table')
}

/** A log in which somebody has changed a line. */
export const lookAtSpoiledLog = async (window: Page): Promise<void> => {
  await openSection(window, 'Activity')
  await window.getByRole('button', { name: 'Verify log' }).click()
  await expect(window.getByRole('main').getByRole('alert')).toBeVisible()
  await inspect(window, 'activity-broken')
}
