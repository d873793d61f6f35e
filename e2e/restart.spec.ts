import { execFile } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { connectV2 } from './fixtures/mcp-clients.ts'
import {
  addApp,
  answer,
  approvalDialog,
  connectLinear,
  openIntegration,
  openSection,
  setApprovalWait,
} from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

test('after quitting everything is there again, and no secret lies in any file in clear', async ({
  world,
}) => {
  const first = await world.launch()
  await connectLinear(world, first.window)
  const { token } = await addApp(first.window, 'Cursor', ['Linear'])
  await openIntegration(first.window, 'Linear')
  const policies = first.window.getByRole('radiogroup', { name: 'Policy for linear_archive_issue' })
  await policies.getByRole('radio', { name: /^Block/ }).check()
  const client = await connectV2((await world.bridge()).mcp, token)
  await client.call('linear_list_teams')
  await client.close()

  const secrets = [token, ...secretsSeenBy(world), 'linear-secret']
  expect(secrets.length).toBeGreaterThan(3)
  const keys = await masterKeys()
  expect(keys.map((key) => Buffer.from(key, 'base64').length)).toContain(32)
  await expectAbsent([...secrets, ...keys], world.dataFolder)
  await first.quit()
  await expectAbsent([...secrets, ...keys], world.dataFolder)
  expect((await readdir(world.dataFolder)).includes('bridge.json')).toBe(false)

  const { window } = await world.launch()
  await openIntegration(window, 'Linear')
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  await expect(
    window
      .getByRole('radiogroup', { name: 'Policy for linear_archive_issue' })
      .getByRole('radio', { name: /^Block/ }),
  ).toBeChecked()
  await openSection(window, 'Activity')
  await expect(window.getByRole('main').getByRole('row', { name: /linear_list_teams/ })).toBeVisible()
  await window.getByRole('button', { name: 'Verify log' }).click()
  await expect(window.getByText(/The log is intact/)).toBeVisible()
  const again = await connectV2((await world.bridge()).mcp, token)
  expect((await again.call('linear_list_teams')).isError).toBe(false)
})

test('a call that waits when the app quits never runs', async ({ world }) => {
  const first = await world.launch()
  await connectLinear(world, first.window)
  const { token } = await addApp(first.window, 'Cursor', ['Linear'])
  const { url } = await world.bridge()
  const team = world.internet.linear.workspace.teams[0]?.id
  const asking = fetch(`${url}/v1/tools/linear_create_issue`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ arguments: { team_id: team, title: 'Never' } }),
  }).then(
    ({ status }) => status,
    () => 'cut off',
  )
  await expect(approvalDialog(first.window)).toContainText('Never')
  await first.quit()
  expect([408, 'cut off']).toContain(await asking)

  const { window } = await world.launch()
  await openSection(window, 'Activity')
  await expect(
    window.getByRole('main').getByRole('row', { name: /linear_create_issue.*Withdrawn/s }),
  ).toBeVisible()
  await expect(approvalDialog(window)).toHaveCount(0)
  expect(
    world.internet.requests('api.linear.app').filter(({ body }) => body.includes('mutation')),
  ).toHaveLength(0)
})

test('disconnecting takes the token back at the provider and forgets it', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinear(world, window)
  const { token } = await addApp(window, 'Cursor', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  await openIntegration(window, 'Linear')
  await window.getByRole('button', { name: /^Disconnect/ }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(window.getByRole('main').getByText('ada@example.com')).toHaveCount(0)
  expect(world.internet.linear.revoked().length).toBeGreaterThan(0)
  expect(await client.toolNames()).toEqual(['gatehouse_get_result', 'manage_integrations'])
  const refused = await client.call('linear_list_teams')
  expect(refused.structured).toMatchObject({ error: { code: 'INTEGRATIONS_NOT_CONNECTED' } })
})

test('an ended grant makes the connection expired, and Reconnect keeps it', async ({ world }) => {
  // Long enough for the sign-in itself, and short enough that each call asks for a new one first.
  world.internet.linear.accessTokenSeconds = 30
  const { window } = await world.launch()
  await connectLinear(world, window)
  const { token } = await addApp(window, 'Cursor', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  await setApprovalWait(window, 'Cursor', 1)
  world.internet.linear.failNext({ path: '/oauth/token', status: 400, body: { error: 'invalid_grant' } })
  const parked = await client.call('linear_list_teams')
  expect(parked.structured).toMatchObject({ status: 'approval_pending' })

  await openIntegration(window, 'Linear')
  await expect(window.getByText('Sign-in expired').first()).toBeVisible()
  world.internet.linear.accessTokenSeconds = 3_600
  await window.getByRole('button', { name: /^Reconnect/ }).click()
  const { answerConsent } = await import('./fixtures/consent.ts')
  await answerConsent(await world.browser.page('https://linear.app/'), 'allow')
  await expect(window.getByText('Sign-in expired')).toHaveCount(0, { timeout: 20_000 })
  expect((await client.call('linear_list_teams')).isError).toBe(false)
  const creating = client.call('linear_create_issue', {
    team_id: world.internet.linear.workspace.teams[0]?.id,
    title: 'After it',
  })
  await answer(window, 'Allow once')
  expect((await creating).isError).toBe(false)
})

/** Every credential that went over the simulated wire: codes, verifiers, tokens. */
const secretsSeenBy = (world: World): string[] => {
  const bearers = world.internet
    .requests('api.linear.app')
    .flatMap(({ headers }) => /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? [])
  const forms = world.internet
    .requests('api.linear.app')
    .filter(({ url }) => url.endsWith('/oauth/token'))
    .flatMap(({ body }) => {
      const form = new URLSearchParams(body)
      return ['code', 'code_verifier', 'refresh_token'].flatMap((name) => form.get(name) ?? [])
    })
  return [...new Set([...bearers, ...forms])]
}

/** All that lies in the session's keychain, this test's key among it. */
const masterKeys = async (): Promise<string[]> => {
  const { stdout } = await promisify(execFile)('secret-tool', ['search', '--all', 'service', 'gatehouse'])
  return [...stdout.matchAll(/^secret = (.+)$/gm)].map(([, secret = '']) => secret)
}

/** Looks into every file of the folder, also those of Chromium, in the encodings a leak would have. */
const expectAbsent = async (secrets: readonly string[], folder: string): Promise<void> => {
  const needles = secrets.flatMap((secret) => [Buffer.from(secret), Buffer.from(secret, 'utf16le')])
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    const info = await stat(path).catch(() => undefined)
    if (info?.isFile() !== true) continue
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    expect(needles.filter((needle) => bytes.includes(needle)).map(String), `secrets in ${name}`).toEqual([])
  }
}
