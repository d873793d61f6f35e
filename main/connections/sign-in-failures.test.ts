import { describe, expect, it } from 'vitest'
import { noConnection } from '../testing/fake-platform.ts'
import { json } from '../testing/notes-service.ts'
import { beginSignIn, storedRows, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub } from '../testing/test-hub.ts'

function fails(code: string): never {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) })
}

const NOTHING = { connections: 0, credentials: 0, pending: 0 }

describe('nothing is kept, and the person gets a sentence, when the browser comes back with', () => {
  const answers: [string, Record<string, string>, RegExp][] = [
    ['a no', { error: 'access_denied' }, /not allowed/],
    [
      'an error of the provider',
      { error: 'server_error', error_description: 'Please wait.' },
      /Please wait\.$/,
    ],
    ['no code', {}, /does not belong/],
    ['the wrong issuer (mix-up, RFC 9207)', { code: 'c', iss: 'https://evil.example' }, /does not belong/],
    ['a token in the link', { access_token: 'stolen', token_type: 'bearer' }, /does not belong/],
  ]
  it.each(answers)('%s', async (_, answer, sentence) => {
    const test = createTestHub()
    const { link } = await beginSignIn(test)
    expect(await test.hub.openLink(link(answer))).toBe(true)
    expect(test.signIns()).toMatchObject([{ status: 'failed', connectionId: null }])
    expect(test.signIns()[0]?.problem).toMatchObject({ code: 'SIGN_IN_FAILED' })
    expect(test.signIns()[0]?.problem?.message).toMatch(sentence)
    expect(tokenRequests(test)).toEqual([])
    expect(storedRows(test)).toEqual(NOTHING)
  })

  it('two states, of which the first is ours', async () => {
    const test = createTestHub()
    const { link } = await beginSignIn(test)
    await test.hub.openLink(`${link()}&state=other`)
    expect(test.signIns()).toMatchObject([{ status: 'failed' }])
    expect(tokenRequests(test)).toEqual([])
  })
})

describe('nothing is kept, and the person gets a sentence, when the token endpoint answers', () => {
  const ok = { access_token: 'access-1', token_type: 'Bearer' }
  const answers: [string, () => Response, string, RegExp][] = [
    [
      '400',
      () => json({ error: 'invalid_grant', error_description: 'Code is used' }, { status: 400 }),
      'SIGN_IN_FAILED',
      /Code is used/,
    ],
    [
      'invalid_client',
      () => json({ error: 'invalid_client' }, { status: 401 }),
      'SIGN_IN_FAILED',
      /client id or secret/,
    ],
    [
      '200 with an error in it',
      () => json({ error: 'bad_verification_code', error_description: 'The code is old.' }),
      'SIGN_IN_FAILED',
      /The code is old\.$/,
    ],
    ['garbage', () => new Response('<html>busy</html>'), 'SIGN_IN_FAILED', /does not belong/],
    [
      '500',
      () => new Response('oops', { status: 500 }),
      'SIGN_IN_FAILED',
      /has trouble at the moment \(HTTP 500\)/,
    ],
    [
      'a page of the network',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'NETWORK',
      /sign in to the network/,
    ],
    ['no token', () => json({ token_type: 'Bearer' }), 'SIGN_IN_FAILED', /does not belong/],
    ['a list', () => json([ok]), 'SIGN_IN_FAILED', /does not belong/],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
      'NETWORK',
      /sign in to the network/,
    ],
    ['nothing: no connection', () => noConnection(), 'NETWORK', /could not be reached.*ECONNREFUSED/],
    ['nothing: no internet', () => fails('ENOTFOUND'), 'NETWORK', /Check the connection to the internet/],
    ['nothing: the clock is wrong', () => fails('CERT_NOT_YET_VALID'), 'NETWORK', /Check the date and time/],
    [
      'nothing: a proxy inspects',
      () => fails('SELF_SIGNED_CERT_IN_CHAIN'),
      'NETWORK',
      /inspects the connection/,
    ],
  ]
  it.each(answers)('%s', async (_, answer, code, sentence) => {
    const test = createTestHub()
    test.service.token = answer
    const { link } = await beginSignIn(test)
    await test.hub.openLink(link())
    expect(test.signIns()).toMatchObject([{ status: 'failed', problem: { code } }])
    expect(test.signIns()[0]?.problem?.message).toMatch(sentence)
    expect(tokenRequests(test)).toHaveLength(1)
    expect(storedRows(test)).toEqual(NOTHING)
  })

  it('with a token that the API then refuses', async () => {
    const test = createTestHub()
    test.service.token = () => json({ ...ok, access_token: 'unknown-to-api' })
    const { link } = await beginSignIn(test)
    await test.hub.openLink(link())
    expect(test.signIns()).toMatchObject([{ status: 'failed', problem: { code: 'SIGN_IN_FAILED' } }])
    expect(storedRows(test)).toEqual(NOTHING)
  })
})

describe('a sign-in does not start', () => {
  it('without a client id, and says so before the browser opens', async () => {
    const test = createTestHub()
    test.platform.environment['NOTES_CLIENT_ID'] = ''
    const error = await test.refusal('connections.beginSignIn', { integrationId: 'notes' })
    expect(error.code).toBe('INTEGRATIONS_NOT_CONFIGURED')
    expect(test.platform.opened).toEqual([])
  })

  it('without a keychain: the token could not be kept', async () => {
    const test = createTestHub()
    test.platform.keychain.mood = 'fails'
    const error = await test.refusal('connections.beginSignIn', { integrationId: 'notes' })
    expect(error.code).toBe('KEYCHAIN_UNAVAILABLE')
    expect(test.platform.opened).toEqual([])
  })

  it('where there is none', async () => {
    const test = createTestHub()
    for (const [integrationId, code] of [
      ['mischief', 'INTEGRATIONS_NOT_CONFIGURED'],
      ['none', 'RESOURCE_NOT_FOUND'],
    ] as const) {
      expect((await test.refusal('connections.beginSignIn', { integrationId })).code).toBe(code)
    }
  })
})

it('tells the person when the keychain is locked as the browser comes back', async () => {
  const test = createTestHub()
  const { signIn, link } = await beginSignIn(test)
  const again = await test.restart()
  again.platform.keychain.mood = 'fails'
  await again.hub.openLink(link())
  expect(again.signIns()).toMatchObject([
    { id: signIn.id, status: 'failed', problem: { code: 'KEYCHAIN_UNAVAILABLE' } },
  ])
})
