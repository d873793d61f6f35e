import { describe, expect, test } from 'vitest'
import { gitlab } from '../../../registry/developer-tools/gitlab.ts'
import { createToolCaller } from '../tool-caller.ts'
import { useInternet } from '../use-internet.ts'
import { deviceGrant } from './servers.ts'

const outside = useInternet()
const application = { client_id: 'gatehouse-gitlab' }
const redirect_uri = 'app.gatehouse.desktop:/oauth/callback'
const ended = { error: 'invalid_grant' }

type Fields = Readonly<Record<string, string>>

const post = async (path: string, fields: Fields) => {
  const response = await outside.client.postForm(`https://gitlab.com${path}`, { ...fields })
  return { status: response.status, body: (await response.json()) as Fields }
}

const poll = (code: Fields) => {
  outside.internet.gitlab.pollSeconds = 0
  return post('/oauth/token', {
    ...application,
    grant_type: deviceGrant,
    device_code: code['device_code'] ?? '',
  })
}

/** The person opens the address with the code, says that it is the device's, signs in if asked, and answers. */
const enterCode = async (code: Fields, answer: 'allow' | 'deny'): Promise<string> => {
  const { browse, submit } = outside.client
  const form = await browse(code['verification_uri_complete'] ?? '')
  expect(form.html).toContain(`aria-label="Code" value="${code['user_code']}"`)
  let page = await submit(form, { user_code: code['user_code'] ?? '' })
  expect(page.html).toContain(`<code>${code['user_code']}</code>`)
  page = await submit(page, {})
  if (page.html.includes('name="email"')) page = await submit(page, { email: 'ada@example.com' })
  return (await submit(page, { answer })).html
}

const askForCode = async (): Promise<Fields> => {
  const { status, body } = await post('/oauth/authorize_device', { ...application, scope: 'api' })
  expect(status).toBe(200)
  return body
}

const signIn = async (): Promise<Fields> => {
  const code = await askForCode()
  await enterCode(code, 'allow')
  return (await poll(code)).body
}

const getUser = (host: string, token = '') =>
  outside.client.request(`https://${host}/api/v4/user`, { headers: { authorization: `Bearer ${token}` } })

describe('a device code', () => {
  test('is pending until it was entered and allowed, and gives tokens once', async () => {
    const code = await askForCode()
    expect(code).toMatchObject({ verification_uri: 'https://gitlab.com/oauth/device', expires_in: 300 })
    expect(code['user_code']).toMatch(/^[A-Z]{8}$/)
    expect(await poll(code)).toMatchObject({ status: 400, body: { error: 'authorization_pending' } })
    expect(await enterCode(code, 'allow')).toContain('Your device is connected')
    const { status, body } = await poll(code)
    expect(status).toBe(200)
    expect(body).toMatchObject({ scope: 'api', expires_in: 7200, created_at: expect.any(Number) })
    expect((await getUser('gitlab.com', body['access_token'])).status).toBe(200)
    expect(await poll(code)).toMatchObject({ status: 400, body: ended })
  })

  test('that is refused gives nothing', async () => {
    const code = await askForCode()
    expect(await enterCode(code, 'deny')).toContain('The sign-in was not allowed.')
    expect(await poll(code)).toMatchObject({ status: 400, body: { error: 'access_denied' } })
  })

  test('that is asked for too often slows the program down', async () => {
    const code = await askForCode()
    await poll(code)
    outside.internet.gitlab.pollSeconds = 5
    const again = { ...application, grant_type: deviceGrant, device_code: code['device_code'] ?? '' }
    expect((await post('/oauth/token', again)).body).toEqual({ error: 'slow_down' })
  })
})

describe('a token', () => {
  test('of one server is worth nothing at another', async () => {
    const { access_token } = await signIn()
    expect((await getUser('git.example.org', access_token)).status).toBe(401)
    expect((await getUser('gitlab.com')).status).toBe(401)
  })

  test('is renewed once: both old ones are dead then, and using one again ends the grant', async () => {
    const first = await signIn()
    const refresh = {
      ...application,
      grant_type: 'refresh_token',
      refresh_token: first['refresh_token'] ?? '',
    }
    expect((await post('/oauth/token', refresh)).body['error_description']).toContain('redirect_uri')
    const second = await post('/oauth/token', { ...refresh, redirect_uri })
    expect(second.status).toBe(200)
    expect((await getUser('gitlab.com', second.body['access_token'])).status).toBe(200)
    expect(await post('/oauth/token', { ...refresh, redirect_uri })).toMatchObject({ body: ended })
    expect((await getUser('gitlab.com', second.body['access_token'])).status).toBe(401)
  })

  test('ends with its grant', async () => {
    const tokens = await signIn()
    await outside.internet.gitlab.endGrants()
    expect((await getUser('gitlab.com', tokens['access_token'])).status).toBe(401)
    const refresh_token = tokens['refresh_token'] ?? ''
    const refresh = { ...application, grant_type: 'refresh_token', refresh_token, redirect_uri }
    expect(await post('/oauth/token', refresh)).toMatchObject({ status: 400, body: ended })
  })

  test('is taken back by the application it belongs to', async () => {
    const { access_token, refresh_token = '' } = await signIn()
    expect((await post('/oauth/revoke', { ...application, token: refresh_token })).status).toBe(200)
    expect((await getUser('gitlab.com', access_token)).status).toBe(401)
    expect(outside.internet.gitlab.revoked()).toEqual([refresh_token])
  })
})

test('the tools send what GitLab takes, to the server of the account', async () => {
  const account = { authorization: 'Bearer glpat-example', site: { host: 'git.example.org' } }
  const call = createToolCaller(outside.client, gitlab, account)
  const first = await call('gitlab_list_projects', { limit: 1 })
  expect(first).toMatchObject({ projects: [{ path: 'workshop/looms' }], next_cursor: '2' })
  const second = await call('gitlab_list_projects', { limit: 1, cursor: '2' })
  expect(second).toEqual({ projects: [expect.objectContaining({ path: 'workshop/clocks' })] })
  const project_id = 'workshop/looms'
  const filter = { project_id, labels: ['bug'], assignee: 'ada', query: 'ACCENTS' }
  expect(await call('gitlab_list_issues', filter)).toMatchObject({ issues: [{ number: 1 }] })
  const created = await call('gitlab_create_issue', { project_id, title: 'New', labels: ['bug', 'ui'] })
  expect(created).toMatchObject({ number: 5, labels: ['bug', 'ui'], author: 'ada' })
  expect(await call('gitlab_get_issue', { project_id, issue_number: 5 })).toMatchObject({
    url: 'https://git.example.org/workshop/looms/-/issues/5',
    title: 'New',
  })
  await expect(call('gitlab_get_issue', { project_id, issue_number: 9 })).rejects.toThrow(/404 Issue/)
  await expect(call('gitlab_list_issues', { project_id: 'no/such' })).rejects.toThrow(/404 Project/)
})
