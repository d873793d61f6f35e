import { expect, type Page } from '@playwright/test'
import { connectGitHubByKey, connectLinearByKey, openIntegration, openSection } from '../fixtures/steps.ts'
import type { World } from '../fixtures/create-world.ts'
import { inspect } from './inspect.ts'
import { closeDialog } from './steps.ts'

/** An integration's page with an account, and everything that opens from it. */
export const lookAtAccounts = async (world: World, window: Page): Promise<void> => {
  await connectLinearByKey(window)
  await expect(window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')
  await inspect(window, 'notification', true)
  await inspect(window, 'integration')
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
  await lookAtEnded(world, window)
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

/** The provider takes the account back: a banner on every screen, and its own page. */
const lookAtEnded = async ({ internet }: World, window: Page): Promise<void> => {
  await connectGitHubByKey(window)
  await openSection(window, 'Catalog')
  await inspect(window, 'catalog')
  const body = { errors: [{ message: 'Authentication required' }] }
  internet.linear.failNext({ path: '/graphql', status: 401, body })
  await openIntegration(window, 'Linear')
  await window.getByRole('button', { name: 'Check connection of ada@example.com' }).click()
  await expect(window.getByText(/problems? found\./)).toBeVisible()
  await closeDialog(window)
  await expect(window.getByText('Sign-in expired').first()).toBeVisible()
  await inspect(window, 'integration-ended')
  await openSection(window, 'Catalog')
  await inspect(window, 'catalog-ended')
  internet.linear.clearFailures()
}
