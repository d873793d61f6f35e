import type { Page } from '@playwright/test'
import { linear } from '../registry/productivity/linear.ts'
import { connectV1, connectV2, type McpClient } from './fixtures/mcp-clients.ts'
import {
  addApp,
  answer,
  approvalDialog,
  connectLinear,
  connectLinearByKey,
  openSection,
  setApprovalWait,
} from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

const connectors = { v2: connectV2, v1: connectV1 }

for (const [version, connect] of Object.entries(connectors)) {
  test(`the official MCP client ${version} lists, reads at once, and writes only after Allow`, async ({
    world,
  }) => {
    const { window } = await world.launch()
    await connectLinear(world, window)
    const { token } = await addApp(window, 'Cursor', ['Linear'])
    const client = await connect((await world.bridge()).mcp, token)

    const enabled = linear.tools.map(({ name }) => name)
    const own = ['gatehouse_get_result', 'manage_integrations']
    expect((await client.toolNames()).toSorted()).toEqual([...enabled, ...own].toSorted())

    const found = await client.call('linear_search_issues', { query: 'login' })
    expect(found.isError).toBe(false)
    await expect(approvalDialog(window)).toHaveCount(0)

    const before = mutations(world).length
    const creating = client.call('linear_create_issue', {
      team_id: teamId(world),
      title: 'Fix "the" ${login}',
    })
    await expect(approvalDialog(window)).toContainText('Fix "the" ${login}')
    expect(mutations(world)).toHaveLength(before)
    await answer(window, 'Allow once')
    const created = await creating
    expect(created.isError).toBe(false)
    const sent = mutations(world).slice(before)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers['authorization']).toMatch(/^Bearer /)
    const body = JSON.parse(sent[0]?.body ?? '') as { query: string; variables: unknown }
    expect(body.query).not.toContain('login')
    expect(JSON.stringify(body.variables)).toContain('Fix \\"the\\" ${login}')

    const denied = client.call('linear_create_issue', { team_id: teamId(world), title: 'Not this one' })
    await answer(window, 'Deny')
    expect((await denied).structured).toMatchObject({ error: { code: 'APPROVAL_DENIED' } })
    expect(mutations(world)).toHaveLength(before + 1)
    await client.close()
    await showsTokens(window, 'Cursor')
  })
}

test('the question comes in a window of its own when the main window is closed', async ({ world }) => {
  const { window, nextWindow } = await world.launch()
  const client = await ready(world, window)
  const opening = nextWindow()
  await window.close()
  const creating = client.call('linear_create_issue', { team_id: teamId(world), title: 'From the tray' })
  const asking = await opening
  await expect(approvalDialog(asking)).toContainText('From the tray')
  const closed = asking.waitForEvent('close')
  await answer(asking, 'Allow once')
  expect((await creating).isError).toBe(false)
  await closed
})

test('nobody answers: the client gets a ticket, the call runs once when allowed later', async ({ world }) => {
  const { window } = await world.launch()
  const client = await ready(world, window)
  await setApprovalWait(window, 'Cursor', 2)
  const call = { team_id: teamId(world), title: 'Later' }

  const ticket = await client.call('linear_create_issue', call)
  expect(ticket.isError).toBe(false)
  expect(ticket.structured).toMatchObject({
    status: 'approval_pending',
    approval_id: expect.stringMatching(/^apr_/),
  })
  const again = await client.call('linear_create_issue', call)
  expect(again.structured['approval_id']).toBe(ticket.structured['approval_id'])

  await answer(window, 'Allow once')
  const id = { approval_id: ticket.structured['approval_id'] }
  await expect
    .poll(async () => (await client.call('gatehouse_get_result', id)).structured['status'])
    .toBeUndefined()
  const result = await client.call('gatehouse_get_result', id)
  expect(result.isError).toBe(false)
  expect(JSON.stringify(result.structured)).toContain('identifier')
  expect(mutations(world)).toHaveLength(1)
})

test('twenty calls at the moment the access token has expired make one refresh', async ({ world }) => {
  // Expiry is counted in whole seconds: with one, the sign-in itself may come too late.
  world.internet.linear.accessTokenSeconds = 3
  const { window } = await world.launch()
  await connectLinear(world, window)
  const { token } = await addApp(window, 'Cursor', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  await window.waitForTimeout(3_000)
  world.internet.linear.accessTokenSeconds = 3_600

  const answers = await Promise.all(Array.from({ length: 20 }, () => client.call('linear_list_teams')))
  expect(answers.filter(({ isError }) => isError)).toEqual([])
  const refreshes = world.internet.linear
    .tokenRequests()
    .filter(({ grantType }) => grantType === 'refresh_token')
  expect(refreshes).toHaveLength(1)
})

test('a blocked tool is not listed and does not run; the activity log says what happened', async ({
  world,
}) => {
  const { window } = await world.launch()
  const client = await ready(world, window)
  await openSection(window, 'Catalog')
  await window.getByRole('main').getByText('Linear', { exact: true }).first().click()
  await window
    .getByRole('radiogroup', { name: 'Policy for linear_create_issue' })
    .getByRole('radio', { name: /^Block/ })
    .check()
  await expect.poll(() => client.toolNames()).not.toContain('linear_create_issue')
  const refused = await client.call('linear_create_issue', { team_id: teamId(world), title: 'No' })
  expect(refused.structured).toMatchObject({ error: { code: 'TOOL_BLOCKED' } })
  expect(mutations(world)).toHaveLength(0)

  await openSection(window, 'Activity')
  await expect(window.getByText('linear_create_issue').first()).toBeVisible()
  await expect(
    window
      .getByRole('main')
      .getByRole('row', { name: /linear_create_issue.*Refused|Refused.*linear_create_issue/s }),
  ).toBeVisible()
  await window.getByRole('button', { name: 'Verify log' }).click()
  await expect(window.getByText(/The log is intact/)).toBeVisible()
})

/** What the app's model has read and sent is counted, and none of it is nothing. */
const showsTokens = async (window: Page, app: string): Promise<void> => {
  await openSection(window, 'Apps')
  const apps = window.getByRole('list', { name: 'Apps', exact: true })
  const head = apps.getByRole('button', { name: new RegExp(app) }).first()
  await expect(head).toContainText(/about [1-9][\d,]* tokens today/)
  await apps.getByText('What they were').click()
  for (const kind of ['Lists of tools', 'Results', 'Arguments', 'Total']) {
    await expect(apps.getByRole('row', { name: kind }).getByRole('cell').first()).toHaveText(/^[1-9][\d,]*$/)
  }
}

const ready = async (world: World, window: Page): Promise<McpClient> => {
  await connectLinearByKey(window)
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  const { token } = await addApp(window, 'Cursor', ['Linear'])
  return await connectV2((await world.bridge()).mcp, token)
}

const mutations = (world: World) =>
  world.internet
    .requests('api.linear.app')
    .filter(({ url, body }) => url.endsWith('/graphql') && body.includes('mutation'))

const teamId = (world: World): string => world.internet.linear.workspace.teams[0]?.id ?? ''
