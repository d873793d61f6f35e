import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { SignIn } from '../../preload/contract/shapes.ts'
import { json } from '../testing/notes-service.ts'
import { beginSignIn, storedRows, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'
import { REDIRECT_URI } from './redirect-uri.ts'

interface Begun {
  readonly signIn: SignIn
  readonly state: string
  readonly redirect: URL
}

async function begin(test: TestHub, integrationId = 'looped'): Promise<Begun> {
  const signIn = await test.ask('connections.beginSignIn', { integrationId })
  const query = new URL(test.platform.opened.at(-1) ?? '').searchParams
  return { signIn, state: query.get('state') ?? '', redirect: new URL(query.get('redirect_uri') ?? '') }
}

/** What a browser sees: status and sentence; undefined when nobody listens. */
function visit(redirect: URL, answer: Record<string, string>) {
  const url = new URL(redirect)
  const { host } = url
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  url.search = new URLSearchParams(answer).toString()
  return new Promise<{ status: number | undefined; sentence: string | undefined } | undefined>((resolve) => {
    const call = request(url, { headers: { host }, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () =>
        resolve({ status: response.statusCode, sentence: /<p>(.*)<\/p>/.exec(text)?.[1] }),
      )
    })
    call.on('error', () => resolve(undefined))
    call.end()
  })
}

const link = (answer: Record<string, string>): string =>
  `${REDIRECT_URI}?${new URLSearchParams(answer).toString()}`

const DONE = { status: 200, sentence: 'You can close this and go back to Gatehouse.' }
const FAILED = { status: 400, sentence: 'It did not work: see Gatehouse for the reason.' }
const UNEXPECTED = { status: 400, sentence: 'No sign-in is waiting for this. Start it again in Gatehouse.' }

const strangers: [string, Record<string, string>][] = [
  ['a code without a state', { code: 'c' }],
  ['a code with an empty state', { code: 'c', state: '' }],
  ['a code with a state that nobody gave', { code: 'c', state: 'guessed' }],
  ['an error without a state', { error: 'access_denied' }],
  ['an error with a state that nobody gave', { error: 'access_denied', state: 'guessed' }],
]

describe('an answer that no sign-in waits for ends none, and no code is exchanged', () => {
  it.each(strangers)('through the app’s scheme: %s', async (_, answer) => {
    const test = createTestHub()
    const { link: ours } = await beginSignIn(test)
    expect(await test.hub.openLink(link(answer))).toBe(false)
    expect([test.signIns(), tokenRequests(test), storedRows(test).pending]).toEqual([[], [], 1])
    expect(await test.hub.openLink(ours())).toBe(true)
    expect(test.signIns().at(-1)?.status).toBe('done')
  })

  it.each(strangers)('at this computer’s own address: %s', async (_, answer) => {
    const test = createTestHub()
    const { state, redirect } = await begin(test)
    expect(await visit(redirect, answer)).toEqual(UNEXPECTED)
    expect([test.signIns(), tokenRequests(test), storedRows(test).pending]).toEqual([[], [], 1])
    expect(await visit(redirect, { code: 'c', state })).toEqual(DONE)
  })
})

