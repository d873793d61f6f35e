import { connectV2 } from './fixtures/mcp-clients.ts'
import { addApp, answer, approvalDialog, connectLinearByKey, openIntegration } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('a default team is picked from the account, and calls may leave it out', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  const [team] = world.internet.linear.workspace.teams
  await window.getByRole('button', { name: 'Choose default Team' }).click()
  await window.getByRole('combobox', { name: 'Default: Team' }).selectOption({ label: team?.name ?? '' })
  await expect(
    window.getByRole('region', { name: 'Accounts' }).getByText(team?.name ?? '', { exact: true }),
  ).toBeVisible()

  const { token } = await addApp(window, 'Cursor', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  const creating = client.call('linear_create_issue', { title: 'Without a team' })
  await expect(approvalDialog(window)).toContainText(team?.id ?? 'no team')
  await answer(window, 'Allow once')
  expect((await creating).isError).toBe(false)

  await openIntegration(window, 'Linear')
  await window.getByRole('button', { name: 'Clear default Team' }).click()
  await expect(window.getByRole('button', { name: 'Clear default Team' })).toHaveCount(0)
  const refused = await client.call('linear_create_issue', { title: 'Without a team' })
  expect(refused.structured).toMatchObject({ error: { code: 'INVALID_PARAMS' } })
})
