import { expect, type Page } from '@playwright/test'
import { answerConsent } from '../fixtures/consent.ts'
import type { World } from '../fixtures/create-world.ts'
import { linearClient, teamId } from '../fixtures/linear.ts'
import { connectV2, type McpClient } from '../fixtures/mcp-clients.ts'
import {
  addApp,
  answer,
  approvalDialog,
  connectGitHubByKey,
  openIntegration,
  openSection,
} from '../fixtures/steps.ts'
import { accounts, connectByForm, enterClient, wayIn } from '../fixtures/ways-in.ts'
import { inspect } from './inspect.ts'
import { questionReady } from './steps.ts'

/** A person's own words may be long, and may hide things. */
const LONG_TEXT = `\u202E${'A long text that goes on for a while. '.repeat(60)}`

/** As the app opens it. */
const OWN_WINDOW = { width: 480, height: 640 }

/** One question, each of its further answers, and several of a kind. */
export const lookAtAnswers = async (world: World, window: Page): Promise<void> => {
  const client = await linearClient(world, window)
  const create = (title: string) =>
    client.call('linear_create_issue', { team_id: teamId(world), title, body: LONG_TEXT })
  const calls = [create('One')]
  await questionReady(window)
  await inspect(window, 'approval', { isKeptDark: true })
  for (const [button, name, shown] of [
    ['Edit arguments first', 'approval-edit', 'textbox'],
    ['Always allow…', 'approval-always', 'combobox'],
    ['Deny and tell the AI why', 'approval-deny-reason', 'textbox'],
  ] as const) {
    await answer(window, button)
    await expect(approvalDialog(window).getByRole(shown).first()).toBeVisible()
    await inspect(window, name)
    await answer(window, 'Back')
    await questionReady(window)
  }
  calls.push(create('Two'), create('Three'))
  await answer(window, 'Look at all 3')
  await expect(window.getByTestId('alike-call')).toHaveCount(3)
  await inspect(window, 'approval-alike')
  await answer(window, 'Back')
  await answer(window, 'Decide later')
  await openSection(window, 'Inbox')
  await inspect(window, 'inbox', { isKeptDark: true })
  await window.getByRole('main').getByRole('button', { name: /One/ }).click()
  await answer(window, 'Look at all 3')
  await answer(window, 'Deny these 3')
  await Promise.all(calls)
  await expect(window.getByRole('list', { name: 'Answered lately' })).toBeVisible()
  await inspect(window, 'inbox-answered')
  await client.close()
}

/** What a mail, an event, a message look like before they are sent, and what destroys. */
export const lookAtPreviews = async (world: World, window: Page): Promise<void> => {
  const client = await clientOfEverything(world, window)
  const kinds: readonly (readonly [name: string, tool: string, args: Record<string, unknown>])[] = [
    ['approval-destructive', 'github_merge_pull_request', { owner: 'meridian', repo: 'app', pull_number: 3 }],
    ['approval-message', 'slack_send_message', { channel_id: 'C0LAUNCH', text: LONG_TEXT }],
    [
      'approval-event',
      'zoom_create_meeting',
      {
        topic: LONG_TEXT.slice(0, 120),
        start_time: '2027-01-04T09:00:00',
        duration: 60,
        timezone: 'Europe/Berlin',
      },
    ],
    ['approval-mail', 'gmail_send_message', { to: 'grace@example.com', subject: 'Launch', body: LONG_TEXT }],
  ]
  for (const [name, tool, args] of kinds) {
    const calling = client.call(tool, args)
    await questionReady(window)
    await inspect(window, name)
    await answer(window, 'Deny')
    expect((await calling).structured).toMatchObject({ error: { code: 'APPROVAL_DENIED' } })
  }
  await client.close()
}

/** With the main window closed the question has a window of its own. */
export const lookAtOwnWindow = async (
  world: World,
  app: { readonly window: Page; nextWindow(): Promise<Page> },
): Promise<void> => {
  const client = await linearClient(world, app.window)
  const opening = app.nextWindow()
  await app.window.close()
  const calling = client.call('linear_create_issue', {
    team_id: teamId(world),
    title: 'Alone',
    body: LONG_TEXT,
  })
  const small = await opening
  await questionReady(small)
  await inspect(small, 'approval-window', { isKeptDark: true, size: OWN_WINDOW })
  const closing = small.waitForEvent('close')
  await approvalDialog(small).getByRole('button', { name: 'Deny', exact: true }).click()
  await calling
  await closing
}

const clientOfEverything = async (world: World, window: Page): Promise<McpClient> => {
  await connectGitHubByKey(window)
  await openIntegration(window, 'Slack')
  await window.getByRole('textbox', { name: 'User or bot token' }).fill('xoxp-valid')
  await window.getByRole('button', { name: 'Save key' }).click()
  await expect(accounts(window)).toContainText('ada (Meridian)')
  await openIntegration(window, 'Zoom')
  const values = {
    'Account ID': 'Acc0unt_meridian',
    'Client ID': 'gatehouse-zoom',
    'Client secret': 'zoom-secret',
  }
  await connectByForm(wayIn(window, /Server-to-Server/), values)
  await expect(accounts(window)).toContainText('ada@example.com')
  await openIntegration(window, 'Gmail')
  await enterClient(window, 'gatehouse-google', 'google-secret')
  await window.getByRole('button', { name: 'Connect with browser' }).click()
  await inspect(window, 'connect-waiting')
  await answerConsent(await world.browser.page('https://accounts.google.com/'), 'allow')
  await expect(accounts(window)).toContainText('ada@example.com')
  const { token } = await addApp(window, 'Claude Desktop', ['GitHub', 'Slack', 'Zoom', 'Gmail'])
  return await connectV2((await world.bridge()).mcp, token)
}
