import { linearClient, mutations, teamId } from './fixtures/linear.ts'
import { answer, approvalDialog, openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('what was set aside is found in the inbox, the chosen one is asked, and the answer is listed', async ({
  world,
}) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const creating = ['First', 'Second'].map((title) =>
    client.call('linear_create_issue', { team_id: teamId(world), title }),
  )
  await expect(approvalDialog(window)).toContainText('1 of 2')
  await approvalDialog(window).getByRole('button', { name: 'Decide later' }).click()
  await openSection(window, 'Inbox')
  const waiting = window.getByRole('list', { name: 'Waiting for you' })
  await expect(waiting.getByRole('listitem')).toHaveCount(2)

  await waiting.getByRole('button', { name: /Second/ }).click()
  await expect(approvalDialog(window)).toContainText('Second')
  await answer(window, 'Allow once')
  expect((await creating[1])?.isError).toBe(false)
  expect(mutations(world)).toHaveLength(1)
  await answer(window, 'Deny')
  expect((await creating[0])?.isError).toBe(true)

  await expect(window.getByRole('main')).toContainText('Nothing is waiting')
  const answered = window.getByRole('list', { name: 'Answered lately' })
  await expect(answered.getByRole('listitem')).toHaveCount(2)
  await expect(answered).toContainText('Denied')
})
