import type { Page } from '@playwright/test'
import { answerConsent } from './fixtures/consent.ts'
import { connectV2, type McpClient } from './fixtures/mcp-clients.ts'
import { addApp, answer, approvalDialog, openIntegration } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'
import { parseMail } from './internet/google/mime.ts'

test('Gmail by browser and loopback: mail is found at once and sent after Allow', async ({ world }) => {
  const { window } = await world.launch()
  await beginGoogleSignIn(window)

  const page = await world.browser.page('https://accounts.google.com/')
  await answerConsent(page, 'allow')
  await expect(page.getByText('You can close this and go back to Gatehouse.')).toBeVisible()
  const [opened] = await world.browser.opened()
  const asked = new URL(opened ?? '').searchParams
  const { origin, pathname } = new URL(page.url())
  expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/)
  expect(origin + pathname).toBe(asked.get('redirect_uri'))
  expect(asked.get('code_challenge_method')).toBe('S256')
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  // The listener is gone with the sign-in.
  await expect(fetch(origin)).rejects.toThrow()

  const client = await appWith(world, window, 'Gmail')
  const found = await client.call('gmail_search_messages', { query: 'launch is:unread' })
  expect(found.structured['messages']).toMatchObject([
    { from: 'Grace Hopper <grace@example.com>', subject: 'Re: Launch date' },
  ])

  const mail = {
    to: 'grace@example.com',
    subject: 'Grüße ☕ vom Café – der Start ist am 14. und nicht früher, 絶対に',
    body: 'Liebe Grace,\n\nça marche — um 14:00?\n',
  }
  const sending = client.call('gmail_send_message', mail)
  await expect(approvalDialog(window)).toContainText('Grüße ☕ vom Café')
  await expect(approvalDialog(window)).toContainText('grace@example.com')
  expect(posts(world, 'gmail.googleapis.com')).toEqual([])
  await answer(window, 'Allow once')
  const sent = await sending
  expect(sent.isError).toBe(false)

  const [request, ...more] = posts(world, 'gmail.googleapis.com')
  expect(more).toEqual([])
  expect(request?.url).toBe('https://gmail.googleapis.com/gmail/v1/users/me/messages/send')
  const { raw } = JSON.parse(request?.body ?? '') as { raw: string }
  const { headers, body } = parseMail(raw)
  expect(headers).toMatchObject({ to: '<grace@example.com>', subject: mail.subject })
  expect(body).toBe(mail.body.replaceAll('\n', '\r\n'))
  expect(sent.structured['messageId']).toBe(world.internet.google.mailbox.mails.at(-1)?.id)
})

test('a person who says no at Google is told so in the window, and nothing listens any more', async ({
  world,
}) => {
  const { window } = await world.launch()
  await beginGoogleSignIn(window)
  const page = await world.browser.page('https://accounts.google.com/')
  await answerConsent(page, 'deny')
  await expect(window.getByText('Access was not allowed at Gmail. Nothing was connected.')).toBeVisible()
  await expect(page.getByText('It did not work: see Gatehouse for the reason.')).toBeVisible()
  await expect(fetch(new URL(page.url()).origin)).rejects.toThrow()
  expect(world.internet.google.tokenRequests()).toEqual([])
})

