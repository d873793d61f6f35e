import type { Page } from '@playwright/test'
import { answerConsent } from './fixtures/consent.ts'
import { openIntegration, setApprovalWait } from './fixtures/steps.ts'
import { accounts, clientFor, connectByForm, connectGitLab, wayIn } from './fixtures/ways-in.ts'
import { expect, test, type World } from './fixtures/world.ts'

test('a grant ended at the provider: the call waits, the person reconnects, and the call gets its answer', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectGitLab(world, window)
  const client = await clientFor(world, window, 'GitLab')
  await world.internet.gitlab.endGrants()

  const waiting = client.call('gitlab_list_projects', { limit: 1 })
  await openIntegration(window, 'GitLab')
  await expect(accounts(window).getByText('Sign-in expired')).toBeVisible()
  await reconnect(world, window)
  const { isError, structured } = await waiting
  expect(isError).toBe(false)
  expect(structured['projects']).toMatchObject([{ path: 'meridian/website' }])
  await expect(accounts(window).getByText('Sign-in expired')).toHaveCount(0)
  await expect(accounts(window).getByRole('listitem')).toHaveCount(1)
  // Once refused, the old refresh token is not shown again.
  expect(grantTypes(world)).toEqual(['authorization_code', 'refresh_token', 'authorization_code'])
})

test('an app that cannot wait that long gets a ticket, and the answer for it after the reconnect', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectGitLab(world, window)
  const client = await clientFor(world, window, 'GitLab')
  await setApprovalWait(window, 'Cursor', 1)
  await world.internet.gitlab.endGrants()

  const { isError, structured } = await client.call('gitlab_list_projects', { limit: 1 })
  expect({ isError, ...structured }).toMatchObject({
    isError: false,
    status: 'approval_pending',
    next: expect.stringContaining('reconnected'),
  })
  await openIntegration(window, 'GitLab')
  await reconnect(world, window)
  await expect(accounts(window).getByText('Sign-in expired')).toHaveCount(0)
  const result = await client.call('gatehouse_get_result', { approval_id: structured['approval_id'] })
  expect(result.structured['projects']).toMatchObject([{ path: 'meridian/website' }])
  expect(lists(world).filter(({ status }) => status === 200)).toHaveLength(1)
})

test('someone else signs in on reconnect: the account stays what it was, and the call goes on waiting', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectGitLab(world, window)
  const client = await clientFor(world, window, 'GitLab')
  await world.internet.gitlab.endGrants()
  const { user } = world.internet.gitlab.data
  const waiting = client.call('gitlab_list_projects', { limit: 1 })
  await openIntegration(window, 'GitLab')
  await expect(accounts(window).getByText('Sign-in expired')).toBeVisible()

  user.id = 3
  user.username = 'grace'
  await reconnect(world, window)
  await expect(window.getByText(/You signed in as grace, but this connection belongs to ada/)).toBeVisible()
  await expect(accounts(window).getByText('Sign-in expired')).toBeVisible()
  user.id = 2
  user.username = 'ada'
  await reconnect(world, window)
  expect((await waiting).isError).toBe(false)
})

test('values that the provider no longer takes: the person enters new ones, and the call gets its answer', async ({
  world,
}) => {
  const { zoom } = world.internet
  const { window } = await world.launch()
  await openIntegration(window, 'Zoom')
  const values = { 'Account ID': 'Acc0unt_meridian', 'Client ID': 'gatehouse-zoom' }
  await connectByForm(wayIn(window, /Server-to-Server/), { ...values, 'Client secret': 'zoom-secret' })
  await expect(accounts(window)).toContainText('ada@example.com')
  const client = await clientFor(world, window, 'Zoom')
  zoom.endTokens()
  zoom.appSecret = 'zoom-secret-rotated'

  const waiting = client.call('zoom_list_meetings')
  await openIntegration(window, 'Zoom')
  await expect(accounts(window).getByText('Sign-in expired')).toBeVisible()
  await accounts(window)
    .getByRole('button', { name: /^Reconnect/ })
    .click()
  await connectByForm(accounts(window), { ...values, 'Client secret': 'zoom-secret-rotated' })
  expect((await waiting).structured['meetings']).toMatchObject([{ topic: 'Launch review' }, {}])
  await expect(accounts(window).getByText('Sign-in expired')).toHaveCount(0)
})

test('fifty calls at once when the token has ended: one asks for the next, and none is lost', async ({
  world,
}) => {
  const { gitlab } = world.internet
  gitlab.accessTokenSeconds = 4
  const { window } = await world.launch()
  await connectGitLab(world, window)
  const client = await clientFor(world, window, 'GitLab')
  const given = gitlab.tokenRequests().at(-1)?.at ?? 0
  await expect.poll(() => Date.now() - given).toBeGreaterThan(4_000)
  gitlab.accessTokenSeconds = 7_200
  const before = gitlab.tokenRequests().length

  const calls = Array.from({ length: 50 }, (_call, index) =>
    client.call('gitlab_get_issue', { project_id: 'meridian/website', issue_number: 1 + (index % 4) }),
  )
  const answers = await Promise.all(calls)
  expect(answers.filter(({ isError }) => isError)).toEqual([])
  expect(answers.map(({ structured }) => structured['number'])).toEqual(
    answers.map((_, index) => 1 + (index % 4)),
  )
  expect(gitlab.tokenRequests().slice(before)).toMatchObject([{ grantType: 'refresh_token', status: 200 }])
  const issues = world.internet.requests('gitlab.com').filter(({ url }) => url.includes('/issues/'))
  expect(issues.map(({ status }) => status)).toEqual(issues.map(() => 200))
  expect(issues).toHaveLength(50)
  // The server ends a grant whose refresh token is used twice: it still works.
  expect((await client.call('gitlab_list_projects', { limit: 1 })).isError).toBe(false)
  expect(gitlab.tokenRequests()).toHaveLength(before + 1)
})

const reconnect = async (world: World, window: Page): Promise<void> => {
  await accounts(window)
    .getByRole('button', { name: /^Reconnect/ })
    .click()
  await answerConsent(await world.browser.page('https://gitlab.com/'), 'allow')
}

const grantTypes = (world: World) => world.internet.gitlab.tokenRequests().map(({ grantType }) => grantType)

const lists = (world: World) =>
  world.internet.requests('gitlab.com').filter(({ url }) => url.includes('/api/v4/projects?'))
