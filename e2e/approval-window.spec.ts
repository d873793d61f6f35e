import { linearClient, mutations, teamId } from './fixtures/linear.ts'
import { answer, approvalDialog } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'
import { focusedWindow, takeFocusAway } from './fixtures/x-focus.ts'

test('a question comes on top of the program in front without taking its keyboard', async ({ world }) => {
  const { window, nextWindow } = await world.launch()
  const client = await linearClient(world, window)
  await takeFocusAway()
  await expect.poll(focusedWindow).toBe(0)

  const opening = nextWindow()
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title: 'On top' })
  const small = await opening
  await expect(approvalDialog(small)).toContainText('On top')
  await expect(approvalDialog(window)).toContainText('On top')
  expect(await focusedWindow()).toBe(0)

  const closing = small.waitForEvent('close')
  await answer(small, 'Allow once')
  expect((await creating).isError).toBe(false)
  await closing
  await expect(approvalDialog(window)).toHaveCount(0)
  expect(mutations(world)).toHaveLength(1)
})

test('while the main window is in front, the question stands there and nowhere else', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title: 'In front' })
  await expect(approvalDialog(window)).toContainText('In front')
  expect(window.context().pages()).toHaveLength(1)
  await answer(window, 'Deny')
  expect((await creating).isError).toBe(true)
})
