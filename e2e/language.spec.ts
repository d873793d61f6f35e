import type { Page } from '@playwright/test'
import { keychainEntry } from './fixtures/keychain.ts'
import { linearClient, mutations, teamId } from './fixtures/linear.ts'
import { approvalDialog, openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

const LANGUAGE = 'Language / Sprache'

const section = async (window: Page, name: string): Promise<void> => {
  await window.getByRole('navigation').getByRole('link', { name }).click()
  await expect(window.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const choose = async (window: Page, language: string): Promise<void> => {
  await window.getByRole('combobox', { name: LANGUAGE }).selectOption(language)
}

test('a window that is switched to German speaks it at once and everywhere, stays so, and goes back', async ({
  world,
}) => {
  const first = await world.launch()
  const { window } = first
  const client = await linearClient(world, window)
  await openSection(window, 'Settings')
  await choose(window, 'Deutsch')
  await expect(window.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
  await expect(window.locator('html')).toHaveAttribute('lang', 'de')

  await section(window, 'Katalog')
  await expect(window.getByRole('main').getByText('Verfügbar').first()).toBeVisible()

  const title = 'Namen wie {0} und ’{plural}’'
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title })
  const dialog = approvalDialog(window)
  await expect(dialog).toContainText('bittet um Erlaubnis')
  await expect(dialog).toContainText(`Issue „${title}“ erstellen`)
  for (const name of ['Diesmal erlauben', 'Ablehnen', 'Für diese Sitzung erlauben']) {
    await expect(dialog.getByRole('button', { name, exact: true })).toBeVisible()
  }
  await dialog.getByRole('button', { name: 'Diesmal erlauben', exact: true }).click()
  expect((await creating).isError).toBe(false)
  expect(mutations(world)).toHaveLength(1)

  await section(window, 'Aktivität')
  await expect(window.getByRole('main')).toContainText('Erledigt')
  await expect(window.getByRole('main')).not.toContainText('Done')
  await first.quit()

  const again = await world.launch()
  await expect(again.window.locator('html')).toHaveAttribute('lang', 'de')
  // The fields that the browser draws, for days above all, go by this one.
  expect(await again.window.evaluate(() => navigator.language)).toBe('de')
  await section(again.window, 'Einstellungen')
  await choose(again.window, 'System')
  await expect(again.window.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await choose(again.window, 'Deutsch')
  await choose(again.window, 'English')
  await expect(again.window.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await openSection(again.window, 'Catalog')
})

test('a language is chosen without losing the place, and a question that waits is still asked', async ({
  world,
}) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  await openSection(window, 'Settings')
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title: 'Later' })
  await approvalDialog(window).getByRole('button', { name: 'Decide later' }).click()
  await choose(window, 'Deutsch')
  await expect(approvalDialog(window)).toContainText('bittet um Erlaubnis')
  await approvalDialog(window).getByRole('button', { name: 'Ablehnen', exact: true }).click()
  expect((await creating).isError).toBe(true)
  await expect(window.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
  expect(mutations(world)).toHaveLength(0)
})

test('a system that speaks German is spoken to in German from the first picture on', async ({ world }) => {
  const { window } = await world.launch({ LANGUAGE: 'de', LC_ALL: 'de_AT.UTF-8', LANG: 'de_AT.UTF-8' })
  expect(window.url()).toContain('language=de')
  await expect(window.getByRole('heading', { name: 'Katalog', level: 1 })).toBeVisible()
  await section(window, 'Einstellungen')
  await expect(window.getByRole('combobox', { name: LANGUAGE })).toHaveValue('system')
  await expect(window.getByRole('region', { name: 'Arbeitsbereiche' })).toContainText('Privat')
})

test('who reads German is told in German that the key is lost, and starts over with the words that are asked for', async ({
  world,
}) => {
  const first = await world.launch()
  await linearClient(world, first.window)
  await first.quit()
  await keychainEntry(world.dataFolder).delete()

  const { window } = await world.launch({ LANGUAGE: 'de', LC_ALL: 'de_AT.UTF-8', LANG: 'de_AT.UTF-8' })
  await section(window, 'Einstellungen')
  const main = window.getByRole('main')
  await expect(main).toContainText('Im Schlüsselbund fehlt der Schlüssel')
  await window.getByRole('button', { name: 'Von vorn beginnen …' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('textbox').fill('von vorn')
  await dialog.getByRole('button', { name: 'Entfernen und von vorn beginnen' }).click()
  await expect(window.getByRole('heading', { name: 'Noch nichts verschlüsselt' })).toBeVisible()
  await expect(main).toContainText('Der Schlüssel wird im Schlüsselbund dieses Computers liegen.')
})
