import { describe, expect, it } from 'vitest'
import { arrival, challengeOf, handClient, NAVIGATION, openDoor, registerClient } from '../testing/door.ts'
import { createTestHub } from '../testing/test-hub.ts'

async function withClient(name?: string, redirectUri?: string) {
  const test = createTestHub()
  const door = await openDoor(test)
  return { test, door, client: await registerClient(test, door, name, redirectUri) }
}

const answerIn = (location: string | undefined) => Object.fromEntries(new URL(location ?? '').searchParams)

describe('the page in the browser', () => {
  it('shows the code that the window shows, and goes on to the client after a yes', async () => {
    const { test, door, client } = await withClient()
    const page = await client.authorize()
    const pairing = await door.asked()
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<output>${pairing.code}</output>`)
    expect(pairing).toMatchObject({
      from: 'registered',
      clientId: client.id,
      redirect: { to: 'computer', name: '127.0.0.1:4000' },
      wanted: [],
      knownAs: null,
    })
    const { answer: waiting } = await arrival(() => client.goOn(page))
    await test.ask('pairings.decide', { pairingId: pairing.id, allow: true })
    const { status, headers } = await waiting
    expect(status).toBe(302)
    expect(headers.location).toMatch(/^http:\/\/127\.0\.0\.1:4000\/callback\?/)
    expect(answerIn(headers.location)).toEqual({
      code: expect.stringMatching(/^[\w-]{43}$/) as string,
      state: 'state-1',
      iss: door.url,
    })
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('speaks the language that was chosen, with the name as text', async () => {
    const { test, client } = await withClient('{0} <b>')
    await test.ask('preferences.setLanguage', { language: 'de' })
    const { text } = await client.authorize()
    expect(text).toContain('<html lang="de">')
    expect(text).toContain('ob <bdi>{0} &#60;b&#62;</bdi> sich verbinden darf')
    expect(text).not.toContain('Cancel')
  })

  it('says in that language why a program cannot be connected', async () => {
    const { test, client } = await withClient()
    await test.ask('preferences.setLanguage', { language: 'de' })
    const { status, text } = await client.authorize({ redirect_uri: 'http://127.0.0.1:4000/other' })
    expect(status).toBe(400)
    expect(text).toContain('<p>Das Programm möchte die Antwort an eine andere Adresse')
    const nobody = await client.authorize({ client_id: 'nobody' })
    expect(nobody.text).toContain('<p>Das Programm ist hier nicht registriert.</p>')
  })

  it('runs nothing, loads nothing, and cannot be put in a frame', async () => {
    const { client } = await withClient()
    const { headers, text } = await client.authorize()
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(text).not.toMatch(/<script|javascript:|onload/i)
  })

  it('shows a hostile name as text', async () => {
    const { client } = await withClient('</h1><script>alert(1)</script>\u202Ex" onload="')
    const { text } = await client.authorize()
    expect(text).not.toMatch(/<script|\u202E|" onload="/)
    expect(text).toContain('⟨U+202E⟩')
  })

  it('comes again, with the same question, while nobody answers', async () => {
    const { test, door, client } = await withClient()
    const page = await client.authorize()
    const { code } = await door.asked()
    await client.authorize()
    expect(test.hub.waitingApprovals()).toBe(1)
    const { answer } = await arrival(() => client.goOn(page))
    await test.platform.clock.advance(25_000)
    const again = await answer
    expect(again.status).toBe(200)
    expect(again.text).toContain(code)
    expect(again.headers['refresh']).toBe(page.headers['refresh'])
  })

  it('tells the client of a no, of silence, and of a change of mind', async () => {
    const { test, door, client } = await withClient()
    const denied = await client.authorize({ state: 'one' })
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: false })
    const { headers } = await client.goOn(denied)
    expect(answerIn(headers.location)).toMatchObject({ error: 'access_denied', state: 'one', iss: door.url })

    const late = await client.authorize({ state: 'two' })
    test.platform.clock.sleep(5 * 60_000)
    expect(answerIn((await client.goOn(late)).headers.location)).toMatchObject({ error: 'access_denied' })

    const left = await client.authorize({ state: 'three' })
    const cancel = /<a href="([^"]+)"/.exec(left.text)?.[1] ?? ''
    const cancelled = await door.knock(cancel, { headers: NAVIGATION })
    expect(answerIn(cancelled.headers.location)).toMatchObject({ error: 'access_denied', state: 'three' })
    expect(test.hub.waitingApprovals()).toBe(0)
  })

  it('is over once it went on: going back gives no second code', async () => {
    const { test, door, client } = await withClient()
    const page = await client.authorize()
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: true })
    expect((await client.goOn(page)).status).toBe(302)
    const back = await client.goOn(page)
    expect(back.status).toBe(404)
    expect(back.headers.location).toBeUndefined()
  })

  it('that was closed takes its question along', async () => {
    const { test, client } = await withClient()
    await client.authorize()
    await test.platform.clock.advance(30_000)
    expect(test.hub.waitingApprovals()).toBe(0)
  })

  it('may lead to any port of the address that the client has registered', async () => {
    const { test, door, client } = await withClient('Cursor', 'http://127.0.0.1/callback')
    const page = await client.authorize({ redirect_uri: 'http://127.0.0.1:51234/callback' })
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: true })
    const { headers } = await client.goOn(page)
    expect(headers.location).toMatch(/^http:\/\/127\.0\.0\.1:51234\/callback\?code=/)
  })
})

describe('whoever cannot be trusted with an answer gets none, and the person is told,', () => {
  it.each<[string, Record<string, string | undefined>]>([
    ['an unknown client', { client_id: 'cli_0' }],
    ['no client', { client_id: undefined }],
    ['no redirect', { redirect_uri: undefined }],
    ['another redirect', { redirect_uri: 'http://127.0.0.1:4000/other' }],
    ['a redirect to somewhere else', { redirect_uri: 'https://evil.example/callback' }],
    ['another loopback name', { redirect_uri: 'http://localhost:4000/callback' }],
  ])('%s', async (_, change) => {
    const { test, client } = await withClient()
    const { status, headers, text } = await client.authorize(change)
    expect([status, headers.location]).toEqual([400, undefined])
    expect(headers['x-frame-options']).toBe('DENY')
    expect(text).toContain('could not be connected')
    expect(test.hub.waitingApprovals()).toBe(0)
  })

  it('and one that says two things at once', async () => {
    const { door, client } = await withClient()
    const path = `${client.authorizePath()}&redirect_uri=https%3A%2F%2Fevil.example`
    const { status, headers } = await door.knock(path, { headers: NAVIGATION })
    expect([status, headers.location]).toEqual([400, undefined])
  })
})

describe('a client is told what it asked wrongly:', () => {
  it.each<[string, Record<string, string | undefined>, string]>([
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['PKCE of no method, which means plain', { code_challenge_method: undefined }, 'invalid_request'],
    ['a challenge of another length', { code_challenge: challengeOf('x').slice(1) }, 'invalid_request'],
    ['the implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
    ['another resource', { resource: 'https://mcp.example.com/mcp' }, 'invalid_target'],
    [
      'a resource that looks like this one',
      { resource: 'http://127.0.0.1:7717.evil.example/mcp' },
      'invalid_target',
    ],
    ['a very long state', { state: 'x'.repeat(2_001) }, 'invalid_request'],
  ])('%s', async (_, change, error) => {
    const { test, client } = await withClient()
    const { status, headers } = await client.authorize(change)
    expect(status).toBe(302)
    expect(answerIn(headers.location)).toMatchObject({ error })
    expect(test.hub.waitingApprovals()).toBe(0)
  })
})

describe('only a person’s own going there asks', () => {
  it.each<[string, Record<string, string>, number]>([
    ['a tab, from a link', NAVIGATION, 200],
    ['a tab, by the address bar', { ...NAVIGATION, 'sec-fetch-site': 'none' }, 200],
    ['a program without such headers', {}, 200],
    ['a frame', { ...NAVIGATION, 'sec-fetch-dest': 'iframe' }, 403],
    [
      'a picture',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
      403,
    ],
    [
      'a script',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
      403,
    ],
    [
      'a script of the page itself',
      { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
      403,
    ],
    ['a site that cannot be', { ...NAVIGATION, 'sec-fetch-site': 'elsewhere' }, 403],
    ['a fetch ahead', { ...NAVIGATION, 'sec-purpose': 'prefetch;prerender' }, 403],
    ['a request with an origin', { ...NAVIGATION, origin: 'null' }, 403],
    ['another host name', { ...NAVIGATION, host: 'evil.example' }, 403],
  ])('%s', async (_, headers, status) => {
    const { test, door, client } = await withClient()
    expect((await door.knock(client.authorizePath(), { headers })).status).toBe(status)
    expect(test.hub.waitingApprovals()).toBe(status === 200 ? 1 : 0)
  })

  it('and a POST of a page does not', async () => {
    const { test, door, client } = await withClient()
    const posted = await door.knock(client.authorizePath(), { method: 'POST', headers: NAVIGATION })
    expect(posted.status).toBeGreaterThanOrEqual(400)
    expect(test.hub.waitingApprovals()).toBe(0)
  })

  it('and nothing else of the bridge opens in a browser', async () => {
    const { door } = await withClient()
    for (const path of [
      '/v1/pair',
      '/oauth/token',
      '/oauth/register',
      '/mcp',
      '/.well-known/oauth-authorization-server',
    ]) {
      expect((await door.knock(path, { headers: NAVIGATION })).status, path).toBe(403)
    }
  })

  it('and not without end', async () => {
    const { test, client } = await withClient()
    const statuses: number[] = []
    for (let round = 0; round < 5; round += 1) {
      statuses.push((await client.authorize({ state: `s${round}` })).status)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect(test.hub.waitingApprovals()).toBe(3)
  })
})

describe('a client that names a document', () => {
  const id = 'https://client.example.com/oauth/client.json'
  const respondWith = (test: ReturnType<typeof createTestHub>, document: object): void => {
    const headers = { 'content-type': 'application/json' }
    test.platform.network.respond = () => new Response(JSON.stringify(document), { headers })
  }

  it('is shown with the host of its document', async () => {
    const test = createTestHub()
    const door = await openDoor(test)
    const redirect = 'https://client.example.com/callback'
    respondWith(test, { client_id: id, client_name: 'Example', redirect_uris: [redirect] })
    const client = handClient(test, door, id, redirect)
    expect((await client.authorize()).status).toBe(200)
    expect(await door.asked()).toMatchObject({
      name: 'Example',
      from: 'document',
      documentHost: 'client.example.com',
      redirect: { to: 'web', name: 'client.example.com' },
    })
    expect((await client.exchange(await client.code())).status).toBe(200)
  })

  it.each(['http://client.example.com/client.json', 'https://192.168.0.1/client.json'])(
    'is not asked about at %s',
    async (address) => {
      const test = createTestHub()
      const client = handClient(test, await openDoor(test), address, 'http://127.0.0.1:1/')
      expect((await client.authorize()).status).toBe(400)
      expect(test.platform.network.requests).toEqual([])
    },
  )

  it('cannot make the bridge fetch without end', async () => {
    const test = createTestHub()
    respondWith(test, {})
    const client = handClient(test, await openDoor(test), id, 'http://127.0.0.1:1/')
    const statuses = new Set<number>()
    for (let round = 0; round < 25; round += 1) statuses.add((await client.authorize()).status)
    expect([...statuses]).toEqual([400, 429])
    expect(test.platform.network.requests).toHaveLength(20)
  })
})
