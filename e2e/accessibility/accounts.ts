import { expect, type Page } from '@playwright/test'
import { connectGitHubByKey, connectLinearByKey, openIntegration, openSection } from '../fixtures/steps.ts'
import type { World } from '../fixtures/create-world.ts'
import { accounts, beginByCode } from '../fixtures/ways-in.ts'
import { inspect } from './inspect.ts'
import { closeDialog, scrollToTop } from './steps.ts'

/** An integration's page with an account, and everything that opens from it. */
export const lookAtAccounts = async (world: World, window: Page): Promise<void> => {
  await connectLinearByKey(window)
  await expect(window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')
  await inspect(window, 'notification', { areNotesKept: true })
  await scrollToTop(window)
  await inspect(window, 'integration', { isKeptDark: true })
  await window.getByRole('button', { name: 'Check connection of ada@example.com' }).click()
  await expect(window.getByText('No problem found.')).toBeVisible()
  await inspect(window, 'doctor')
  await closeDialog(window)
  await window.getByRole('button', { name: 'Choose default Team' }).click()
  await expect(window.getByRole('combobox', { name: 'Default: Team' })).toBeVisible()
  const policy = window.getByRole('radiogroup', { name: 'Policy for linear_get_viewer' })
  await policy.getByRole('radio', { name: /^Block/ }).check()
  await inspect(window, 'integration-changed')
  await lookAtTryIt(window)
  await window.getByRole('button', { name: /^Disconnect/ }).click()
  await inspect(window, 'disconnect')
  await closeDialog(window)
  await lookAtUnreachable(world, window)
  await lookAtEnded(world, window)
  await beginByCode(window)
  await scrollToTop(window)
  await inspect(window, 'connect-code')
  await window.getByRole('button', { name: 'Cancel' }).click()
}

const lookAtTryIt = async (window: Page): Promise<void> => {
  await window.getByRole('button', { name: 'Try linear_create_issue' }).click()
  await inspect(window, 'try-it')
  await window.getByRole('button', { name: 'Run' }).click()
  await inspect(window, 'try-it-incomplete')
  await closeDialog(window)
  await window.getByRole('button', { name: 'Try linear_list_teams' }).click()
  await window.getByRole('button', { name: 'Run' }).click()
  await expect(window.getByRole('group', { name: 'Answer' })).toBeVisible()
  await inspect(window, 'try-it-answer')
  await closeDialog(window)
}

/** Nothing answers any more, neither of two services. */
const lookAtUnreachable = async ({ internet }: World, window: Page): Promise<void> => {
  await connectGitHubByKey(window)
  await openSection(window, 'Catalog')
  await inspect(window, 'catalog', { isKeptDark: true })
  internet.unplug()
  for (const [name, account] of [
    ['GitHub', 'ada'],
    ['Linear', 'ada@example.com'],
  ] as const) {
    await openIntegration(window, name)
    await window.getByRole('button', { name: `Check connection of ${account}` }).click()
    await expect(window.getByText(/problems? found\./)).toBeVisible()
    await closeDialog(window)
  }
  await openSection(window, 'Catalog')
  await expect(window.getByText('No service can be reached')).toBeVisible()
  await inspect(window, 'catalog-unreachable')
  internet.plugIn()
}

/** The provider takes the account back: a banner on every screen, and its own page. */
const lookAtEnded = async ({ internet }: World, window: Page): Promise<void> => {
  const body = { errors: [{ message: 'Authentication required' }] }
  internet.linear.failNext({ path: '/graphql', status: 401, body })
  await openIntegration(window, 'Linear')
  await window.getByRole('button', { name: 'Check connection of ada@example.com' }).click()
  await expect(window.getByText(/problems? found\./)).toBeVisible()
  await closeDialog(window)
  await expect(window.getByText('Sign-in expired').first()).toBeVisible()
  await inspect(window, 'integration-ended')
  await accounts(window)
    .getByRole('button', { name: /^Reconnect/ })
    .click()
  await expect(accounts(window).getByRole('textbox', { name: 'Personal API key' })).toBeVisible()
  await inspect(window, 'integration-reconnect')
  await openSection(window, 'Catalog')
  await inspect(window, 'catalog-ended')
  internet.linear.clearFailures()
}