test('a Google token about to end is refreshed by the one that stays; disconnecting revokes it', async ({
  world,
}) => {
  const { google } = world.internet
  // Long enough for the sign-in itself, and short enough that each call asks for a new one first.
  google.accessTokenSeconds = 30
  const { window } = await world.launch()
  await beginGoogleSignIn(window)
  await answerConsent(await world.browser.page('https://accounts.google.com/'), 'allow')
  await expect(window.getByRole('region', { name: 'Accounts' })).toBeVisible()
  const client = await appWith(world, window, 'Gmail')
  for (const _time of [1, 2]) {
    expect((await client.call('gmail_get_profile')).structured['email']).toBe('ada@example.com')
  }
  const refreshes = google.tokenRequests().filter(({ grantType }) => grantType === 'refresh_token')
  expect(refreshes.map(({ status }) => status)).toEqual([200, 200])

  await openIntegration(window, 'Gmail')
  await window.getByRole('button', { name: /^Disconnect/ }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(window.getByRole('region', { name: 'Accounts' })).toHaveCount(0)
  expect(google.revoked()).toHaveLength(1)
})

test('Slack by token: a wrong one is told although HTTP says 200; read at once, post after Allow', async ({
  world,
}) => {
  const { slack } = world.internet
  const { window } = await world.launch()
  await saveKey(window, 'Slack', 'User or bot token', 'xoxp-wrong')
  await expect(window.getByText(/does not accept this key/)).toBeVisible()
  await expect(window.getByRole('region', { name: 'Accounts' })).toHaveCount(0)
  expect(world.internet.requests('slack.com').map(({ status }) => status)).toEqual([200])
  await saveKey(window, 'Slack', 'User or bot token', 'xoxp-valid')
  await expect(window.getByRole('main').getByText('ada (Meridian)').first()).toBeVisible()

  const client = await appWith(world, window, 'Slack')
  const { structured } = await client.call('slack_list_channels', { joined: true })
  expect(structured['channels']).toMatchObject([{ name: 'general' }, { name: 'launch' }, { name: 'board' }])
  slack.failNext({
    path: '/api/conversations.history',
    status: 429,
    headers: { 'retry-after': '1' },
    body: { ok: false, error: 'ratelimited' },
  })
  const channel_id = 'C0LAUNCH'
  const read = await client.call('slack_list_messages', { channel_id })
  expect(read.structured['messages']).toMatchObject([
    { text: 'Build 1843 is green' },
    { text: 'Who writes the release notes?', author: 'Grace', replies: 1 },
  ])
  const [limited, repeated] = world.internet
    .requests('slack.com')
    .filter(({ url }) => url.includes('conversations.history'))
  expect((repeated?.at ?? 0) - (limited?.at ?? 0)).toBeGreaterThanOrEqual(990)

  const posting = client.call('slack_send_message', { channel_id, text: 'Ich schreibe sie. ✅' })
  await expect(approvalDialog(window)).toContainText('Ich schreibe sie. ✅')
  expect(slack.data.messages.at(-1)?.text).not.toContain('Ich schreibe')
  await answer(window, 'Allow once')
  expect(await posting).toMatchObject({ isError: false, structured: { channel_id } })
  expect(slack.data.messages.at(-1)).toMatchObject({ channel: channel_id, text: 'Ich schreibe sie. ✅' })
  const writes = posts(world, 'slack.com').filter(({ url }) => !url.endsWith('/auth.test'))
  expect(writes.map(({ url }) => url)).toEqual(['https://slack.com/api/chat.postMessage'])
})

test('Notion by token: search and read Markdown at once, a page after Allow', async ({ world }) => {
  const { data } = world.internet.notion
  const { window } = await world.launch()
  await saveKey(window, 'Notion', /token/, 'ntn_valid')
  await expect(window.getByRole('main').getByText('ada@example.com (Meridian)').first()).toBeVisible()

  const client = await appWith(world, window, 'Notion')
  const search = await client.call('notion_search_pages', { query: 'launch' })
  const [plan] = search.structured['results'] as { id: string; title: string }[]
  expect(plan).toMatchObject({ title: 'Launch plan', object: 'page' })
  const text = await client.call('notion_get_page_markdown', { page_id: plan?.id })
  expect(text.structured['markdown']).toContain('## Before\n- [x] Freeze the code\n- [ ] Call everybody')

  const home = data.pages.find(({ title }) => title[0]?.plain_text === 'Team home')?.id ?? ''
  const page = { parent_page_id: home, title: 'Rückblick 🎂', markdown: '# Gut\n- Kuchen' }
  const before = data.pages.length
  const creating = client.call('notion_create_page', page)
  await expect(approvalDialog(window)).toContainText('Create the page “Rückblick 🎂”')
  expect(data.pages).toHaveLength(before)
  await answer(window, 'Allow once')
  const created = await creating
  expect(created.isError).toBe(false)
  expect(data.pages).toHaveLength(before + 1)
  expect(data.pages.at(-1)).toMatchObject({
    id: created.structured['id'],
    parent: { page_id: home },
    title: [{ plain_text: 'Rückblick 🎂' }],
    blocks: [{ type: 'heading_1' }, { type: 'bulleted_list_item' }],
  })
  const [sent, ...more] = posts(world, 'api.notion.com').filter(({ url }) => !url.endsWith('/v1/search'))
  expect(more).toEqual([])
  expect(sent?.headers).toMatchObject({ authorization: 'Bearer ntn_valid', 'notion-version': '2026-03-11' })
})

const beginGoogleSignIn = async (window: Page): Promise<void> => {
  await openIntegration(window, 'Gmail')
  await window.getByLabel('Client ID').fill('gatehouse-google')
  await window.getByRole('textbox', { name: 'Client secret' }).fill('google-secret')
  await window.getByRole('button', { name: 'Save OAuth app' }).click()
  await window.getByRole('button', { name: 'Connect with browser' }).click()
}

const saveKey = async (window: Page, name: string, label: string | RegExp, key: string): Promise<void> => {
  await openIntegration(window, name)
  await window.getByRole('textbox', { name: label }).fill(key)
  await window.getByRole('button', { name: 'Save key' }).click()
}

const appWith = async (world: World, window: Page, toolkit: string): Promise<McpClient> => {
  const { token } = await addApp(window, 'Claude Desktop', [toolkit])
  return await connectV2((await world.bridge()).mcp, token)
}

const posts = (world: World, host: string) =>
  world.internet.requests(host).filter(({ method }) => method === 'POST')
