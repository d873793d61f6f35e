import { expect, type Page } from '@playwright/test'
import { connectLinearByKey, openIntegration, openSection } from '../fixtures/steps.ts'
import type { World } from '../fixtures/create-world.ts'
import { lookAtBackup } from './backup.ts'
import { inspect } from './inspect.ts'
import { closeDialog } from './steps.ts'

const PASSPHRASE = 'velvet onion tractor moon'

/** The settings, their dialogs, and the vault from open to locked. */
export const lookAtSettings = async (world: World, window: Page): Promise<void> => {
  await openSection(window, 'Settings')
  await inspect(window, 'settings', { isKeptDark: true })
  await lookAtDialogs(window)
  await lookAtBackup(world, window)
  await window.getByRole('button', { name: 'Use a passphrase…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('New passphrase', { exact: true }).fill(PASSPHRASE)
  await dialog.getByLabel('Repeat it', { exact: true }).fill('another')
  await inspect(window, 'vault-passphrase')
  await dialog.getByLabel('Repeat it', { exact: true }).fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Use this passphrase' }).click()
  await expect(window.getByRole('heading', { name: /^Open, protected/ })).toBeVisible()
  await showVault(window)
  await inspect(window, 'vault-open')
  await window.getByRole('button', { name: 'Lock now' }).click()
  await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await showVault(window)
  await inspect(window, 'vault-locked')
  await openSection(window, 'Catalog')
  await window.getByRole('combobox', { name: 'Workspace' }).selectOption({ index: 0 })
  await openSection(window, 'Catalog')
  await expect(window.getByText('Connected', { exact: true }).first()).toBeVisible()
  await inspect(window, 'catalog-locked')
  await openIntegration(window, 'Linear')
  await expect(window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')
  await inspect(window, 'integration-locked')
  await window.getByRole('button', { name: 'Unlock…' }).click()
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('not it')
  await window.keyboard.press('Enter')
  await expect(dialog.getByText('This is not the passphrase of the vault.')).toBeVisible()
  await inspect(window, 'vault-unlock')
  await closeDialog(window)
}

const lookAtDialogs = async (window: Page): Promise<void> => {
  await window.getByRole('button', { name: 'New workspace…' }).click()
  await window.getByRole('dialog').getByLabel('Name').fill('TheWorkOfTheDepartmentOnTheSecondFloor')
  await inspect(window, 'workspace-new')
  await window.getByRole('dialog').getByRole('button', { name: 'Create workspace' }).click()
  await window.getByRole('button', { name: 'Delete TheWorkOfTheDepartmentOnTheSecondFloor' }).click()
  await inspect(window, 'workspace-delete')
  await closeDialog(window)
  await inspect(window, 'settings-workspaces')
  for (const [button, name] of [
    ['Save…', 'backup-save'],
    ['Make a new key…', 'vault-new-key'],
    ['Restart the bridge', 'bridge-restart'],
  ] as const) {
    await window.getByRole('main').getByRole('button', { name: button }).click()
    await inspect(window, name)
    await closeDialog(window)
  }
}

/** A picture shows what is in sight. */
const showVault = async (window: Page): Promise<void> => {
  await window
    .getByRole('heading', { name: 'Vault' })
    .evaluate((node) => node.scrollIntoView({ block: 'start', behavior: 'instant' }))
}

/** A computer without a keychain: the sign-in that cannot start, and the passphrase in its place. */
export const lookAtNoKeychain = async (window: Page): Promise<void> => {
  await connectLinearByKey(window)
  await expect(window.getByText('This computer’s keychain could not be reached.')).toBeVisible()
  await inspect(window, 'connect-no-keychain')
  await window.getByRole('alert').getByRole('button', { name: 'Open settings' }).click()
  await expect(window.getByRole('heading', { name: 'No keychain' })).toBeVisible()
  await showVault(window)
  await inspect(window, 'vault-no-keychain')
}

/** The vault that has lost its key, and the ways out. */
export const lookAtLostKey = async (window: Page): Promise<void> => {
  await expect(window.getByText('The key is missing')).toBeVisible()
  await inspect(window, 'catalog-key-missing')
  await openSection(window, 'Settings')
  await showVault(window)
  await inspect(window, 'vault-key-missing')
  for (const [button, name] of [
    ['Enter the key…', 'vault-enter-key'],
    ['Start over…', 'vault-start-over'],
  ] as const) {
    await window.getByRole('button', { name: button }).click()
    await inspect(window, name)
    await closeDialog(window)
  }
}
