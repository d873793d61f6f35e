import { expect, type Page } from '@playwright/test'
import type { World } from '../fixtures/create-world.ts'
import type { McpClient } from '../fixtures/mcp-clients.ts'
import { approvalDialog } from '../fixtures/steps.ts'
import type { Pictures } from './pictures.ts'
import type { Story } from './story.ts'

/** What every part of the story plays on. */
export type Stage = Story & {
  readonly world: World
  readonly window: Page
  readonly pictures: Pictures
}

/** The stage once an AI app is connected. */
export type StageWithApp = Stage & { readonly client: McpClient }

/** Takes away the notes in the corner that go by themselves. */
export const clearNotifications = async (window: Page): Promise<void> => {
  const dismiss = window.getByRole('button', { name: 'Dismiss' })
  while (await dismiss.first().isVisible()) await dismiss.first().click()
}

/** Waits until the question has stood long enough to be answered. */
export const questionReady = async (window: Page): Promise<void> => {
  await expect(approvalDialog(window).getByRole('button', { name: 'Allow once' })).toBeEnabled()
}
