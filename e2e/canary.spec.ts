import { readdir } from 'node:fs/promises'
import { githubEchoes, linearEchoes, linearTeams, tokenRequestEcho } from './canary/echoes.ts'
import { tapIpc, type WindowMessage } from './canary/ipc-tap.ts'
import * as journey from './canary/journey.ts'
import { windowContents } from './canary/window-memory.ts'
import { answerConsent } from './fixtures/consent.ts'
import { connectV2 } from './fixtures/mcp-clients.ts'
import {
  addApp,
  connectGitHubByKey,
  connectLinear,
  connectLinearByKey,
  finishAddingApp,
  openIntegration,
  openSection,
  saveLinearClient,
  setApprovalWait,
  startAddingApp,
} from './fixtures/steps.ts'
import { accounts, connectByForm } from './fixtures/ways-in.ts'
import { expect, test, type World } from './fixtures/world.ts'

// Files, databases, what the app prints and all answers of the bridge are searched after every test, by its fixture.

test('a working life: no message to the window and nothing it holds carries a secret', async ({ world }) => {
  test.setTimeout(120_000)
  // Long enough for the sign-in itself, and short enough that each call asks for a new one first.
  world.internet.linear.accessTokenSeconds = 30
  const { window } = await world.launch()
  const ipc = await tapIpc(window)
  await connectLinear(world, window)
  await connectGitHubByKey(window)
  await journey.connectZoom(window)
  await journey.connectJira(window)
  const { token } = await addApp(window, 'Cursor', ['Linear', 'GitHub', 'Zoom', 'Jira'])
  const client = await connectV2((await world.bridge()).mcp, token)
  await journey.useTools(world, window, client)
  await journey.useOtherProtocols(world, token)

  await setApprovalWait(window, 'Cursor', 1)
  world.internet.linear.failNext(tokenRequestEcho('/oauth/token', 'invalid_grant'))
  await client.call('linear_list_teams')
  await journey.reconnectLinear(world, window)
  expect((await client.call('linear_list_teams')).isError).toBe(false)
  await journey.readActivity(window)
  await journey.disconnect(window, 'Zoom')
  await journey.disconnect(window, 'Linear')

  const search = await world.canaries.search()
  const kinds = new Set((await world.canaries.list()).map(({ kind }) => kind))
  // Unless all of these went through the app, finding none of them says little.
  expect([...kinds]).toEqual(expect.arrayContaining(everyKind))
  const messages = ipc.messages()
  const routes = new Set(messages.map(({ name }) => name))
  expect([...routes]).toEqual(expect.arrayContaining(everyRoute))
  const told = messages.flatMap(({ name, text }) => search(Buffer.from(text)).map((hit) => `${name}: ${hit}`))
  // The one secret that the window is given, since the person has to carry it to the app; it shows that the tap works.
  expect([...new Set(told)]).toEqual(['apps.add: app token (UTF-8)'])

  await openSection(window, 'Catalog')
  for (const [where, text] of Object.entries(await windowContents(window))) {
    expect(search(Buffer.from(text)), where).toEqual([])
  }
})

test('a service that repeats the credential in errors, headers, redirects or results gives it to nobody', async ({
  world,
}) => {
  const { linear, github } = world.internet
  const { window } = await world.launch()
  const ipc = await tapIpc(window)
  await connectLinear(world, window)
  await connectGitHubByKey(window)
  const { token } = await addApp(window, 'Cursor', ['Linear', 'GitHub'])
  const client = await connectV2((await world.bridge()).mcp, token)

  for (const [what, failure] of Object.entries(githubEchoes)) {
    // A read is tried again after a passing fault.
    github.failNext({ ...failure, times: 3 })
    const refused = await client.call('github_list_repos')
    expect(refused.isError, what).toBe(true)
    github.clearFailures()
  }
  const reasons: string[] = []
  for (const [what, failure] of Object.entries(linearEchoes)) {
    linear.failNext(failure)
    const refused = await client.call('linear_list_teams')
    expect(refused.isError, what).toBe(true)
    reasons.push(JSON.stringify(refused.structured))
  }
  linear.failNext(linearTeams)
  const { structured } = await client.call('linear_list_teams')
  expect(structured['teams']).toMatchObject([{ name: expect.stringContaining('[credential removed]') }])
  for (const access of await valuesOf(world, 'access token')) {
    // Also no beginning of it that a cut would leave.
    expect(reasons.join('\n')).not.toContain(access.slice(0, 12))
  }
  await journey.readActivity(window)
  await expectNothingTold(world, ipc.messages())
})

