import { linearClient, mutations, teamId } from './fixtures/linear.ts'
import { answer, approvalDialog, openIntegration, openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('a rule from the form lets its own calls run, asks about others, and ends when it is revoked', async ({
  world,
}) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const create = (title: string) => client.call('linear_create_issue', { team_id: teamId(world), title })
  const first = create('Daily')
  await answer(window, 'Allow once')
  expect((await first).isError).toBe(false)

  await openSection(window, 'Apps')
  const ledger = window.getByRole('region', { name: 'Remembered answers' })
  await ledger.getByRole('button', { name: 'Add a rule' }).click()
  const form = window.getByRole('dialog', { name: 'Add a rule' })
  await form.getByLabel('Find a tool').fill('create issue')
  await form.getByRole('button', { name: /^linear_create_issue/ }).click()
  await expect(form.getByRole('status')).toHaveText('Would have allowed 1 of the last 1 call.')
  await form.getByRole('button', { name: 'Add a condition' }).click()
  await form.getByLabel('Argument').selectOption('title')
  await form.getByLabel('Value').fill('Weekly')
  await expect(form.getByRole('status')).toHaveText('Would have allowed 0 of the last 1 call.')
  await form.getByLabel('Value').fill('Daily')
  await expect(form.getByRole('status')).toHaveText('Would have allowed 1 of the last 1 call.')
  await form.getByLabel('Most uses').fill('2')
  await form.getByRole('button', { name: 'Save rule' }).click()
  await expect(ledger).toContainText('when title is “Daily”')

  expect((await create('Daily')).isError).toBe(false)
  await expect(ledger).toContainText('1 use left')
  const other = create('Something else')
  await answer(window, 'Deny')
  expect((await other).isError).toBe(true)
  expect(mutations(world)).toHaveLength(2)

  await openIntegration(window, 'Linear')
  await expect(window.getByRole('main')).toContainText(
    'Asks, because it creates an issue; Cursor may do so as ada@example.com (Meridian) without asking when title is “Daily”, at most 1 more time',
  )
  await openSection(window, 'Apps')
  await ledger.getByRole('button', { name: 'Revoke all' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Revoke all' }).click()
  await expect(ledger.getByRole('listitem')).toHaveCount(0)
  const asked = create('Daily')
  await expect(approvalDialog(window)).toBeVisible()
  await answer(window, 'Deny')
  await asked
})

test('what is chosen about forgetting is kept', async ({ world }) => {
  const { window } = await world.launch()
  await openSection(window, 'Settings')
  const panel = window.getByRole('region', { name: 'Remembered answers' })
  await panel.getByRole('switch').click()
  await panel.getByRole('combobox').selectOption('5')
  await panel.getByRole('radio', { name: 'All of them' }).check()
  await expect(panel).toContainText('every rule ends')
  await openSection(window, 'Apps')
  await openSection(window, 'Settings')
  await expect(panel.getByRole('switch')).toBeChecked()
  await expect(panel.getByRole('combobox')).toHaveValue('5')
})
