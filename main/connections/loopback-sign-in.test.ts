import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FIXED_PORT } from '../testing/looped.ts'
import { beginSignIn, storedRows, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

/** Notes with a listener on this computer instead of the app's own scheme. */
async function begin(integrationId = 'looped') {
  const test = createTestHub()
  const signIn = await test.ask('connections.beginSignIn', { integrationId })
  const query = new URL(test.platform.opened.at(-1) ?? '').searchParams
  const redirect = new URL(query.get('redirect_uri') ?? '')
  return { test, signIn, redirect, state: query.get('state') ?? '' }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** What a browser sends; undefined when nobody listens. */
function visit(url: URL, options: { method?: string; host?: string } = {}): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const headers = options.host === undefined ? {} : { host: options.host }
    const call = request(url, { method: options.method ?? 'GET', headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    call.on('error', () => resolve(undefined))
    call.end()
  })
}

const at = (redirect: URL, query: Record<string, string>, path = redirect.pathname): URL => {
  const url = new URL(redirect)
  url.pathname = path
  url.search = new URLSearchParams(query).toString()
  return url
}

const last = (test: TestHub) => test.signIns().at(-1)

describe('a sign-in that comes back to this computer’s own address', () => {
  it('ends with an account, a friendly page, and nobody listening any more', async () => {
    const { test, redirect, state } = await begin()
    expect([redirect.protocol, redirect.hostname, redirect.pathname]).toEqual([
      'http:',
      '127.0.0.1',
      '/oauth/callback',
    ])
    const answer = await visit(at(redirect, { code: 'the-code', state }))
    expect(answer?.status).toBe(200)
    expect(answer?.text).toContain('You can close this')
    expect(answer?.text).not.toContain('did not work')
    expect(answer?.headers['content-security-policy']).toContain("default-src 'none'")
    expect(last(test)).toMatchObject({ status: 'done' })
    expect(tokenRequests(test).at(-1)?.get('redirect_uri')).toBe(redirect.href)
    expect(await visit(at(redirect, { code: 'again', state }))).toBeUndefined()
  })

  it('that fails shows another page than one that works: the person would wait for the account', async () => {
    const { test, redirect, state } = await begin()
    const answer = await visit(at(redirect, { error: 'access_denied', state }))
    expect(answer?.status).toBe(400)
    expect(answer?.text).toContain('It did not work: see Gatehouse')
    expect(answer?.text).not.toContain('You can close this')
    expect(last(test)).toMatchObject({ status: 'failed' })
  })

  it('refuses everything else without ending', async () => {
    const { test, redirect, state } = await begin()
    const good = at(redirect, { code: 'c', state })
    expect((await visit(at(redirect, { code: 'c', state }, '/other')))?.status).toBe(404)
    expect((await visit(good, { method: 'POST' }))?.status).toBe(404)
    expect((await visit(good, { host: 'evil.example' }))?.status).toBe(404)
    expect((await visit(at(redirect, { code: 'c', state: 'guessed' })))?.status).toBe(400)
    expect(tokenRequests(test)).toEqual([])
    expect((await visit(good))?.status).toBe(200)
  })

  it('does not take its answer through the app’s scheme: that is another way in', async () => {
    const { test, state } = await begin()
    const query = new URLSearchParams({ code: 'c', state }).toString()
    await test.hub.openLink(`app.gatehouse.desktop:/oauth/callback?${query}`)
    expect(last(test)).toMatchObject({ status: 'failed' })
    expect(tokenRequests(test)).toEqual([])
  })

  it('a sign-in by the app’s scheme does not take its answer here', async () => {
    const { test, redirect } = await begin()
    const { query } = await beginSignIn(test)
    await visit(at(redirect, { code: 'c', state: query.get('state') ?? '' }))
    expect(tokenRequests(test)).toEqual([])
    expect(storedRows(test).connections).toBe(0)
  })

  it.each(['cancel', 'ten minutes', 'close'])('stops listening after: %s', async (end) => {
    const { test, signIn, redirect, state } = await begin()
    if (end === 'cancel') await test.ask('connections.cancelSignIn', { signInId: signIn.id })
    if (end === 'ten minutes') await test.platform.clock.advance(10 * 60_000)
    if (end === 'close') await test.close()
    expect(await visit(at(redirect, { code: 'c', state }))).toBeUndefined()
  })

  it('answers for localhost on both families', async () => {
    const { redirect, state } = await begin('local')
    expect(redirect.hostname).toBe('localhost')
    const overSix = at(redirect, { code: 'c', state: 'guessed' })
    overSix.hostname = '[::1]'
    const six = await visit(overSix, { host: redirect.host })
    // A computer without IPv6 has only the other one.
    if (six !== undefined) expect(six.status).toBe(400)
    const overFour = at(redirect, { code: 'c', state })
    overFour.hostname = '127.0.0.1'
    expect((await visit(overFour, { host: redirect.host }))?.status).toBe(200)
  })

  it('says so when the one port that may be used is taken', async () => {
    const blocker = createServer()
    await new Promise<void>((ready) => blocker.listen(FIXED_PORT, '127.0.0.1', ready))
    onTestFinished(() => void blocker.close())
    const test = createTestHub()
    const { code, message } = await test.refusal('connections.beginSignIn', { integrationId: 'fixed' })
    expect([code, message]).toEqual(['SIGN_IN_FAILED', expect.stringContaining(`${FIXED_PORT}`)])
    expect(storedRows(test).pending).toBe(0)
  })

  it('shows what to register: without a port where any will do', async () => {
    const test = createTestHub()
    const uriOf = async (integrationId: string): Promise<unknown> => {
      const { auth } = await test.ask('integrations.get', { integrationId })
      return auth.find(({ type }) => type === 'oauth2')
    }
    expect(await uriOf('looped')).toMatchObject({ redirectUri: 'http://127.0.0.1/oauth/callback' })
    expect(await uriOf('fixed')).toMatchObject({
      redirectUri: `http://localhost:${FIXED_PORT}/oauth/callback`,
    })
    expect(await uriOf('notes')).toMatchObject({ redirectUri: 'app.gatehouse.desktop:/oauth/callback' })
  })
})

describe('two sign-ins that need the same port', () => {
  const redirectOf = (opened: string | undefined) => {
    const query = new URL(opened ?? '').searchParams
    return { redirect: new URL(query.get('redirect_uri') ?? ''), state: query.get('state') ?? '' }
  }
  const comeBack = (redirect: URL, state: string): Promise<Answer | undefined> => {
    const url = at(redirect, { code: 'c', state })
    url.hostname = '127.0.0.1'
    return visit(url, { host: redirect.host })
  }

  it('the second takes it over, and the first is shown as cancelled', async () => {
    const { test, signIn: first, redirect, state } = await begin('fixed')
    const second = await test.ask('connections.beginSignIn', { integrationId: 'fixed' })
    expect(test.signIns()).toMatchObject([{ id: first.id, status: 'cancelled' }])
    expect((await comeBack(redirect, state))?.status).toBe(400)
    expect(tokenRequests(test)).toEqual([])
    expect((await comeBack(redirect, redirectOf(test.platform.opened.at(-1)).state))?.status).toBe(200)
    expect(last(test)).toMatchObject({ id: second.id, status: 'done' })
    expect(await comeBack(redirect, state)).toBeUndefined()
  })

  it('begun at the same moment do not stand in each other’s way', async () => {
    const test = createTestHub()
    const ask = () => test.ask('connections.beginSignIn', { integrationId: 'fixed' })
    const begun = await Promise.all([ask(), ask(), ask()])
    expect(begun.map(({ status }) => status)).toEqual(['waiting', 'waiting', 'waiting'])
    const { redirect, state } = redirectOf(test.platform.opened.at(-1))
    expect((await comeBack(redirect, state))?.status).toBe(200)
  })

  it('where any port will do, both wait', async () => {
    const { test, redirect, state } = await begin()
    await test.ask('connections.beginSignIn', { integrationId: 'looped' })
    const other = redirectOf(test.platform.opened.at(-1))
    expect((await visit(at(redirect, { code: 'c', state })))?.status).toBe(200)
    expect((await visit(at(other.redirect, { code: 'c', state: other.state })))?.status).toBe(200)
  })
})

it('a refresh repeats the redirect address where the provider wants to hear it', async () => {
  const { test, redirect, state } = await begin('fixed')
  const answer = at(redirect, { code: 'c', state })
  answer.hostname = '127.0.0.1'
  await visit(answer, { host: redirect.host })
  const { connections } = await test.ask('integrations.get', { integrationId: 'fixed' })
  expect(connections).toHaveLength(1)
  await test.platform.clock.advance(3_600_000)
  const app = await test.pair()
  await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'fixed', enabled: true })
  await app.call('fixed_get_me')
  const refresh = tokenRequests(test).at(-1)
  expect(refresh?.get('grant_type')).toBe('refresh_token')
  expect(refresh?.get('redirect_uri')).toBe(`http://localhost:${FIXED_PORT}/oauth/callback`)
})
