import { expect, type Page } from '@playwright/test'
import type { World } from '../fixtures/create-world.ts'
import { linearClient, teamId } from '../fixtures/linear.ts'
import { approvalDialog, openSection } from '../fixtures/steps.ts'
import { inspect } from './inspect.ts'
import { closeDialog } from './steps.ts'

const TITLE = 'Benutzerfreundlichkeitsverbesserungsvorschlag für die Anmeldeseite'

/** The screens in a language of longer words, and the question. */
export const lookAtGerman = async (world: World, window: Page): Promise<void> => {
  const client = await linearClient(world, window)
  await openSection(window, 'Settings')
  await window.getByRole('combobox', { name: 'Language / Sprache' }).selectOption('Deutsch')
  await expect(window.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
  await inspect(window, 'german-settings')
  await lookAtPassphrase(window)
  await go(window, 'Katalog')
  await inspect(window, 'german-catalog')
  await window.getByRole('main').getByText('Linear', { exact: true }).first().click()
  await expect(window.getByRole('region', { name: 'Konten' })).toContainText('ada@example.com')
  await inspect(window, 'german-integration')
  await go(window, 'Apps')
  await inspect(window, 'german-apps')
  const calling = client.call('linear_create_issue', { team_id: teamId(world), title: TITLE })
  await lookAtQuestion(window)
  await calling
  await client.close()
}

const lookAtPassphrase = async (window: Page): Promise<void> => {
  await window.getByRole('main').getByRole('button', { name: 'Passphrase benutzen …' }).click()
  await inspect(window, 'german-passphrase')
  await closeDialog(window)
}

const lookAtQuestion = async (window: Page): Promise<void> => {
  const button = (name: string) => approvalDialog(window).getByRole('button', { name, exact: true })
  await expect(button('Diesmal erlauben')).toBeEnabled()
  await inspect(window, 'german-approval')
  await button('Später entscheiden').click()
  await go(window, 'Eingang')
  await inspect(window, 'german-inbox')
  await window
    .getByRole('main')
    .getByRole('button', { name: /antworten/ })
    .click()
  await button('Ablehnen').click()
  await go(window, 'Aktivität')
  await expect(window.getByRole('main')).toContainText('Abgelehnt')
  await inspect(window, 'german-activity')
}

const go = async (window: Page, name: string): Promise<void> => {
  await window.getByRole('navigation').getByRole('link', { name }).click()
  await expect(window.getByRole('heading', { name, level: 1 })).toBeVisible()
}
