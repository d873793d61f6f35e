import { answerConsent } from './fixtures/consent.ts'
import { connectV2 } from './fixtures/mcp-clients.ts'
import { addApp, answer, openIntegration } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

test('GitHub by personal access token: read at once, write after Allow', async ({ world }) => {
  const { window } = await world.launch()
  await openIntegration(window, 'GitHub')
  await window.getByRole('textbox', { name: /access token/i }).fill('github_pat_valid')
  await window.getByRole('button', { name: 'Save key' }).click()
  await expect(window.getByText(/^Connected as/)).toBeVisible()
  const { token } = await addApp(window, 'Claude Desktop', ['GitHub'])
  const client = await connectV2((await world.bridge()).mcp, token)

  const repos = await client.call('github_list_repos')
  expect(repos.isError).toBe(false)
  const [first] = repos.structured['repos'] as { repo: string }[]
  const [owner, repo] = (first?.repo ?? '').split('/')
  const creating = client.call('github_create_issue', { owner, repo, title: 'Ünïcode & <tags>' })
  await answer(window, 'Allow once')
  expect((await creating).isError).toBe(false)
  const posts = world.internet.requests('api.github.com').filter(({ method }) => method === 'POST')
  expect(posts).toHaveLength(1)
  expect(posts[0]?.headers).toMatchObject({
    authorization: 'Bearer github_pat_valid',
    'x-github-api-version': '2022-11-28',
  })
})

test('GitHub by browser, with an OAuth app of the person’s own', async ({ world }) => {
  const { window } = await world.launch()
  await openIntegration(window, 'GitHub')
  await window.getByLabel('Client ID').fill('gatehouse-github')
  await window.getByRole('textbox', { name: /Client secret/ }).fill('github-secret')
  await window.getByRole('button', { name: 'Save OAuth app' }).click()
  await window.getByRole('button', { name: 'Connect with browser' }).click()
  await answerConsent(await world.browser.page('https://github.com/'), 'allow')
  await expect(window.getByRole('region', { name: 'Accounts' })).toBeVisible({ timeout: 20_000 })
  await window.getByRole('button', { name: /^Disconnect/ }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(window.getByRole('region', { name: 'Accounts' })).toHaveCount(0)
  expect(world.internet.github.revoked()).toHaveLength(1)
})
