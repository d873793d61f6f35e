import { describe, expect, it } from 'vitest'
import { createFakeNetwork, noConnection, type SentRequest } from '../testing/fake-platform.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createProbeHost } from './host-probe.ts'

type Respond = (request: SentRequest) => Response | Promise<Response>

function open(respond: Respond, proxy = 'DIRECT') {
  const network = createFakeNetwork()
  const clock = createManualClock()
  network.respond = respond
  const probe = createProbeHost({ network, clock, proxyFor: () => Promise.resolve(proxy), limitMs: 40 })
  return { network, clock, probe }
}

const answer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers })

const wrongCertificate = (): never => {
  const cause = Object.assign(new Error('x'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  throw new TypeError('fetch failed', { cause })
}

describe('a look at a host', () => {
  it('carries no credential, cookie or path, and follows nothing', async () => {
    const { network, probe } = open(() => answer(301, { location: 'https://evil.example/' }))
    await probe('api.notes.example')
    expect(network.requests).toHaveLength(1)
    const [{ url, method, headers, redirect } = {} as SentRequest] = network.requests
    expect([url.href, method, redirect]).toEqual(['https://api.notes.example/', 'HEAD', 'manual'])
    expect([...headers.keys()]).toEqual(['user-agent'])
  })

  it('happens once, however many checks ask: a service is not to be pestered', async () => {
    const { network, probe } = open(() => answer(404))
    await Promise.all([probe('a.example'), probe('a.example'), probe('b.example')])
    expect(network.requests.map(({ url }) => url.host)).toEqual(['a.example', 'b.example'])
  })

  it.each([200, 301, 401, 403, 404, 405, 500])('counts any answer as one: HTTP %i', async (status) => {
    const { probe } = open(() => answer(status))
    expect((await probe('a.example')).outcome).toMatchObject({ kind: 'answer', status })
  })

  it('ends when nobody answers', async () => {
    const { probe } = open(() => new Promise(() => undefined))
    expect((await probe('a.example')).outcome).toEqual({ kind: 'timeout', code: 'TIMEOUT' })
  })

  it('names the proxy without what a person may have written before it', async () => {
    const { probe } = open(() => answer(200), 'PROXY ada:secret@proxy.example:8080')
    expect((await probe('a.example')).proxy).toBe('proxy.example:8080')
  })

  it('does not try a kind of proxy that cannot be used', async () => {
    const { network, probe } = open(() => answer(200), 'SOCKS5 127.0.0.1:9050')
    expect((await probe('a.example')).outcome).toEqual({ kind: 'proxy_kind', code: 'SOCKS5' })
    expect(network.requests).toEqual([])
  })
})

describe('the server’s time', () => {
  it('is compared with the middle of the request, not with its end', async () => {
    const { clock, probe } = open(() => {
      const date = new Date(clock.now() + 2_000).toUTCString()
      clock.sleep(4_000)
      return answer(200, { date })
    })
    expect((await probe('a.example')).outcome).toMatchObject({ aheadMs: 0 })
  })

  it('of an answer from a cache counts with its age', async () => {
    const { clock, probe } = open(() =>
      answer(200, { date: new Date(clock.now() - 90_000).toUTCString(), age: '90' }),
    )
    expect((await probe('a.example')).outcome).toMatchObject({ aheadMs: 0 })
  })

  it.each([undefined, 'yesterday', ''])('that nobody can read is none: %s', async (date) => {
    const { probe } = open(() => answer(200, date === undefined ? {} : { date }))
    expect((await probe('a.example')).outcome).toMatchObject({ kind: 'answer', aheadMs: undefined })
  })
})

describe('a network with a sign-in page of its own', () => {
  const page = (): Response => new Response('<h1>Hotel</h1>', { headers: { 'content-type': 'text/html' } })

  it.each([
    ['a page at once', page],
    ['a redirect to its own host', () => answer(302, { location: 'http://login.hotel.example/' })],
    ['the status made for it', () => answer(511)],
  ])('is recognised by what it answers without encryption: %s', async (_, hotel) => {
    const { network, probe } = open(({ url }) => (url.protocol === 'http:' ? hotel() : wrongCertificate()))
    expect((await probe('api.notes.example')).outcome).toMatchObject({ kind: 'portal' })
    expect(network.requests.at(-1)?.headers.has('authorization')).toBe(false)
  })

  it.each([
    ['sends to https', () => answer(301, { location: 'https://api.notes.example/' })],
    ['sends to its own site', () => answer(301, { location: 'https://www.notes.example/' })],
    ['is silent', noConnection],
    ['says no', () => answer(403)],
  ])('is not taken for a host that %s', async (_, http) => {
    const { probe } = open(({ url }) => (url.protocol === 'http:' ? http() : wrongCertificate()))
    expect((await probe('api.notes.example')).outcome).toMatchObject({ kind: 'certificate_name' })
  })

  it('is recognised where it sends an encrypted request to an open page', async () => {
    const { probe } = open(() => answer(302, { location: 'http://login.hotel.example/' }))
    expect((await probe('api.notes.example')).outcome).toMatchObject({ kind: 'portal' })
  })

  it('is not looked for behind a proxy, which answers for everybody', async () => {
    const { network, probe } = open(wrongCertificate, 'PROXY proxy.example:8080')
    await probe('api.notes.example')
    expect(network.requests.map(({ url }) => url.protocol)).toEqual(['https:'])
  })

  it('is not asked where a name is unknown: then there is no network at all', async () => {
    const { network, probe } = open(() => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) })
    })
    expect((await probe('a.example')).outcome).toEqual({ kind: 'name', code: 'ENOTFOUND' })
    expect(network.requests).toHaveLength(1)
  })
})
