import { expect, type Page } from '@playwright/test'
import { inspect } from './inspect.ts'
import { closeDialog } from './steps.ts'

/** What is on every screen or lies above it. */
export const lookAtShell = async (window: Page): Promise<void> => {
  await window.keyboard.press('Control+K')
  await expect(window.getByRole('combobox', { name: 'Search and commands' })).toBeFocused()
  await inspect(window, 'palette')
  await window.getByRole('combobox', { name: 'Search and commands' }).fill('zzzz')
  await inspect(window, 'palette-nothing-found')
  await closeDialog(window)
  await window.keyboard.press('?')
  await inspect(window, 'shortcuts')
  await closeDialog(window)
  await window.context().setOffline(true)
  await window.getByRole('switch', { name: 'Pause all apps' }).click()
  await expect(window.getByText('This computer is offline')).toBeVisible()
  await inspect(window, 'paused-offline')
  await window.context().setOffline(false)
}
