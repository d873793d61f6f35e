import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { request as httpRequest, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { expect, vi } from 'vitest'
import type { Pairing } from '../../preload/contract/pairing.ts'
import type { TestHub } from './test-hub.ts'

/** What a program or a browser without a token sends. */
export interface Knock {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, parameters as a form. */
  readonly body?: object | string
  readonly signal?: AbortSignal
}

export interface Opened {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body, where it is JSON. */
  readonly body: Readonly<Record<string, unknown>>
}

/** What Chromium sends when a person goes somewhere. */
export const NAVIGATION = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
} as const

/** The running bridge as somebody sees it who has no token. */
export interface Door {
  readonly url: string
  knock(path: string, knock?: Knock): Promise<Opened>
  /** Waits until the one program at the door is shown to the person. */
  asked(): Promise<Pairing>
}

export async function openDoor(test: TestHub): Promise<Door> {
  await test.hub.start()
  const { url } = await test.ask('bridge.status', {})
  if (url === null) throw new Error('the bridge does not run')
  return {
    url,
    knock: (path, given = {}) => knock(url, path, given),
    asked: () =>
      vi.waitFor(
        async () => {
          const [pairing, ...more] = await test.ask('pairings.list', {})
          expect(more).toEqual([])
          if (pairing === undefined) throw new Error('nobody asks')
          return pairing
        },
        { interval: 2 },
      ),
  }
}

/** By node:http, because `fetch` does not let a caller choose Host, Origin and Sec-Fetch. */
function knock(url: string, path: string, { method, headers, body, signal }: Knock): Promise<Opened> {
  const { text, type } = encoded(body)
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      new URL(path, url),
      {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        agent: false,
        headers: { ...(type !== undefined && { 'content-type': type }), ...headers },
        ...(signal !== undefined && { signal }),
      },
      (response) => {
        let answer = ''
        response.on('data', (chunk: Buffer) => (answer += chunk.toString()))
        response.on('error', reject)
        response.on('end', () => {
          const isJson = response.headers['content-type']?.startsWith('application/json') === true
          const parsed = isJson ? (JSON.parse(answer) as Opened['body']) : {}
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: answer, body: parsed })
        })
      },
    )
    sent.on('error', reject)
    sent.end(text)
  })
}

function encoded(body: Knock['body']): { text?: string; type?: string } {
  if (body === undefined) return {}
  if (typeof body === 'string') return { text: body, type: 'application/json' }
  if (body instanceof URLSearchParams) {
    return { text: body.toString(), type: 'application/x-www-form-urlencoded' }
  }
  return { text: JSON.stringify(body), type: 'application/json' }
}

export const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-0123456789'
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')

/** A client that goes through the authorization by hand, so that a test can break any step. */
export interface HandClient {
  readonly id: string
  readonly redirectUri: string
  authorizePath(change?: Readonly<Record<string, string | undefined>>): string
  /** Opens the page as a browser would. */
  authorize(change?: Readonly<Record<string, string | undefined>>): Promise<Opened>
  /** The page's own way on: waits for the person and follows it to the client. */
  goOn(page: Opened): Promise<Opened>
  /** All of it, with a yes. @returns the code */
  code(toolkits?: readonly string[]): Promise<string>
  token(form: Readonly<Record<string, string | undefined>>): Promise<Opened>
  exchange(code: string, change?: Readonly<Record<string, string | undefined>>): Promise<Opened>
}

export async function registerClient(
  test: TestHub,
  door: Door,
  name = 'Cursor',
  redirectUri = 'http://127.0.0.1:4000/callback',
): Promise<HandClient> {
  const registered = await door.knock('/oauth/register', {
    body: { client_name: name, redirect_uris: [redirectUri] },
  })
  expect(registered.status).toBe(201)
  return handClient(test, door, String(registered.body['client_id']), redirectUri)
}

export function handClient(test: TestHub, door: Door, id: string, redirectUri: string): HandClient {
  const query = (given: Readonly<Record<string, string | undefined>>): URLSearchParams =>
    new URLSearchParams(
      Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
  const client: HandClient = {
    id,
    redirectUri,
    authorizePath(change = {}) {
      const asked = {
        response_type: 'code',
        client_id: id,
        redirect_uri: redirectUri,
        state: 'state-1',
        code_challenge: challengeOf(VERIFIER),
        code_challenge_method: 'S256',
        resource: `${door.url}/mcp`,
      }
      return `/oauth/authorize?${query({ ...asked, ...change }).toString()}`
    },
    authorize: (change) => door.knock(client.authorizePath(change), { headers: NAVIGATION }),
    goOn(page) {
      const next = /url=(\S+)$/.exec(String(page.headers['refresh']))?.[1] ?? ''
      return door.knock(next, { headers: { ...NAVIGATION, 'sec-fetch-site': 'same-origin' } })
    },
    async code(toolkits = []) {
      const page = await client.authorize()
      const { id: pairingId } = await door.asked()
      await test.ask('pairings.decide', { pairingId, allow: true, toolkits: [...toolkits] })
      const { headers } = await client.goOn(page)
      return new URL(headers.location ?? '').searchParams.get('code') ?? ''
    },
    token: (form) => door.knock('/oauth/token', { body: query({ client_id: id, ...form }) }),
    exchange: (code, change = {}) =>
      client.token({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: VERIFIER,
        ...change,
      }),
  }
  return client
}

/**
 * Sends a request that the bridge answers later.
 *
 * @returns once the bridge has begun to serve it; `ended` when it has done with it
 */
export async function arrival<T>(
  send: () => Promise<T>,
): Promise<{ answer: Promise<T>; ended: Promise<void> }> {
  const name = 'http.server.request.start'
  let hear: (message: unknown) => void = () => undefined
  const started = new Promise<ServerResponse>((resolve) => {
    hear = (message) => resolve((message as { response: ServerResponse }).response)
  })
  subscribe(name, hear)
  const answer = send()
  const response = await started
  unsubscribe(name, hear)
  const ended = new Promise<void>((resolve) => response.once('close', () => setImmediate(resolve)))
  await new Promise((resolve) => setImmediate(resolve))
  return { answer, ended }
}
