import { describe, expect, it } from 'vitest'
import { serveHosted } from '../testing/hosted.ts'
import { json } from '../testing/notes-service.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

const pending = (error: string) => json({ error }, { status: 400 })
const granted = () => json({ access_token: 'access-1', token_type: 'bearer', scope: 'things' })

async function begin(test: TestHub) {
  test.platform.environment['HOSTED_CLIENT_ID'] = 'client-1'
  return await test.ask('connections.beginSignIn', { integrationId: 'hosted', by: 'device' })
}

const polls = (test: TestHub): number =>
  test.platform.network.requests.filter(({ url }) => url.pathname === '/token').length

describe('a sign-in by code', () => {
  it('shows the code, opens its page, and ends with an account when it was entered', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    server.token = () => pending('authorization_pending')
    const signIn = await begin(test)
    expect(signIn).toMatchObject({
      status: 'waiting',
      device: { code: 'ABCD-EFGH', page: 'https://hosted.example/activate' },
    })
    expect(test.platform.opened).toEqual(['https://hosted.example/activate?code=ABCD-EFGH'])
    await test.platform.clock.advance(5_000)
    let form = new URLSearchParams()
    server.token = (sent) => {
      form = sent
      return granted()
    }
    await test.platform.clock.advance(5_000)
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'device-1',
      client_id: 'client-1',
    })
    expect(test.signIns()).toMatchObject([{ id: signIn.id, status: 'done', device: null }])
    const { connections } = await test.ask('integrations.get', { integrationId: 'hosted' })
    expect(connections).toMatchObject([{ authType: 'oauth2', status: 'active', scopes: ['things'] }])
  })

  it('asks no more often than the provider wants, and less often when told to slow down', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    server.token = () => pending('slow_down')
    await begin(test)
    await test.platform.clock.advance(4_999)
    expect(polls(test)).toBe(0)
    await test.platform.clock.advance(1)
    expect(polls(test)).toBe(1)
    server.token = () => pending('authorization_pending')
    await test.platform.clock.advance(9_999)
    expect(polls(test)).toBe(1)
    await test.platform.clock.advance(1)
    expect(polls(test)).toBe(2)
  })

  it('goes on after a lost connection: the person may be entering the code just now', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    server.token = () => {
      throw new TypeError('fetch failed')
    }
    await begin(test)
    await test.platform.clock.advance(5_000)
    server.token = granted
    await test.platform.clock.advance(10_000)
    expect(test.signIns().at(-1)).toMatchObject({ status: 'done' })
  })

  it.each([
    ['access_denied', /Access was not allowed/],
    ['expired_token', /not entered at Hosted in time/],
    ['invalid_client', /does not accept this OAuth client/],
  ])('ends with a sentence when the provider says %s, and asks no more', async (error, message) => {
    const test = createTestHub()
    serveHosted(test.platform).token = () => pending(error)
    await begin(test)
    await test.platform.clock.advance(60_000)
    expect(test.signIns()).toMatchObject([
      { status: 'failed', device: null, problem: { message: expect.stringMatching(message) as string } },
    ])
    expect(polls(test)).toBe(1)
  })

  it('ends when its time is up, whatever the provider says', async () => {
    const test = createTestHub()
    serveHosted(test.platform).token = () => pending('authorization_pending')
    await begin(test)
    await test.platform.clock.advance(900_000 + 5_000)
    expect(test.signIns()).toMatchObject([{ status: 'failed' }])
    expect(test.platform.clock.pending()).toBe(0)
  })

  it('that was cancelled stays cancelled, also when its answer is already on the way', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    let answer = (_response: Response): void => undefined
    const waiting = new Promise<Response>((resolve) => (answer = resolve))
    test.platform.network.respond = ((respond) => (request) =>
      request.url.pathname === '/token' ? waiting : respond(request))(test.platform.network.respond)
    server.token = granted
    const { id: signInId } = await begin(test)
    await test.platform.clock.advance(5_000)
    await test.ask('connections.cancelSignIn', { signInId })
    answer(granted())
    await test.platform.clock.advance(60_000)
    expect(test.signIns()).toEqual([])
    expect((await test.ask('integrations.get', { integrationId: 'hosted' })).connections).toEqual([])
  })

  it.each(['http://hosted.example/activate', 'file:///etc/passwd', 'app.gatehouse.desktop:/x', 'no address'])(
    'opens nothing but web pages: %s',
    async (page) => {
      const test = createTestHub()
      serveHosted(test.platform)
      const { respond } = test.platform.network
      test.platform.network.respond = async (request) => {
        const response = await respond(request)
        if (request.url.pathname !== '/device') return response
        const body = (await response.json()) as object
        return json({ ...body, verification_uri: page, verification_uri_complete: page })
      }
      test.platform.environment['HOSTED_CLIENT_ID'] = 'client-1'
      const input = { integrationId: 'hosted', by: 'device' } as const
      expect((await test.refusal('connections.beginSignIn', input)).code).toBe('SIGN_IN_FAILED')
      expect(test.platform.opened).toEqual([])
      expect(test.platform.clock.pending()).toBe(0)
    },
  )

  it('is not there for integrations without it', async () => {
    const test = createTestHub()
    const error = await test.refusal('connections.beginSignIn', { integrationId: 'notes', by: 'device' })
    expect(error.code).toBe('INTEGRATIONS_NOT_CONFIGURED')
  })
})
