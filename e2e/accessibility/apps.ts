import { expect, type Page } from '@playwright/test'
import type { World } from '../fixtures/create-world.ts'
import {
  addApp,
  answer,
  approvalDialog,
  connectLinearByKey,
  finishAddingApp,
  startAddingApp,
} from '../fixtures/steps.ts'
import { inspect } from './inspect.ts'
import { closeDialog } from './steps.ts'

/** As long as an app's name may be, and without a place to break it; the dots keep it from looking like a token. */
const LONG_NAME = 'ClaudeDesktop.OnTheBigComputer.Upstairs'.repeat(2).slice(0, 60)

/** The apps, their rules, and the question whether one may come in. */
export const lookAtApps = async (world: World, window: Page): Promise<void> => {
  await connectLinearByKey(window)
  await startAddingApp(window, LONG_NAME, ['Linear'])
  await inspect(window, 'app-token')
  await finishAddingApp(window)
  await addApp(window, 'Cursor', ['Linear'])
  await inspect(window, 'apps', { isKeptDark: true })
  await window.getByRole('button', { name: 'Remove' }).last().click()
  await inspect(window, 'app-remove')
  await closeDialog(window)
  await window.getByLabel('Largest answer (tokens)').first().fill('7')
  await window.getByLabel('Largest answer (tokens)').first().press('Enter')
  await inspect(window, 'app-limits-refused')
  await lookAtAddTo(window)
  await lookAtRules(window)
  await lookAtPairing(world, window)
}

const lookAtAddTo = async (window: Page): Promise<void> => {
  const dialog = window.getByRole('dialog')
  await window.getByRole('button', { name: /^Add to Cursor/ }).click()
  await expect(dialog.getByRole('group', { name: 'Change' })).toBeVisible()
  await inspect(window, 'add-to')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toContainText('Waiting for Cursor')
  await inspect(window, 'add-to-added')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await inspect(window, 'add-to-undo')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog).toHaveCount(0)
}

const lookAtRules = async (window: Page): Promise<void> => {
  await window.getByRole('button', { name: 'Add a rule' }).click()
  const form = window.getByRole('dialog', { name: 'Add a rule' })
  await form.getByLabel('Find a tool').fill('issue')
  await inspect(window, 'rule-tool')
  await form.getByRole('button', { name: /^linear_create_issue/ }).click()
  await form.getByRole('button', { name: 'Add a condition' }).click()
  await form.getByLabel('Argument').selectOption('title')
  await inspect(window, 'rule', { isKeptDark: true })
  await form.getByLabel('Value').fill('Daily')
  await form.getByRole('button', { name: 'Save rule' }).click()
  await expect(window.getByRole('region', { name: 'Remembered answers' })).toContainText('when title is')
  await inspect(window, 'apps-rules', { isKeptDark: true })
  await window.getByRole('button', { name: 'Revoke all' }).click()
  await inspect(window, 'rules-revoke')
  await closeDialog(window)
}

const lookAtPairing = async (world: World, window: Page): Promise<void> => {
  const { url } = await world.bridge()
  await fetch(`${url}/v1/pair`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: LONG_NAME, toolkits: ['linear'] }),
  })
  await expect(approvalDialog(window).getByRole('button', { name: 'Allow' })).toBeEnabled()
  await inspect(window, 'pairing')
  await answer(window, 'Deny')
}
