import { normalizeAuth } from '../../registry/auth.ts'
import { Headers as UserlandHeaders } from 'undici'
import { describe, expect, it } from 'vitest'
import { createFakeNetwork } from '../testing/fake-platform.ts'
import { createCredentialedFetch } from './credentialed-fetch.ts'
import type { Credential } from './credential.ts'

const HOSTS = ['api.notes.example', 'files.notes.example']
const TOKEN = 'the-token'

function fetcher(answers: Response[], credential: Credential = { type: 'oauth2', accessToken: TOKEN }) {
  const network = createFakeNetwork()
  network.respond = () => answers.shift() ?? new Response('{}')
  const integration = {
    id: 'notes',
    name: 'Notes',
    hosts: HOSTS,
    auth: [
      normalizeAuth({
        type: 'api_key',
        label: 'Key',
        header: 'x-notes-key',
        prefix: 'Key ',
        helpUrl: 'https://x.example',
      }),
      normalizeAuth({
        type: 'oauth2',
        authorizeUrl: 'https://x.example/authorize',
        tokenUrl: 'https://x.example/token',
        scopes: [],
        clientIdEnv: 'X_CLIENT_ID',
      }),
    ],
  }
  const fetchOAuth = createCredentialedFetch(integration, network, {
    current: () => Promise.resolve(credential),
    renewed: () => Promise.resolve(undefined),
    rejected: () => undefined,
    accepted: () => undefined,
  })
  const authorizations = (): (string | null)[] =>
    network.requests.map(({ headers }) => headers.get('authorization'))
  return { fetchOAuth, network, authorizations }
}

const redirect = (location: string, status = 302): Response =>
  new Response(null, { status, headers: { location } })

describe('the credential is not sent, and no request is made, to', () => {
  it.each([
    ['a foreign host', 'https://evil.example/'],
    ['a host that begins like ours', 'https://api.notes.example.evil.example/'],
    ['a subdomain', 'https://x.api.notes.example/'],
    ['another port', 'https://api.notes.example:8443/'],
    ['http', 'http://api.notes.example/'],
    ['a user name that looks like the host', 'https://api.notes.example@evil.example/'],
    ['an address with user information', 'https://user:secret@api.notes.example/'],
    ['a file', 'file:///etc/passwd'],
    ['a relative address', '/notes'],
    ['a host with a dot at its end', 'https://api.notes.example./'],
  ])('%s', async (_, url) => {
    const { fetchOAuth, network } = fetcher([])
    await expect(fetchOAuth('notes', url)).rejects.toThrow(/credential may not be sent|not a URL/)
    expect(network.requests).toEqual([])
  })

  it('an API by the name of another integration', async () => {
    const { fetchOAuth, network } = fetcher([])
    await expect(fetchOAuth('mail', 'https://api.notes.example/')).rejects.toThrow(/may not use the account/)
    expect(network.requests).toEqual([])
  })
})

