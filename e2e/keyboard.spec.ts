import type { Page } from '@playwright/test'
import { tabTo } from './fixtures/keyboard.ts'
import { mutations, teamId } from './fixtures/linear.ts'
import { connectV2, type McpClient } from './fixtures/mcp-clients.ts'
import { approvalDialog } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

test('a person without a mouse connects, adds an app, and answers a question', async ({ world }) => {
  const { window } = await world.launch()
  await connectByKeyboard(window)
  const client = await addAppByKeyboard(world, window)

  const arming = watchArming(window)
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title: 'By keyboard' })
  await expect(approvalDialog(window)).toBeVisible()
  // Whatever the person was typing when the question came up must not answer it.
  for (const key of ['Enter', 'Space', 'Escape', 'Escape']) await window.keyboard.press(key)
  const { disabledAtFirst, afterMs } = await arming
  expect(disabledAtFirst).toBe(true)
  expect(afterMs).toBeGreaterThanOrEqual(550)
  expect(afterMs).toBeLessThan(2_000)

  for (const key of ['Enter', 'Escape', 'Escape', 'Space']) await window.keyboard.press(key)
  await expect(approvalDialog(window)).toContainText('By keyboard')
  expect(mutations(world)).toHaveLength(0)

  await tabTo(window, approvalDialog(window).getByRole('button', { name: 'Allow once' }))
  await window.keyboard.press('Space')
  expect((await creating).isError).toBe(false)
  await expect(approvalDialog(window)).toHaveCount(0)
  expect(mutations(world)).toHaveLength(1)
})

test('the focus stays inside a dialog, and goes back where it was', async ({ world }) => {
  const { window } = await world.launch()
  await window.keyboard.press('Control+2')
  const open = window.getByRole('button', { name: 'Add an app' }).first()
  await tabTo(window, open)
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (let presses = 0; presses < 8; presses += 1) {
    await window.keyboard.press('Tab')
    const isInside = await dialog.evaluate(
      // The document itself is where the platform passes from the last element to the first.
      (node) => node.contains(document.activeElement) || document.activeElement === document.body,
    )
    expect(isInside).toBe(true)
  }
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(open).toBeFocused()
})

const connectByKeyboard = async (window: Page): Promise<void> => {
  await window.keyboard.press('/')
  await expect(window.getByRole('searchbox')).toBeFocused()
  await window.keyboard.type('linear')
  await tabTo(window, window.getByRole('main').getByRole('link', { name: /^Linear/ }))
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'Linear', level: 1 })).toBeFocused()

  await tabTo(window, window.getByRole('textbox', { name: 'Personal API key' }))
  await window.keyboard.type('lin_api_valid')
  await tabTo(window, window.getByRole('button', { name: 'Save key' }))
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: 'Accounts' })).toContainText('ada@example.com')

  const policy = window.getByRole('radiogroup', { name: 'Policy for linear_get_viewer' })
  await tabTo(window, policy.getByRole('radio', { name: /^Auto/ }))
  await window.keyboard.press('ArrowRight')
  await expect(policy.getByRole('radio', { name: /^Ask/ })).toBeChecked()
}

const addAppByKeyboard = async (world: World, window: Page): Promise<McpClient> => {
  await window.keyboard.press('Control+2')
  await expect(window.getByRole('heading', { name: 'Apps', level: 1 })).toBeFocused()
  await tabTo(window, window.getByRole('button', { name: 'Add an app' }).first())
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Name')).toBeFocused()
  await window.keyboard.type('Cursor')
  await window.keyboard.press('Enter')
  const token = (await window.getByTestId('app-token').textContent()) ?? ''

  const dialog = window.getByRole('dialog')
  // The token is shown only once: Escape must not lose it.
  await window.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  const toggle = dialog.getByRole('switch', { name: 'Linear' })
  await tabTo(window, toggle)
  await window.keyboard.press('Space')
  await expect(toggle).toBeChecked()
  await tabTo(window, dialog.getByRole('button', { name: 'Done' }))
  await window.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  return await connectV2((await world.bridge()).mcp, token)
}

/** Sees, from inside the page, how long after a question appears its answers can be pressed. */
const watchArming = (window: Page) =>
  window.evaluate(
    () =>
      new Promise<{ disabledAtFirst: boolean; afterMs: number }>((resolve) => {
        let seenAt = 0
        let disabledAtFirst = true
        const look = (): void => {
          const answers = [
            ...document.querySelectorAll<HTMLButtonElement>('[role=alertdialog] footer button'),
          ]
          if (answers.length === 0) return
          if (seenAt === 0) {
            seenAt = performance.now()
            disabledAtFirst = answers.every(({ disabled }) => disabled)
          }
          if (answers.some(({ disabled }) => disabled)) return
          clearInterval(timer)
          resolve({ disabledAtFirst, afterMs: performance.now() - seenAt })
        }
        const timer = setInterval(look, 5)
      }),
  )