describe('the state of another integration', () => {
  it('takes its code to the integration it was made for, and to no other', async () => {
    const test = createTestHub()
    test.platform.environment['HOSTED_CLIENT_ID'] = 'client-2'
    const { link: ours } = await beginSignIn(test)
    await begin(test, 'hosted')
    expect(await test.hub.openLink(ours({ code: 'code-of-notes' }))).toBe(true)
    const posts = test.platform.network.requests.filter(({ method }) => method === 'POST')
    expect(posts.map(({ url }) => url.href)).toEqual(['https://notes.example/oauth/token'])
    expect(test.signIns()).toMatchObject([{ integrationId: 'notes', status: 'done' }])
    expect(storedRows(test)).toMatchObject({ connections: 1, pending: 1 })
  })

  it('with the code and the issuer of this one is refused: the providers were mixed up', async () => {
    const test = createTestHub()
    test.platform.environment['HOSTED_CLIENT_ID'] = 'client-2'
    await beginSignIn(test)
    const { state } = await begin(test, 'hosted')
    await test.hub.openLink(link({ code: 'code-of-notes', state, iss: 'https://notes.example' }))
    expect(test.signIns()).toMatchObject([{ integrationId: 'hosted', status: 'failed' }])
    expect(test.platform.network.requests).toEqual([])
  })

  it('is refused at the listener of this one, which goes on waiting', async () => {
    const test = createTestHub()
    const [one, other] = [await begin(test, 'looped'), await begin(test, 'local')]
    expect(await visit(other.redirect, { code: 'c', state: one.state })).toEqual(FAILED)
    expect(test.signIns()).toMatchObject([{ id: one.signIn.id, status: 'failed' }])
    expect(tokenRequests(test)).toEqual([])
    expect(await visit(other.redirect, { code: 'c', state: other.state })).toEqual(DONE)
  })
})

it('the issuer itself is accepted, and what is nearly it is not', async () => {
  const issuers = ['https://notes.example', 'https://notes.example/', 'https://api.notes.example']
  const ends = issuers.map(async (iss) => {
    const test = createTestHub()
    const { link: ours } = await beginSignIn(test)
    await test.hub.openLink(ours({ code: 'c', iss }))
    return [test.signIns().at(-1)?.status, tokenRequests(test).length]
  })
  expect(await Promise.all(ends)).toEqual([['done', 1], ...Array.from({ length: 2 }, () => ['failed', 0])])
})

describe('what the browser shows when it comes back', () => {
  const failures: [string, Record<string, string>, (() => Response)?][] = [
    ['a no', { error: 'access_denied' }],
    ['the wrong issuer', { code: 'c', iss: 'https://evil.example' }],
    ['no code', {}],
    [
      'a code that the provider refuses',
      { code: 'c' },
      () => json({ error: 'invalid_grant' }, { status: 400 }),
    ],
    ['a token that the API refuses', { code: 'c' }, () => json({ access_token: 'x', token_type: 'bearer' })],
  ]
  it.each(failures)(
    'says that it did not work, and nobody listens any more: %s',
    async (_, answer, token) => {
      const test = createTestHub()
      if (token !== undefined) test.service.token = token
      const { state, redirect } = await begin(test)
      expect(await visit(redirect, { ...answer, state })).toEqual(FAILED)
      expect(test.signIns()).toMatchObject([{ status: 'failed' }])
      expect(await visit(redirect, { code: 'c', state })).toBeUndefined()
    },
  )

  it('of two answers at once one counts; a second one later finds nobody', async () => {
    const test = createTestHub()
    const { state, redirect } = await begin(test)
    const both = await Promise.all([
      visit(redirect, { code: 'a', state }),
      visit(redirect, { code: 'b', state }),
    ])
    expect(both.filter((page) => page?.status === 200)).toEqual([DONE])
    expect([undefined, UNEXPECTED]).toContainEqual(both.find((page) => page?.status !== 200))
    expect(tokenRequests(test)).toHaveLength(1)
    expect(await visit(redirect, { code: 'c', state })).toBeUndefined()
    expect(tokenRequests(test)).toHaveLength(1)
  })
})

it('a browser that cannot be opened leaves nobody listening and nothing waiting', async () => {
  const test = createTestHub()
  let opened = ''
  Object.assign(test.platform.browser, {
    open: (url: string) => {
      opened = url
      return Promise.reject(new Error('no browser'))
    },
  })
  await test.refusal('connections.beginSignIn', { integrationId: 'looped' })
  const redirect = new URL(new URL(opened).searchParams.get('redirect_uri') ?? '')
  expect(await visit(redirect, { code: 'c', state: 'any' })).toBeUndefined()
  expect(storedRows(test).pending).toBe(0)
})