describe('a redirect', () => {
  it('to a foreign host is not followed', async () => {
    const { fetchOAuth, network } = fetcher([redirect('https://evil.example/')])
    await expect(fetchOAuth('notes', 'https://api.notes.example/a')).rejects.toThrow(/may not go/)
    expect(network.requests).toHaveLength(1)
  })

  it('to http is not followed', async () => {
    const { fetchOAuth, network } = fetcher([redirect('http://api.notes.example/b')])
    await expect(fetchOAuth('notes', 'https://api.notes.example/a')).rejects.toThrow(/may not go/)
    expect(network.requests).toHaveLength(1)
  })

  it.each(['/b', 'https://api.notes.example/b'])(
    'on the same origin keeps the credential: %s',
    async (location) => {
      const { fetchOAuth, network, authorizations } = fetcher([redirect(location, 307)])
      expect((await fetchOAuth('notes', 'https://api.notes.example/a')).status).toBe(200)
      expect(network.requests.map(({ url }) => url.pathname)).toEqual(['/a', '/b'])
      expect(authorizations()).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`])
    },
  )

  it('to another allowed host drops the credential, and whatever a handler put in its place', async () => {
    const { fetchOAuth, authorizations, network } = fetcher([redirect('https://files.notes.example/f')])
    const headers = { authorization: 'handler', cookie: 'session=1', accept: 'text/plain' }
    await fetchOAuth('notes', 'https://api.notes.example/a', { headers })
    expect(authorizations()).toEqual([`Bearer ${TOKEN}`, null])
    expect(network.requests[1]?.headers.get('cookie')).toBeNull()
    expect(network.requests[1]?.headers.get('accept')).toBe('text/plain')
  })

  it('to another allowed host drops a key in a header of its own', async () => {
    const answers = [redirect('https://files.notes.example/f')]
    const { fetchOAuth, network } = fetcher(answers, { type: 'api_key', values: { key: 'k-1' } })
    await fetchOAuth('notes', 'https://api.notes.example/a')
    expect(network.requests.map(({ headers }) => headers.get('x-notes-key'))).toEqual(['Key k-1', null])
  })

  it.each(['POST', 'post', 'DELETE'])(
    'of a write is not followed: it would be done twice, or lost (%s)',
    async (method) => {
      const { fetchOAuth, network } = fetcher([redirect('/b', 307)])
      await expect(fetchOAuth('notes', 'https://api.notes.example/a', { method })).rejects.toThrow(
        /may not go/,
      )
      expect(network.requests).toHaveLength(1)
    },
  )

  it('in a circle ends', async () => {
    const circle = Array.from({ length: 20 }, () => redirect('/a'))
    const { fetchOAuth, network } = fetcher(circle)
    await expect(fetchOAuth('notes', 'https://api.notes.example/a')).rejects.toThrow(/may not go/)
    expect(network.requests).toHaveLength(6)
  })

  it('is never left to the network layer', async () => {
    const { fetchOAuth, network } = fetcher([redirect('https://files.notes.example/f')])
    await fetchOAuth('notes', 'https://api.notes.example/a', { redirect: 'follow' })
    expect(network.requests.map((request) => request.redirect)).toEqual(['manual', 'manual'])
  })
})

describe('headers', () => {
  it.each([
    ['an object', { Authorization: 'Bearer forged', 'X-Extra': '1' }],
    [
      'pairs',
      [
        ['authorization', 'Bearer forged'],
        ['x-extra', '1'],
      ],
    ],
    ['Headers', new Headers({ authorization: 'Bearer forged', 'x-extra': '1' })],
    ['Headers of another library', new UserlandHeaders({ authorization: 'Bearer forged', 'x-extra': '1' })],
  ])('of a handler are kept, but never its authorization: %s', async (_, headers) => {
    const { fetchOAuth, network, authorizations } = fetcher([])
    await fetchOAuth('notes', 'https://api.notes.example/a', { headers: headers as Headers })
    expect(authorizations()).toEqual([`Bearer ${TOKEN}`])
    expect(network.requests[0]?.headers.get('x-extra')).toBe('1')
  })

  it('carry a key where the definition says', async () => {
    const { fetchOAuth, network } = fetcher([], { type: 'api_key', values: { key: 'k-1' } })
    await fetchOAuth('notes', 'https://api.notes.example/a', { headers: { 'x-notes-key': 'forged' } })
    expect(network.requests[0]?.headers.get('x-notes-key')).toBe('Key k-1')
    expect(network.requests[0]?.headers.get('authorization')).toBeNull()
  })
})

it('names the cause of a lost connection, and neither address nor credential', async () => {
  const { fetchOAuth, network } = fetcher([])
  const cause = Object.assign(new Error('x'), { code: 'ENOTFOUND' })
  network.respond = () => Promise.reject(new TypeError('fetch failed', { cause }))
  const error = await fetchOAuth('notes', 'https://api.notes.example/a?q=private').catch(
    (reason: unknown) => reason,
  )
  expect(error).toMatchObject({ code: 'NETWORK', details: { host: 'api.notes.example', cause: 'ENOTFOUND' } })
  expect(JSON.stringify(error)).not.toMatch(/private|the-token/)
})
