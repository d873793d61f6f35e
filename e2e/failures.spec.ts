import { connectV2, type McpClient } from './fixtures/mcp-clients.ts'
import { addApp, connectLinearByKey, openIntegration, setApprovalWait } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('bad input and a broken provider: each its code and a sentence, and the app stays up', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  const { token } = await addApp(window, 'Script', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  const { linear } = world.internet
  const path = '/graphql'

  await expectError(client, 'linear_make_coffee', {}, 'RESOURCE_NOT_FOUND')
  await expectError(client, 'github_list_repos', {}, 'INTEGRATIONS_NOT_CONFIGURED')
  const bad = await expectError(
    client,
    'linear_create_issue',
    { team_id: 7, title: '', colour: 'red' },
    'INVALID_PARAMS',
  )
  const fields = bad['details'] as { fields: { path: string; reason: string }[] }
  expect(fields.fields.map(({ path: at }) => at)).toEqual(expect.arrayContaining(['team_id', 'title']))
  expect(fields.fields.every(({ reason }) => reason.length > 5)).toBe(true)

  linear.failNext({ path, status: 429, headers: { 'retry-after': '30' }, body: { error: 'slow down' } })
  const limited = await expectError(client, 'linear_list_teams', {}, 'RATE_LIMITED')
  expect(limited['details']).toMatchObject({ retryAfterSeconds: 30 })

  linear.failNext({ path, status: 500, body: { errors: [{ message: 'Internal error' }] } })
  await expectError(client, 'linear_list_teams', {}, 'INTEGRATIONS_EXECUTION_FAILED')

  linear.failNext({ path, status: 200, body: '<html>Welcome to the hotel’s network</html>' })
  await expectError(client, 'linear_list_teams', {}, 'INTEGRATIONS_EXECUTION_FAILED')

  await setApprovalWait(window, 'Script', 1)
  linear.failNext({ path, status: 401, body: { errors: [{ message: 'Authentication required' }] } })
  expect((await client.call('linear_list_teams')).structured).toMatchObject({ status: 'approval_pending' })
  await openIntegration(window, 'Linear')
  await expect(window.getByText('Sign-in expired').first()).toBeVisible()

  linear.clearFailures()
  expect((await client.call('linear_list_teams')).isError).toBe(false)
  await expect(window.getByText('Sign-in expired')).toHaveCount(0)
})

test('a provider that never answers: a time-out and not a hanging call', async ({ world }) => {
  test.setTimeout(90_000)
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
  const { token } = await addApp(window, 'Script', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  world.internet.linear.failNext({ path: '/graphql', delayMs: Number.POSITIVE_INFINITY })
  await expectError(client, 'linear_list_teams', {}, 'TIMEOUT')
  world.internet.linear.clearFailures()
  expect((await client.call('linear_list_teams')).isError).toBe(false)
})

test('a wrong key is told from a provider that cannot be reached, and nothing is saved', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectLinearByKey(window, 'lin_api_wrong')
  await expect(window.getByText(/does not accept this key/)).toBeVisible()
  world.internet.linear.failNext({ path: '/graphql', status: 503, body: 'upstream' })
  await window.getByRole('button', { name: 'Save key' }).click()
  await expect(window.getByText(/does not accept this key/)).toHaveCount(0)
  await expect(window.getByRole('region', { name: 'Accounts' })).toHaveCount(0)
  world.internet.linear.clearFailures()
  await window.getByRole('textbox', { name: 'Personal API key' }).fill('lin_api_valid')
  await window.getByRole('button', { name: 'Save key' }).click()
  await expect(window.getByRole('main').getByText('ada@example.com').first()).toBeVisible()
})

const expectError = async (
  client: McpClient,
  tool: string,
  args: Record<string, unknown>,
  code: string,
): Promise<Record<string, unknown>> => {
  const answer = await client.call(tool, args)
  const error = answer.structured['error'] as Record<string, unknown>
  expect(answer.isError, `${tool} ${code}`).toBe(true)
  expect(error, `${tool} ${code}`).toMatchObject({
    code,
    message: expect.stringMatching(/\w+ \w+/),
    remedy: expect.any(String),
  })
  return error
}
