import { expect, type Page } from '@playwright/test'
import { openIntegration, openSection } from '../fixtures/steps.ts'
import { byBrowser } from '../fixtures/ways-in.ts'
import { inspect } from './inspect.ts'
import { closeDialog, skipFirstRun } from './steps.ts'

/** The screens before anything is connected. One program on the computer has settings that cannot be read. */
export const lookAtFirst = async (window: Page): Promise<void> => {
  await inspect(window, 'first-run')
  await skipFirstRun(window)
  await inspect(window, 'catalog-empty')
  await window.getByRole('searchbox').fill('zzzz')
  await inspect(window, 'catalog-nothing-found')
  await window.getByRole('button', { name: 'Clear search' }).first().click()
  await lookAtWaysIn(window)
  await lookAtNoApps(window)
  await openSection(window, 'Inbox')
  await inspect(window, 'inbox-empty')
  await openSection(window, 'Activity')
  await inspect(window, 'activity-empty')
}

const lookAtWaysIn = async (window: Page): Promise<void> => {
  await openIntegration(window, 'Linear')
  await inspect(window, 'connect-oauth-app')
  await window.getByRole('button', { name: 'Check connection of Linear' }).click()
  await expect(window.getByText('1 problem found.')).toBeVisible()
  await inspect(window, 'doctor-problem')
  await closeDialog(window)
  await openIntegration(window, 'Mastodon')
  await byBrowser(window).getByLabel('Server').fill('http://fedi.example.org')
  await byBrowser(window).getByRole('button', { name: 'Connect with browser' }).click()
  await expect(byBrowser(window).getByRole('alert')).toBeVisible()
  await inspect(window, 'connect-server-refused')
  await openIntegration(window, 'Zoom')
  await inspect(window, 'connect-form')
}

const lookAtNoApps = async (window: Page): Promise<void> => {
  await openSection(window, 'Apps')
  await inspect(window, 'apps-empty')
  await window.getByRole('button', { name: /^Add to Cursor.*cannot be read/ }).click()
  await expect(window.getByRole('dialog').getByRole('alert')).toBeVisible()
  await inspect(window, 'add-to-unreadable')
  await closeDialog(window)
  await window.getByRole('button', { name: 'Add an app' }).first().click()
  await inspect(window, 'app-add')
  await closeDialog(window)
}
