import { describe, expect, it } from 'vitest'
import { serveHosted } from '../testing/hosted.ts'
import { json } from '../testing/notes-service.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

const begin = (test: TestHub, host: string) =>
  test.ask('connections.beginSignIn', { integrationId: 'hosted', values: { host } })

const registrations = (test: TestHub) =>
  test.platform.network.requests.filter(({ url }) => url.pathname === '/register')

async function signIn(test: TestHub, host: string): Promise<void> {
  await begin(test, host)
  const page = new URL(test.platform.opened.at(-1) ?? '')
  const answer = new URLSearchParams({ code: 'c', state: page.searchParams.get('state') ?? '' })
  await test.hub.openLink(`app.gatehouse.desktop:/oauth/callback?${answer.toString()}`)
  expect(test.signIns().at(-1)).toMatchObject({ status: 'done' })
}

describe('where apps may register themselves', () => {
  it('the person needs no OAuth app: one is made per server, once', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    await signIn(test, 'one.example.org')
    await begin(test, 'one.example.org')
    await begin(test, 'two.example.org')
    const opened = test.platform.opened.map((address) => new URL(address))
    expect(opened.map(({ host, searchParams }) => [host, searchParams.get('client_id')])).toEqual([
      ['one.example.org', 'client-of-one.example.org'],
      ['one.example.org', 'client-of-one.example.org'],
      ['two.example.org', 'client-of-two.example.org'],
    ])
    expect(registrations(test).map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual(
      Array.from({ length: 2 }, () => ({
        client_name: 'Gatehouse',
        redirect_uris: ['app.gatehouse.desktop:/oauth/callback'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        scope: 'things',
      })),
    )
  })

  it('an app that no account depends on is registered anew: the server may have forgotten it', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    await begin(test, 'one.example.org')
    await begin(test, 'one.example.org')
    expect(registrations(test).length).toBe(2)
    await signIn(test, 'one.example.org')
    await begin(test, 'one.example.org')
    expect(registrations(test).length).toBe(3)
  })

  it('an app of one’s own goes first, at the usual server only: others do not know it', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    test.platform.environment['HOSTED_CLIENT_ID'] = 'mine'
    await begin(test, '')
    await begin(test, 'one.example.org')
    const ids = test.platform.opened.map((address) => new URL(address).searchParams.get('client_id'))
    expect(ids).toEqual(['mine', 'client-of-one.example.org'])
  })

  it('a refusal is told, and nothing is kept or opened', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    test.platform.network.respond = () => json({ error_description: 'Closed.' }, { status: 403 })
    const input = { integrationId: 'hosted', values: { host: 'one.example.org' } }
    expect(await test.refusal('connections.beginSignIn', input)).toMatchObject({
      code: 'SIGN_IN_FAILED',
      message: 'one.example.org did not let Gatehouse register itself: Closed.',
    })
    expect(test.platform.opened).toEqual([])
  })

  it('accounts are taken back where they live, by a token that has not ended', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    server.token = (form) => {
      const isFresh = form.get('grant_type') === 'refresh_token'
      return json({
        access_token: isFresh ? 'access-2' : 'access-1',
        token_type: 'bearer',
        expires_in: 3600,
        refresh_token: 'refresh-1',
      })
    }
    await signIn(test, 'one.example.org')
    test.platform.clock.sleep(3_600_000)
    const { connections } = await test.ask('integrations.get', { integrationId: 'hosted' })
    const connectionId = connections[0]?.id ?? ''
    expect(await test.ask('connections.disconnect', { connectionId })).toEqual({ revoked: true })
    const revoke = test.platform.network.requests.at(-1)
    expect(revoke?.url.href).toBe('https://one.example.org/revoke')
    expect(revoke?.headers.get('authorization')).toBe('Bearer access-2')
  })

  it('forgetting the OAuth app forgets it for every server', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    await begin(test, '')
    await begin(test, 'one.example.org')
    await test.ask('oauthClients.forget', { integrationId: 'hosted' })
    await begin(test, 'one.example.org')
    await begin(test, '')
    expect(registrations(test).length).toBe(4)
  })
})
