import { answerConsent } from './fixtures/consent.ts'
import { answer, approvalDialog, openIntegration } from './fixtures/steps.ts'
import {
  accounts,
  byBrowser,
  clientFor,
  connectByForm,
  connectGitLab,
  enterClient,
  wayIn,
} from './fixtures/ways-in.ts'
import { expect, test, type World } from './fixtures/world.ts'

test('two servers, an account on each: every call goes to its own, never with the other’s token', async ({
  world,
}) => {
  const { window } = await world.launch()
  await connectGitLab(world, window)

  await byBrowser(window).getByLabel('Server').fill('https://git.example.org/')
  await byBrowser(window).getByRole('button', { name: 'Connect with browser' }).click()
  await expect(byBrowser(window).getByLabel('Client ID')).toBeVisible()
  // The console of the usual server is of no use here.
  await expect(byBrowser(window).getByRole('button', { name: /developer console/ })).toHaveCount(0)
  expect(world.internet.requests('git.example.org')).toEqual([])
  await enterClient(window, 'gatehouse-git-example', 'git-example-secret')
  await answerConsent(await world.browser.page('https://git.example.org/'), 'allow')
  await expect(accounts(window).getByRole('listitem')).toHaveCount(2)
  await expect(accounts(window)).toContainText('ada (git.example.org)')

  const client = await clientFor(world, window, 'GitLab')
  const projectsOf = async (account: string) =>
    (await client.call('gitlab_list_projects', { account, limit: 1 })).structured['projects']
  expect(await projectsOf('ada')).toMatchObject([{ path: 'meridian/website' }])
  expect(await projectsOf('ada (git.example.org)')).toMatchObject([{ path: 'workshop/looms' }])
  const issue = { account: 'ada (git.example.org)', project_id: 'workshop/looms', title: 'Oil the shuttle' }
  const creating = client.call('gitlab_create_issue', issue)
  await expect(approvalDialog(window)).toContainText('ada (git.example.org)')
  await answer(window, 'Allow once')
  expect((await creating).isError).toBe(false)
  expect(world.internet.gitExample.data.issues.at(-1)).toMatchObject({ title: 'Oil the shuttle' })

  const [here, there] = [tokensSeen(world, 'gitlab.com'), tokensSeen(world, 'git.example.org')]
  expect(here.size).toBeGreaterThan(0)
  expect(there.size).toBeGreaterThan(0)
  expect([...here].filter((token) => there.has(token))).toEqual([])
  expect(clientsSeen(world, 'gitlab.com')).toEqual(new Set(['gatehouse-gitlab']))

  await openIntegration(window, 'GitLab')
  await window.getByRole('button', { name: 'Disconnect ada (git.example.org)', exact: true }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Disconnect', exact: true }).click()
  await expect(accounts(window).getByRole('listitem')).toHaveCount(1)
  expect(world.internet.gitExample.revoked()).toHaveLength(1)
  expect(world.internet.gitlab.revoked()).toEqual([])
  expect(await projectsOf('ada')).toMatchObject([{ path: 'meridian/website' }])
  expect(clientsSeen(world, 'git.example.org')).toEqual(new Set(['gatehouse-git-example']))
})

test('Mastodon: a server is named, nothing is registered by the person, and an app posts after Allow', async ({
  world,
}) => {
  const { statuses } = world.internet.mastodon.data
  const { window } = await world.launch()
  await openIntegration(window, 'Mastodon')
  await expect(byBrowser(window).getByText(/registers itself at Mastodon/)).toBeVisible()
  await byBrowser(window).getByLabel('Server').fill('Fedi.Example.org')
  await byBrowser(window).getByRole('button', { name: 'Connect with browser' }).click()
  await expect(window.getByText('Waiting for your browser…')).toBeVisible()
  await answerConsent(await world.browser.page('https://fedi.example.org/'), 'allow')
  await expect(accounts(window)).toContainText('@ada@fedi.example.org')
  const asked = posts(world, 'fedi.example.org').map(({ url }) => new URL(url).pathname)
  expect(asked.filter((path) => !path.startsWith('/oauth/sign-in/'))).toEqual([
    '/api/v1/apps',
    '/oauth/token',
  ])

  const client = await clientFor(world, window, 'Mastodon')
  const { structured } = await client.call('mastodon_get_home_timeline', { limit: 1 })
  expect(structured['posts']).toMatchObject([{ author: 'grace@tooting.example.net' }])
  const before = statuses.length
  const posting = client.call('mastodon_create_post', { text: 'Grüße aus dem Maschinenraum ☕' })
  await expect(approvalDialog(window)).toContainText('Grüße aus dem Maschinenraum ☕')
  expect(statuses).toHaveLength(before)
  await answer(window, 'Allow once')
  expect((await posting).isError).toBe(false)
  expect(statuses).toHaveLength(before + 1)
  expect(statuses[0]).toMatchObject({ text: 'Grüße aus dem Maschinenraum ☕', account: { acct: 'ada' } })
})

test('a server that lets no app register is told in its own words; nothing opens and nothing is kept', async ({
  world,
}) => {
  const body = { error: 'Registrations are closed' }
  world.internet.mastodon.failNext({ path: '/api/v1/apps', status: 403, body })
  const { window } = await world.launch()
  await openIntegration(window, 'Mastodon')
  await byBrowser(window).getByLabel('Server').fill('fedi.example.org')
  await byBrowser(window).getByRole('button', { name: 'Connect with browser' }).click()
  const refusal = 'fedi.example.org did not let Gatehouse register itself: Registrations are closed.'
  await expect(window.getByText(refusal)).toBeVisible()
  expect(await world.browser.opened()).toEqual([])
  await byBrowser(window).getByLabel('Server').fill('http://fedi.example.org')
  await byBrowser(window).getByRole('button', { name: 'Connect with browser' }).click()
  await expect(byBrowser(window).getByRole('alert')).toContainText('It must use https.')
  expect(world.internet.requests('fedi.example.org')).toHaveLength(1)
})

test('Zoom by several values: a wrong one is told at once; a token that ends mid-way is renewed', async ({
  world,
}) => {
  const { zoom } = world.internet
  const { window } = await world.launch()
  await openIntegration(window, 'Zoom')
  const form = wayIn(window, /Server-to-Server OAuth app/)
  const values = { 'Account ID': 'Acc0unt_meridian', 'Client ID': 'gatehouse-zoom' }
  await connectByForm(form, { ...values, 'Client secret': 'wrong-zoom-secret' })
  await expect(form.getByRole('alert')).toContainText('Zoom does not accept these values.')
  await expect(accounts(window)).toHaveCount(0)
  expect(world.internet.requests('api.zoom.us')).toEqual([])
  await connectByForm(form, { 'Client secret': 'zoom-secret' })
  await expect(accounts(window)).toContainText('ada@example.com')
  await expect(form.getByRole('textbox', { name: 'Client secret', exact: true })).toHaveValue('')

  const client = await clientFor(world, window, 'Zoom')
  const topics = async () =>
    ((await client.call('zoom_list_meetings')).structured['meetings'] as { topic: string }[])[0]?.topic
  // First the token ends without a word, then by the time it was given for.
  zoom.endTokens()
  zoom.tokenSeconds = 2
  expect(await topics()).toBe('Launch review')
  await window.waitForTimeout(2_100)
  zoom.tokenSeconds = 3_599
  expect(await topics()).toBe('Launch review')
  expect(zoom.tokenRequests()).toEqual([400, 200, 200, 200])
  const answers = world.internet.requests('api.zoom.us').map(({ status }) => status)
  expect(answers).toEqual([200, 401, 200, 200])
  await openIntegration(window, 'Zoom')
  await expect(accounts(window).getByText('Sign-in expired')).toHaveCount(0)
})

test('Jira by site, e-mail and token: a wrong token is told; the right one goes to that site alone', async ({
  world,
}) => {
  const { window } = await world.launch()
  await openIntegration(window, 'Jira')
  const form = wayIn(window, /API token/)
  const values = {
    Site: 'https://acme.atlassian.net/jira/your-work',
    'E-mail of your Atlassian account': 'ada@example.com',
  }
  await connectByForm(form, { ...values, 'API token': 'ATATT-wrong' })
  await expect(form.getByRole('alert')).toContainText(/Jira does not accept/)
  await expect(accounts(window)).toHaveCount(0)
  await connectByForm(form, { 'API token': 'ATATT-valid' })
  await expect(accounts(window)).toContainText('ada@example.com (acme)')

  const client = await clientFor(world, window, 'Jira')
  const { structured } = await client.call('jira_get_issue', { issue: 'LOOM-1' })
  expect(structured).toMatchObject({ title: 'Threads snap at speed' })
  const commenting = client.call('jira_add_comment', { issue: 'LOOM-1', body: 'Oiled **twice**.' })
  await answer(window, 'Allow once')
  expect((await commenting).isError).toBe(false)
  const sent = world.internet.requests('acme.atlassian.net')
  const [wrong, ...right] = sent.map(({ headers }) =>
    Buffer.from(headers['authorization']?.slice(6) ?? '', 'base64').toString(),
  )
  expect(wrong).toBe('ada@example.com:ATATT-wrong')
  expect(new Set(right)).toEqual(new Set(['ada@example.com:ATATT-valid']))
  expect(new Set(world.internet.requests().map(({ url }) => new URL(url).host))).toEqual(
    new Set(['acme.atlassian.net']),
  )
})

const posts = (world: World, host: string) =>
  world.internet.requests(host).filter(({ method }) => method === 'POST')

const tokensSeen = (world: World, host: string): ReadonlySet<string> =>
  new Set(world.internet.requests(host).flatMap(({ headers }) => headers['authorization'] ?? []))

const clientsSeen = (world: World, host: string): ReadonlySet<string> =>
  new Set(posts(world, host).flatMap(({ body }) => new URLSearchParams(body).get('client_id') ?? []))
