import type { Page } from '@playwright/test'
import { linearClient, mutations, teamId } from './fixtures/linear.ts'
import { connectV2, type McpClient } from './fixtures/mcp-clients.ts'
import { addApp, answer, approvalDialog, connectGitHubByKey, openIntegration } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

test('a recipient that the person changes is the one that gets it, and the log keeps both', async ({
  world,
}) => {
  const { window } = await world.launch()
  const client = await slackClient(world, window)
  const { messages } = world.internet.slack.data
  const before = messages.length
  const posting = client.call('slack_send_message', {
    channel_id: 'C0GENERAL',
    text: 'We launch on the 14th.',
  })

  await answer(window, 'Edit arguments first')
  const dialog = approvalDialog(window)
  await dialog.getByRole('textbox', { name: 'text' }).fill('')
  await dialog.getByRole('button', { name: 'Allow once as changed' }).click()
  await expect(dialog.getByRole('textbox', { name: 'text' })).toBeFocused()
  await expect(dialog).toHaveAccessibleDescription(/C0GENERAL.*Your change cannot be put into words yet/)
  expect(messages).toHaveLength(before)

  await dialog.getByRole('button', { name: 'Undo the change of text' }).click()
  await dialog.getByRole('textbox', { name: 'channel_id' }).fill('C0BOARD')
  await expect(dialog.getByRole('group', { name: 'What the app sent as channel_id' })).toHaveText('C0GENERAL')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Escape')
  await dialog.getByRole('textbox', { name: 'channel_id' }).fill('C0BOARD')
  await expect(dialog).toHaveAccessibleDescription(/C0BOARD.*As you have changed it/)
  await dialog.getByRole('button', { name: 'Allow once as changed' }).click()

  expect(await posting).toMatchObject({
    isError: false,
    structured: { channel_id: 'C0BOARD', gatehouse: { edited: ['channel_id'] } },
  })
  expect(messages).toHaveLength(before + 1)
  expect(messages.at(-1)).toMatchObject({ channel: 'C0BOARD', text: 'We launch on the 14th.' })

  const { reason, details } = await lastCall(window)
  expect(reason).toBe('approved with changes')
  expect(JSON.parse(details)).toMatchObject({
    asked: { channel_id: 'C0GENERAL' },
    ran: { channel_id: 'C0BOARD', text: 'We launch on the 14th.' },
  })
})

test('three alike are looked at together; one that comes meanwhile is not allowed with them', async ({
  world,
}) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const create = (title: string) => client.call('linear_create_issue', { team_id: teamId(world), title })
  const calls = []
  for (const title of ['One', 'Two', 'Three']) {
    calls.push(create(title))
    await expect(window.getByText(new RegExp(`^${calls.length} requests? waiting$`))).toBeAttached()
  }
  await approvalDialog(window).getByRole('button', { name: 'Look at all 3' }).click()
  const each = window.getByTestId('alike-call')
  await expect(each).toHaveText([/One/, /Two/, /Three/])

  const late = create('Late')
  await expect(approvalDialog(window)).toContainText('1 more has come meanwhile')
  await expect(each).toHaveCount(3)
  await answer(window, 'Allow these 3')
  expect((await Promise.all(calls)).map(({ isError }) => isError)).toEqual([false, false, false])
  await expect(approvalDialog(window)).toContainText('Late')
  await answer(window, 'Deny')
  expect((await late).isError).toBe(true)
  const sent = mutations(world).map(({ body }) => body)
  expect(sent).toHaveLength(3)
  expect(sent.join()).not.toContain('Late')
})

test('an answer for these values only asks again for another value', async ({ world }) => {
  const { window } = await world.launch()
  const client = await linearClient(world, window)
  const create = (title: string) => client.call('linear_create_issue', { team_id: teamId(world), title })

  const first = create('Daily report')
  await answer(window, 'Always allow…')
  const dialog = approvalDialog(window)
  await dialog.getByRole('radio', { name: 'Only with these values' }).check()
  await expect(dialog.getByRole('checkbox', { name: /^title: Daily report$/ })).toBeChecked()
  await dialog.getByLabel('How long').selectOption('For 7 days')
  await answer(window, 'Allow now and remember')
  expect((await first).isError).toBe(false)
  expect((await create('Daily report')).isError).toBe(false)
  await expect(approvalDialog(window)).toHaveCount(0)

  const other = create('Something else')
  await expect(approvalDialog(window)).toContainText('Something else')
  await answer(window, 'Deny')
  expect((await other).isError).toBe(true)
  expect(mutations(world)).toHaveLength(2)
})

test('a lasting yes to what destroys starts with one hour and these values', async ({ world }) => {
  const { window } = await world.launch()
  await connectGitHubByKey(window)
  const client = await clientOf(world, window, 'GitHub')
  const merging = client.call('github_merge_pull_request', { owner: 'meridian', repo: 'app', pull_number: 3 })
  await answer(window, 'Always allow…')
  const dialog = approvalDialog(window)
  await expect(dialog.getByLabel('How long')).toHaveValue('hour')
  await expect(dialog.getByRole('radio', { name: 'Only with these values' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Back' }).click()
  await answer(window, 'Deny')
  expect((await merging).isError).toBe(true)
})

test('a tool is tried by hand: the form, the question, the answer, and the call in the page’s list', async ({
  world,
}) => {
  const { window } = await world.launch()
  await saveSlackKey(window)
  await window.getByRole('button', { name: 'Try slack_send_message' }).click()
  const form = window.getByRole('dialog', { name: 'Try slack_send_message' })
  await form.getByRole('button', { name: 'Run' }).click()
  await expect(form.getByRole('textbox', { name: 'channel_id' })).toBeFocused()
  await form.getByRole('textbox', { name: 'channel_id' }).fill('C0LAUNCH')
  await form.getByRole('textbox', { name: 'text' }).fill('By hand')
  await form.getByRole('button', { name: 'Run' }).click()
  await expect(approvalDialog(window)).toContainText('Gatehouse asks for your permission')
  await answer(window, 'Allow once')
  await expect(form.getByRole('group', { name: 'Answer' })).toContainText('"channel_id": "C0LAUNCH"')
  expect(world.internet.slack.data.messages.at(-1)).toMatchObject({ channel: 'C0LAUNCH', text: 'By hand' })
  await form.getByRole('button', { name: 'Close' }).click()
  const recent = window.getByRole('list', { name: 'Recent calls' })
  await expect(recent.getByRole('listitem')).toHaveCount(1)
  await expect(recent).toContainText('slack_send_message')
})

/** The newest call of the log, as the window gets it. */
const lastCall = (window: Page): Promise<{ reason: string; details: string }> =>
  window.evaluate(async () => {
    const { hub } = window as unknown as {
      hub: { request: (route: string, input: object) => Promise<{ value: { rows: never[] } }> }
    }
    return (await hub.request('activity.list', { limit: 1 })).value.rows[0] as never
  })

const saveSlackKey = async (window: Page): Promise<void> => {
  await openIntegration(window, 'Slack')
  await window.getByRole('textbox', { name: 'User or bot token' }).fill('xoxp-valid')
  await window.getByRole('button', { name: 'Save key' }).click()
  await expect(window.getByRole('main').getByText('ada (Meridian)').first()).toBeVisible()
}

const clientOf = async (world: World, window: Page, toolkit: string): Promise<McpClient> => {
  const { token } = await addApp(window, 'Cursor', [toolkit])
  return await connectV2((await world.bridge()).mcp, token)
}

const slackClient = async (world: World, window: Page): Promise<McpClient> => {
  await saveSlackKey(window)
  return await clientOf(world, window, 'Slack')
}