test('a refused sign-in or key that comes with what was sent shows none of it', async ({ world }) => {
  const { linear, zoom, github } = world.internet
  const { window } = await world.launch()
  const ipc = await tapIpc(window)
  await saveLinearClient(window)
  linear.failNext(tokenRequestEcho('/oauth/token'))
  await window.getByRole('button', { name: 'Connect with browser' }).click()
  await answerConsent(await world.browser.page('https://linear.app/'), 'allow')
  await expect(window.getByText('Linear refused the sign-in', { exact: false }).first()).toBeVisible()

  await connectLinearByKey(window, 'lin_api_wrong_1f60a9')
  await expect(window.getByText(/does not accept this key/)).toBeVisible()
  linear.failNext(linearEchoes['an error beside status 200'] ?? {})
  await connectLinearByKey(window)
  await expect(window.getByText(/Not with \[credential removed\]/)).toBeVisible()

  zoom.failNext(tokenRequestEcho('/oauth/token'))
  const form = await journey.zoomForm(window)
  await connectByForm(form, journey.zoomValues)
  await expect(form.getByRole('alert')).toContainText('Zoom')

  github.failNext({ ...githubEchoes['an error’s body'], path: '/user' })
  await openIntegration(window, 'GitHub')
  await window.getByRole('textbox', { name: /access token/i }).fill('github_pat_valid')
  await window.getByRole('button', { name: 'Save key' }).click()
  await expect(window.getByText(/Refused/)).toBeVisible()
  await expectNothingTold(world, ipc.messages())
})

test('what is copied holds no secret but the one that is asked for', async ({ world }) => {
  const { window } = await world.launch()
  await openIntegration(window, 'Linear')
  await window.getByRole('button', { name: 'Copy redirect URI' }).click()
  expect(await journey.pasted(window)).toBe('app.gatehouse.desktop:/oauth/callback')
  const { token } = await startAddingApp(window, 'Cursor', [])
  world.canaries.add('app token', token)
  const search = await world.canaries.search()
  const shown = await windowContents(window)
  // While it is shown it is found: on the page, and in the window's memory.
  expect(search(Buffer.from(shown['the page'] ?? ''))).toContain('app token (UTF-8)')
  expect(search(Buffer.from(shown['the window’s memory'] ?? ''))).toContain('app token (UTF-8)')
  await window.getByRole('button', { name: 'Copy token' }).click()
  await finishAddingApp(window)
  expect(await journey.pasted(window)).toBe(token)
  await openSection(window, 'Activity')
  for (const [where, text] of Object.entries(await windowContents(window))) {
    expect(search(Buffer.from(text)), where).toEqual([])
  }
})

test('a crash of the main process leaves no dump and no secret behind', async ({ world }) => {
  const first = await world.launch()
  await connectLinear(world, first.window)
  const { token } = await addApp(first.window, 'Cursor', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  expect((await client.call('linear_list_teams')).isError).toBe(false)
  process.kill(first.pid, 'SIGSEGV')
  await first.quit()

  const files = await readdir(world.dataFolder, { recursive: true })
  expect(files.filter((name) => /\.dmp$|(^|\/)core(\.\d+)?$/.test(name))).toEqual([])
  expect(files).toContain('gatehouse.db-wal')
  expect(await world.leaks()).toEqual([])
  const again = await world.launch()
  await openIntegration(again.window, 'Linear')
  await expect(accounts(again.window)).toContainText('ada@example.com')
})

const everyKind = [
  'access token',
  'refresh token',
  'authorization code',
  'PKCE verifier',
  'state',
  'client secret',
  'password',
  'app token',
  'master key',
]

const everyRoute = [
  'catalog.list',
  'integrations.get',
  'oauthClients.save',
  'connections.beginSignIn',
  'connections.connectWithKey',
  'connections.disconnect',
  'apps.add',
  'approvals.list',
  'activity.list',
  'signIn.changed',
  'connection.ended',
  'activity.added',
]

const expectNothingTold = async (world: World, messages: readonly WindowMessage[]): Promise<void> => {
  const search = await world.canaries.search()
  const told = messages.flatMap(({ name, text }) => search(Buffer.from(text)).map((hit) => `${name}: ${hit}`))
  expect(told.filter((line) => line !== 'apps.add: app token (UTF-8)')).toEqual([])
  expect(messages.length).toBeGreaterThan(10)
}

const valuesOf = async (world: World, wanted: string): Promise<readonly string[]> =>
  (await world.canaries.list()).filter(({ kind }) => kind === wanted).map(({ value }) => value)
