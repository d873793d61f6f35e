import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { World } from '../fixtures/create-world.ts'
import { waitUntil } from '../fixtures/processes.ts'
import { focusedWindow } from '../fixtures/x-focus.ts'
import { typeIntoSystem } from '../fixtures/x-keyboard.ts'
import { inspect } from './inspect.ts'
import { closeDialog } from './steps.ts'

/** A backup, saved and opened again through the system's own windows, and what is asked before it takes effect. */
export const lookAtBackup = async (world: World, window: Page): Promise<void> => {
  const main = await focusedWindow()
  const path = await save(world, window, main)
  await window.getByRole('button', { name: 'Restore…' }).click()
  await systemWindow(main)
  await typeIntoSystem('/')
  // With this key the field for a path comes, and takes what is typed once it is there.
  await window.waitForTimeout(1500)
  await typeIntoSystem(`${path}\n`)
  await expect(window.getByRole('dialog', { name: 'Restore this backup?' })).toContainText('1 account')
  await inspect(window, 'backup-restore')
  await closeDialog(window)
}

/** @returns where the system's window has proposed to put it */
const save = async (world: World, window: Page, main: number): Promise<string> => {
  const dialog = window.getByRole('dialog')
  await window.getByRole('main').getByRole('button', { name: 'Save…' }).click()
  await dialog.getByRole('button', { name: 'Choose a place…' }).click()
  const chooser = await systemWindow(main)
  await typeIntoSystem('\n')
  const home = world.browser.env['HOME'] ?? ''
  const name = await waitUntil('the backup', 10_000, async () =>
    (await readdir(home, { recursive: true })).find((file) => file.endsWith('.gatehouse-backup')),
  )
  await expect(dialog).toHaveCount(0)
  await expect.poll(focusedWindow).not.toBe(chooser)
  return join(home, name)
}

/** Waits until the keyboard is with a window that is not ours; below 2 there is none. */
const systemWindow = (main: number): Promise<number> =>
  waitUntil('the window of the system', 10_000, async () => {
    const focused = await focusedWindow()
    return focused > 1 && focused !== main ? focused : undefined
  })
