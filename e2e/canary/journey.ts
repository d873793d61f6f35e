import { expect, type Locator, type Page } from '@playwright/test'
import { answerConsent } from '../fixtures/consent.ts'
import type { World } from '../fixtures/create-world.ts'
import { teamId } from '../fixtures/linear.ts'
import { connectV1, type McpClient } from '../fixtures/mcp-clients.ts'
import { answer, openIntegration, openSection } from '../fixtures/steps.ts'
import { accounts, connectByForm, wayIn } from '../fixtures/ways-in.ts'

/** The parts of a long use of the app in which secrets go through it. */

export const zoomForm = async (window: Page): Promise<Locator> => {
  await openIntegration(window, 'Zoom')
  return wayIn(window, /Server-to-Server OAuth app/)
}

export const zoomValues = {
  'Account ID': 'Acc0unt_meridian',
  'Client ID': 'gatehouse-zoom',
  'Client secret': 'zoom-secret',
}

/** A form of several values that are exchanged for a token. */
export const connectZoom = async (window: Page): Promise<void> => {
  await connectByForm(await zoomForm(window), zoomValues)
  await expect(accounts(window)).toContainText('ada@example.com')
}

/** A form of several values that are the credential themselves. */
export const connectJira = async (window: Page): Promise<void> => {
  await openIntegration(window, 'Jira')
  await connectByForm(wayIn(window, /API token/), {
    Site: 'acme.atlassian.net',
    'E-mail of your Atlassian account': 'ada@example.com',
    'API token': 'ATATT-valid',
  })
  await expect(accounts(window)).toContainText('ada@example.com (acme)')
}

/** Reads, a write that is allowed, one that is refused, and mistakes. */
export const useTools = async (world: World, window: Page, client: McpClient): Promise<void> => {
  for (const tool of ['linear_list_teams', 'github_list_repos', 'zoom_list_meetings']) {
    expect((await client.call(tool)).isError, tool).toBe(false)
  }
  expect((await client.call('jira_get_issue', { issue: 'LOOM-1' })).isError).toBe(false)
  const create = (title: string) => client.call('linear_create_issue', { team_id: teamId(world), title })
  const allowed = create('Allowed')
  await answer(window, 'Allow once')
  expect((await allowed).isError).toBe(false)
  const denied = create('Denied')
  await answer(window, 'Deny')
  expect((await denied).isError).toBe(true)
  expect((await client.call('linear_create_issue', { team_id: 7 })).isError).toBe(true)
  expect((await client.call('no_such_tool')).isError).toBe(true)
}

/** The same by the older protocol revision and by REST, with a wrong token as well. */
export const useOtherProtocols = async (world: World, token: string): Promise<void> => {
  const { mcp, url } = await world.bridge()
  const client = await connectV1(mcp, token)
  expect((await client.call('linear_list_teams')).isError).toBe(false)
  await client.close()
  for (const sent of [token, `${token}x`]) {
    const headers = { authorization: `Bearer ${sent}`, 'content-type': 'application/json' }
    const called = await fetch(`${url}/v1/tools/github_list_repos`, { method: 'POST', headers, body: '{}' })
    const listed = await fetch(`${url}/v1/manifest?format=openai`, { headers })
    expect([called.status, listed.status]).toEqual(sent === token ? [200, 200] : [401, 401])
    await Promise.all([called.text(), listed.text()])
  }
}

export const reconnectLinear = async (world: World, window: Page): Promise<void> => {
  await openIntegration(window, 'Linear')
  await expect(window.getByText('Sign-in expired').first()).toBeVisible()
  await accounts(window)
    .getByRole('button', { name: /^Reconnect/ })
    .click()
  await answerConsent(await world.browser.page('https://linear.app/'), 'allow')
  await expect(window.getByText('Sign-in expired')).toHaveCount(0, { timeout: 20_000 })
}

/** Opens every line of the log, which asks for all that is recorded. */
export const readActivity = async (window: Page): Promise<void> => {
  await openSection(window, 'Activity')
  const lines = window
    .getByRole('grid', { name: 'Calls' })
    .getByRole('row')
    .filter({ has: window.locator('code') })
  await expect(lines.first()).toBeVisible()
  for (const line of await lines.all()) {
    await line.click()
    await expect(window.getByRole('complementary', { name: 'Call' }).getByText('Copy as JSON')).toBeVisible()
    await window.keyboard.press('Escape')
  }
  await window.getByRole('button', { name: 'Verify log' }).click()
  await expect(window.getByText(/The log is intact/)).toBeVisible()
}

export const disconnect = async (window: Page, name: string): Promise<void> => {
  await openIntegration(window, name)
  await window.getByRole('button', { name: /^Disconnect/ }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(accounts(window)).toHaveCount(0)
}

/** What Ctrl+V puts into a field of the window: the page itself may not read the clipboard. */
export const pasted = async (window: Page): Promise<string> => {
  await openSection(window, 'Catalog')
  const field = window.getByRole('searchbox')
  await field.fill('')
  await field.press('Control+V')
  const text = await field.inputValue()
  await field.fill('')
  return text
}
