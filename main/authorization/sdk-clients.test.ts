import {
  auth as modernAuth,
  Client as ModernClient,
  StreamableHTTPClientTransport as ModernTransport,
} from '@modelcontextprotocol/client'
import { auth as firstAuth } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { Agent, fetch } from 'undici'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { handClient, NAVIGATION, openDoor, type Door } from '../testing/door.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

const REDIRECT = 'http://127.0.0.1:4123/callback'
const DOCUMENT = 'https://client.example.com/oauth/client.json'

interface Tokens {
  readonly access_token: string
  readonly refresh_token?: string | undefined
}

/** What a client of the official libraries keeps, in memory. */
function createProvider(documentId?: string) {
  const kept: {
    client?: never
    tokens?: Tokens | undefined
    verifier?: string
    page?: URL
    discovery?: never
  } = {}
  const provider = {
    redirectUrl: REDIRECT,
    clientMetadata: { client_name: 'SDK client', redirect_uris: [REDIRECT] },
    ...(documentId !== undefined && { clientMetadataUrl: documentId }),
    state: () => 'state-of-the-client',
    clientInformation: () => kept.client,
    saveClientInformation: (client: unknown) => void (kept.client = client as never),
    tokens: () => kept.tokens as never,
    saveTokens: (tokens: unknown) => void (kept.tokens = tokens as Tokens),
    redirectToAuthorization: (url: URL) => void (kept.page = url),
    saveCodeVerifier: (verifier: string) => void (kept.verifier = verifier),
    codeVerifier: () => kept.verifier ?? '',
    discoveryState: () => kept.discovery,
    saveDiscoveryState: (state: unknown) => void (kept.discovery = state as never),
    invalidateCredentials: (what: string) => {
      if (what === 'tokens' || what === 'all') delete kept.tokens
    },
  }
  return { kept, provider }
}

/** Connections of its own: one to an earlier hub on the same port is dead. */
function ownFetch(): typeof globalThis.fetch {
  const dispatcher = new Agent()
  return async (url, init) => {
    const answer = await fetch(url as URL, { ...(init as object), dispatcher })
    // The libraries want an answer of Node's own kind.
    return new Response(answer.body as never, { status: answer.status, headers: [...answer.headers] })
  }
}

/** One generation of the official libraries, as its users call it. */
interface Library {
  readonly authorize: (
    provider: ReturnType<typeof createProvider>['provider'],
    options: {
      serverUrl: string
      fetchFn: typeof globalThis.fetch
      authorizationCode?: string
      iss?: string
    },
  ) => Promise<string>
  readonly toolNames: (
    url: string,
    provider: ReturnType<typeof createProvider>['provider'],
    fetchFn: typeof globalThis.fetch,
  ) => Promise<string[]>
}

const libraries: [string, Library][] = [
  [
    'v1',
    {
      authorize: (provider, options) => firstAuth(provider, options),
      async toolNames(url, authProvider, fetchFn) {
        const client = new FirstClient({ name: 'sdk', version: '1' })
        const transport = new FirstTransport(new URL(url), { authProvider, fetch: fetchFn })
        await client.connect(transport as Parameters<typeof client.connect>[0])
        onTestFinished(() => client.close())
        return (await client.listTools()).tools.map(({ name }) => name)
      },
    },
  ],
  [
    'v2',
    {
      authorize: (provider, options) => modernAuth(provider, options),
      async toolNames(url, authProvider, fetchFn) {
        const client = new ModernClient(
          { name: 'sdk', version: '1' },
          { versionNegotiation: { mode: 'auto' } },
        )
        await client.connect(new ModernTransport(new URL(url), { authProvider, fetch: fetchFn }))
        onTestFinished(() => client.close())
        return (await client.listTools()).tools.map(({ name }) => name)
      },
    },
  ],
]

/** The browser and the person: opens the page, says yes, follows it to the client. */
async function consent(test: TestHub, door: Door, page: URL | undefined): Promise<URLSearchParams> {
  const shown = await door.knock(`${page?.pathname}${page?.search}`, { headers: NAVIGATION })
  expect(shown.status).toBe(200)
  const { id } = await door.asked()
  await test.ask('pairings.decide', { pairingId: id, allow: true, toolkits: ['notes'] })
  const { headers } = await handClient(test, door, '', REDIRECT).goOn(shown)
  return new URL(headers.location ?? '').searchParams
}

describe.each(libraries)('a client of the official library %s', (_, { authorize, toolNames }) => {
  it.each([
    ['registers itself', undefined],
    ['names a document', DOCUMENT],
  ])('%s and goes all the way', async (_way, documentId) => {
    // It says there what it does next.
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    onTestFinished(() => warn.mockRestore())
    const test = await createConnectedHub()
    const door = await openDoor(test)
    const headers = { 'content-type': 'application/json' }
    const document = { client_id: DOCUMENT, client_name: 'SDK client', redirect_uris: [REDIRECT] }
    test.platform.network.respond = () => new Response(JSON.stringify(document), { headers })
    const { kept, provider } = createProvider(documentId)
    const [serverUrl, fetchFn] = [`${door.url}/mcp`, ownFetch()]

    // 401, metadata, registration, and the page.
    await expect(toolNames(serverUrl, provider, fetchFn)).rejects.toThrow()
    expect(kept.page?.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/authorize\?/)
    const answer = await consent(test, door, kept.page)
    expect(answer.get('state')).toBe('state-of-the-client')
    const authorizationCode = answer.get('code') ?? ''
    const iss = answer.get('iss') ?? ''
    expect(await authorize(provider, { serverUrl, fetchFn, authorizationCode, iss })).toBe('AUTHORIZED')
    expect(await toolNames(serverUrl, provider, fetchFn)).toContain('notes_list_notes')

    // After an hour it renews its token by itself.
    const first = kept.tokens
    await test.platform.clock.advance(3_600_000)
    expect(await toolNames(serverUrl, provider, fetchFn)).toContain('notes_list_notes')
    expect(kept.tokens?.access_token).not.toBe(first?.access_token)
    expect(kept.tokens?.refresh_token).not.toBe(first?.refresh_token)
    expect(await test.ask('apps.list', {})).toMatchObject([{ name: 'SDK client' }])

    // Once the person has removed the app, it is sent to the page again.
    const [app] = await test.ask('apps.list', {})
    await test.ask('apps.remove', { appId: app?.id ?? '' })
    delete kept.page
    await expect(toolNames(serverUrl, provider, fetchFn)).rejects.toThrow()
    expect(kept.page).toBeInstanceOf(URL)
  })
})
