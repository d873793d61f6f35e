import { describe, expect, it, vi } from 'vitest'
import { hosted, serveHosted } from '../testing/hosted.ts'
import { json } from '../testing/notes-service.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

const BASIC = { integrationId: 'hosted', method: 'api_key' } as const
const APP = { integrationId: 'hosted', method: 'client_credentials' } as const
const appValues = { host: 'one.example.org', app_id: 'app', app_secret: 's3cret' }

const addresses = (test: TestHub): string[] =>
  test.platform.network.requests.map(({ method, url }) => `${method} ${url.href}`)

async function accounts(test: TestHub) {
  return (await test.ask('integrations.get', { integrationId: 'hosted' })).connections
}

describe('accounts on servers of their own', () => {
  it('are reached there, with the credential of each, and nowhere else', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    for (const host of ['one.example.org', 'two.example.org']) {
      const values = { host, email: 'ada@example.com', token: `tok-${host.slice(0, 3)}` }
      await test.ask('connections.connectWithKey', { ...BASIC, values })
    }
    expect(await accounts(test)).toMatchObject([
      { accountName: 'ada@one.example.org', site: { host: 'one.example.org' } },
      { accountName: 'ada@two.example.org', site: { host: 'two.example.org' } },
    ])
    const app = await test.pair()
    await app.call('hosted_get_thing', {}, { account: 'ada@two.example.org' })
    const last = test.platform.network.requests.at(-1)
    expect(last?.url.href).toBe('https://two.example.org/api/thing')
    const sent = last?.headers.get('authorization')?.replace('Basic ', '') ?? ''
    expect(Buffer.from(sent, 'base64').toString()).toBe('ada@example.com:tok-two')
  })

  it('survive a restart with the place they live at', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    const values = { host: 'one.example.org', email: 'ada@example.com', token: 'tok-1' }
    await test.ask('connections.connectWithKey', { ...BASIC, values })
    const again = await test.restart()
    serveHosted(again.platform)
    const app = await again.pair()
    expect((await app.call('hosted_get_thing')).body.data).toEqual({ id: 'ada' })
    expect(addresses(again).at(-1)).toBe('GET https://one.example.org/api/thing')
  })

  it('cannot be connected at a made-up host: nothing is sent', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    const values = { host: 'http://one.example.org', email: 'a', token: 'tok-1' }
    const error = await test.refusal('connections.connectWithKey', { ...BASIC, values })
    expect(error).toMatchObject({ code: 'INVALID_PARAMS', details: { fields: [{ path: 'host' }] } })
    expect(test.platform.network.requests).toEqual([])
  })

  it('whose provider names an unusable place are not kept', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    const account = { id: 'x', name: 'x', site: { dc: 'evil.example/' } }
    const said = vi.spyOn(hosted.account, 'identify').mockResolvedValue(account)
    const values = { host: 'one.example.org', email: 'a', token: 'tok-1' }
    const error = await test.refusal('connections.connectWithKey', { ...BASIC, values })
    said.mockRestore()
    expect(error.code).toBe('INTEGRATIONS_EXECUTION_FAILED')
    expect(await accounts(test)).toEqual([])
  })
})

describe('values that are exchanged for tokens', () => {
  it('are tried at once, and the token is what calls carry', async () => {
    const test = createTestHub()
    serveHosted(test.platform)
    await test.ask('connections.connectWithKey', { ...APP, values: appValues })
    const [exchange, me] = test.platform.network.requests
    expect(exchange?.url.href).toBe('https://one.example.org/token')
    expect(exchange?.body).toBe('grant_type=client_credentials&audience=app')
    expect(exchange?.headers.get('authorization')).toBe(`Basic ${btoa('app:s3cret')}`)
    expect(me?.headers.get('authorization')).toBe('Bearer access-1')
  })

  it.each([
    [400, 'KEY_REJECTED'],
    [401, 'KEY_REJECTED'],
    [429, 'RATE_LIMITED'],
    [503, 'INTEGRATIONS_EXECUTION_FAILED'],
  ])('refused with %i leave nothing behind, and say what it was', async (status, code) => {
    const test = createTestHub()
    serveHosted(test.platform).token = () => json({ error_description: 'Unknown app.' }, { status })
    const error = await test.refusal('connections.connectWithKey', { ...APP, values: appValues })
    expect(error).toMatchObject({ code, message: expect.stringMatching(/It says: Unknown app\.$/) as string })
    expect(await accounts(test)).toEqual([])
  })

  it('that could not be tried are told from wrong ones', async () => {
    const test = createTestHub()
    test.platform.network.respond = () => {
      throw new TypeError('fetch failed')
    }
    const error = await test.refusal('connections.connectWithKey', { ...APP, values: appValues })
    expect(error.code).toBe('NETWORK')
  })

  it('are exchanged again when the token ends, once for however many calls', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    let given = 0
    server.token = () => json({ access_token: `access-${(given += 1)}`, expires_in: 3600 })
    await test.ask('connections.connectWithKey', { ...APP, values: appValues })
    const app = await test.pair()
    test.platform.clock.sleep(3_600_000)
    await Promise.all(Array.from({ length: 10 }, () => app.call('hosted_get_thing')))
    expect(given).toBe(2)
    expect(test.platform.network.requests.at(-1)?.headers.get('authorization')).toBe('Bearer access-2')
  })

  it('are exchanged again when an answer of another status says that the token has ended', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    let given = 0
    server.token = () => json({ access_token: `access-${(given += 1)}` })
    await test.ask('connections.connectWithKey', { ...APP, values: appValues })
    server.api = ({ headers }) =>
      headers.get('authorization') === 'Bearer access-1'
        ? json({ error: 'ExpiredToken' }, { status: 400 })
        : json({ id: 'thing' })
    const app = await test.pair()
    expect((await app.call('hosted_get_thing')).body.data).toEqual({ id: 'thing' })
    expect(await accounts(test)).toMatchObject([{ status: 'active' }])
  })

  it('that are no longer accepted need the person', async () => {
    const test = createTestHub()
    const server = serveHosted(test.platform)
    await test.ask('connections.connectWithKey', { ...APP, values: appValues })
    server.token = () => json({ error: 'invalid_client' }, { status: 401 })
    test.platform.clock.sleep(3_600_000)
    const app = await test.pair()
    expect((await test.ticket(app.call('hosted_get_thing'))).body['status']).toBe('approval_pending')
    const exchanges = (): number =>
      test.platform.network.requests.filter(({ url }) => url.pathname === '/token').length
    const before = exchanges()
    const other = await test.pair('Another')
    await test.ticket(other.call('hosted_get_thing'), 2)
    // Refused values are not tried on every call: providers lock accounts over that.
    expect(exchanges()).toBe(before)
    expect(await accounts(test)).toMatchObject([{ status: 'expired' }])
  })
})
