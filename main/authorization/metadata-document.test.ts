import { describe, expect, it } from 'vitest'
import { turn } from '../testing/manual-clock.ts'
import { createFakePlatform, type FakePlatform } from '../testing/fake-platform.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { readMetadataDocument } from './metadata-document.ts'
import { isPublicAddress } from './public-address.ts'

const ID = 'https://client.example.com/oauth/client.json'
const DOCUMENT = {
  client_id: ID,
  client_name: 'Example Client',
  redirect_uris: ['http://127.0.0.1:3000/callback'],
  token_endpoint_auth_method: 'none',
}

function world(document: unknown = DOCUMENT, init: ResponseInit = {}): FakePlatform {
  const platform = createFakePlatform({ folder: temporaryFolder() })
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const headers = { 'content-type': 'application/json' }
  platform.network.respond = () => new Response(text, { headers, ...init })
  return platform
}

describe('a client id metadata document', () => {
  it('is fetched without anything that tells who asks', async () => {
    const platform = world()
    expect(await readMetadataDocument(platform, ID)).toMatchObject({
      id: ID,
      kind: 'document',
      name: 'Example Client',
      redirectUris: ['http://127.0.0.1:3000/callback'],
    })
    const [request] = platform.network.requests
    expect(request?.redirect).toBe('manual')
    expect([...(request?.headers.keys() ?? [])]).toEqual(['accept'])
  })

  it('without a name has its host for one', async () => {
    const { client_name: _, ...nameless } = DOCUMENT
    expect((await readMetadataDocument(world(nameless), ID)).name).toBe('client.example.com')
  })

  it.each([
    ['another client', { ...DOCUMENT, client_id: 'https://client.example.com/other.json' }, {}],
    ['no redirect', { ...DOCUMENT, redirect_uris: [] }, {}],
    ['a redirect to a website without https', { ...DOCUMENT, redirect_uris: ['http://e.example/'] }, {}],
    ['a script for a redirect', { ...DOCUMENT, redirect_uris: ['javascript:alert(1)'] }, {}],
    ['a secret', { ...DOCUMENT, token_endpoint_auth_method: 'client_secret_basic' }, {}],
    ['no JSON', '<html>', {}],
    ['another type', DOCUMENT, { headers: { 'content-type': 'text/html' } }],
    ['a redirection', '', { status: 302, headers: { location: 'https://10.0.0.1/' } }],
    ['an error', DOCUMENT, { status: 404 }],
    ['more than 64 kB', JSON.stringify({ ...DOCUMENT, logo: 'x'.repeat(65_536) }), {}],
  ])('with %s is refused', async (_, document, init) => {
    const reading = readMetadataDocument(world(document, init), ID)
    await expect(reading).rejects.toMatchObject({ code: 'invalid_client' })
  })

  it('that never ends is given up', async () => {
    const platform = world()
    platform.network.respond = () => new Promise(() => undefined)
    const reading = readMetadataDocument(platform, ID)
    reading.catch(() => undefined)
    await turn()
    await platform.clock.advance(5_000)
    await expect(reading).rejects.toMatchObject({ code: 'invalid_client' })
  })
})

describe('nothing near is asked', () => {
  it.each([
    'https://127.0.0.1/client.json',
    'https://10.1.2.3/client.json',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/client.json',
    'https://[::ffff:7f00:1]/client.json',
    'https://[fd00::1]/client.json',
    'https://localhost/client.json',
    'https://printer.local/client.json',
    'https://router/client.json',
    'https://example.com./client.json',
    'https://db.corp/client.json',
    'http://client.example.com/client.json',
    'https://client.example.com',
    'https://client.example.com/',
    'https://client.example.com/a/../client.json',
    'https://client.example.com/client.json#x',
    'https://user:secret@client.example.com/client.json',
    'https://CLIENT.example.com/client.json',
    'https://0x7f.1/client.json',
  ])('by the client id %s', async (id) => {
    const platform = world({ ...DOCUMENT, client_id: id })
    await expect(readMetadataDocument(platform, id)).rejects.toMatchObject({ code: 'invalid_client' })
    expect(platform.network.requests).toEqual([])
  })

  it.each([[['192.168.1.1']], [['93.184.215.14', '10.0.0.1']], [['::1']], [[]]])(
    'by a name that leads to %j',
    async (addresses) => {
      const platform = world()
      platform.addresses = addresses
      await expect(readMetadataDocument(platform, ID)).rejects.toMatchObject({ code: 'invalid_client' })
      expect(platform.network.requests).toEqual([])
    },
  )

  it('but a proxy looks names up itself', async () => {
    const platform = world()
    Object.assign(platform, { proxy: 'PROXY proxy.example.com:8080', addresses: [] })
    expect((await readMetadataDocument(platform, ID)).id).toBe(ID)
    await expect(readMetadataDocument(platform, 'https://10.0.0.1/client.json')).rejects.toThrow()
  })
})

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['172.32.0.1', true],
  ['172.31.255.255', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fe80::1', false],
  ['not an address', false],
])('the address %s is public: %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected))
