import { connectV2 } from './fixtures/mcp-clients.ts'
import { mutations, teamId } from './fixtures/linear.ts'
import {
  addApp,
  approvalDialog,
  connectLinear,
  connectLinearByKey,
  openIntegration,
} from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('disconnecting asks, revokes at the provider, and takes back what waits', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinear(world, window)
  const { token } = await addApp(window, 'Cursor', ['Linear'])
  const client = await connectV2((await world.bridge()).mcp, token)
  const isLinear = (name: string): boolean => name.startsWith('linear_')
  expect((await client.toolNames()).filter(isLinear)).not.toEqual([])

  const waiting = client.call('linear_create_issue', { team_id: teamId(world), title: 'Too late' })
  await approvalDialog(window).getByRole('button', { name: 'Decide later' }).click()
  await openIntegration(window, 'Linear')
  const disconnect = window.getByRole('button', { name: /^Disconnect ada@example\.com/ })
  const confirm = window.getByRole('dialog', { name: /^Disconnect ada@example\.com.*\?$/ })

  await disconnect.click()
  await expect(confirm).toContainText('Gatehouse asks Linear to take the credential back, then forgets it.')
  await confirm.getByRole('button', { name: 'Cancel' }).click()
  await expect(confirm).toHaveCount(0)
  expect(world.internet.linear.revoked()).toEqual([])

  await disconnect.click()
  await confirm.getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(window.getByText(/^ada@example\.com.* is disconnected$/)).toBeVisible()
  await expect(window.getByRole('region', { name: 'Accounts' })).toHaveCount(0)
  expect(world.internet.linear.revoked()).toHaveLength(1)

  expect((await waiting).structured).toMatchObject({ error: { code: 'APPROVAL_WITHDRAWN' } })
  await expect(window.getByText(/requests? waiting/)).toHaveCount(0)
  expect(mutations(world)).toEqual([])
  await expect.poll(async () => (await client.toolNames()).filter(isLinear)).toEqual([])
  const refused = await client.call('linear_list_teams')
  expect(refused.structured).toMatchObject({ error: { code: 'INTEGRATIONS_NOT_CONNECTED' } })
})

test('a provider that cannot be reached does not keep the account; the person is told', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinear(world, window)
  world.internet.linear.failNext({ path: '/oauth/revoke', status: 500 })
  await window.getByRole('button', { name: /^Disconnect ada@example\.com/ }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(window.getByText(/^Linear did not confirm that the credential is void/)).toBeVisible()
  await expect(window.getByRole('region', { name: 'Accounts' })).toHaveCount(0)
  expect(world.internet.linear.revoked()).toEqual([])
})

test('a key is forgotten, and the person is told that it stays valid at the provider', async ({ world }) => {
  const { window } = await world.launch()
  await connectLinearByKey(window)
  await window.getByRole('button', { name: /^Disconnect ada@example\.com/ }).click()
  const confirm = window.getByRole('dialog')
  const stays = 'The key itself stays valid until you remove it in your settings at Linear.'
  await expect(confirm).toContainText(stays)
  await confirm.getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(confirm).toHaveCount(0)
  await expect(window.getByText(stays)).toBeVisible()
  await expect(window.getByRole('region', { name: 'Accounts' })).toHaveCount(0)
})
