import { expect, type Page } from '@playwright/test'
import { approvalDialog } from '../fixtures/steps.ts'

export const skipFirstRun = async (window: Page): Promise<void> => {
  await window.getByRole('button', { name: 'Skip', exact: true }).click()
}

export const closeDialog = async (window: Page): Promise<void> => {
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
}

/** A picture shows what is in sight, and pressing Tab through a screen has moved it. */
export const scrollToTop = async (window: Page): Promise<void> => {
  await window.getByRole('main').evaluate((node) => node.scrollTo({ top: 0, behavior: 'instant' }))
}

/** Waits until the question has stood long enough to be answered. */
export const questionReady = async (window: Page): Promise<void> => {
  await expect(approvalDialog(window).getByRole('button', { name: 'Allow once' })).toBeEnabled()
}
