import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { beginSignIn, signInTo, storedRows, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub } from '../testing/test-hub.ts'

const TEN_MINUTES_MS = 10 * 60_000

describe('a sign-in', () => {
  it('opens the consent page with what the provider needs, and nothing secret', async () => {
    const test = createTestHub()
    test.platform.environment['NOTES_CLIENT_SECRET'] = 'client-secret-1'
    const { signIn, query } = await beginSignIn(test)
    expect(signIn).toMatchObject({
      integrationId: 'notes',
      status: 'waiting',
      problem: null,
      connectionId: null,
    })
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: 'app.gatehouse.desktop:/oauth/callback',
      scope: 'read write',
      code_challenge_method: 'S256',
    })
    expect(query.get('state')).toMatch(/^[\w-]{43}$/)
    expect(test.platform.opened.join(' ')).not.toContain('client-secret-1')
  })

  it('sends the verifier whose S256 challenge the provider was shown', async () => {
    const test = createTestHub()
    const { query, link } = await beginSignIn(test)
    await test.hub.openLink(link())
    const [form] = tokenRequests(test)
    const challenge = createHash('sha256')
      .update(form?.get('code_verifier') ?? '')
      .digest('base64url')
    expect(challenge).toBe(query.get('code_challenge'))
    expect(Object.fromEntries(form ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: 'app.gatehouse.desktop:/oauth/callback',
      client_id: 'client-1',
    })
  })

  it('never uses a state or a verifier twice', async () => {
    const test = createTestHub()
    const [one, two] = [await beginSignIn(test), await beginSignIn(test)]
    expect(one.query.get('state')).not.toBe(two.query.get('state'))
    expect(one.query.get('code_challenge')).not.toBe(two.query.get('code_challenge'))
  })

  it('ends with an account that works, named by the provider', async () => {
    const test = createTestHub()
    await signInTo(test)
    const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
    expect(connections).toMatchObject([
      { accountName: 'ada@example.com', authType: 'oauth2', status: 'active', scopes: ['read', 'write'] },
    ])
    const app = await test.pair()
    expect((await app.call('notes_list_notes')).status).toBe(200)
    expect(test.platform.network.requests.at(-1)?.headers.get('authorization')).toBe('Bearer access-1')
  })

  it('is finished by a link that starts the app anew', async () => {
    const test = createTestHub()
    const { signIn, link } = await beginSignIn(test)
    const again = await test.restart()
    expect(await again.hub.openLink(link())).toBe(true)
    expect(again.signIns()).toMatchObject([{ id: signIn.id, status: 'done' }])
    expect(storedRows(again)).toEqual({ connections: 1, credentials: 1, pending: 0 })
  })
})

describe('a link changes nothing when', () => {
  it('its state was used before: the code of an attacker could follow', async () => {
    const test = createTestHub()
    const { link } = await beginSignIn(test)
    expect(await test.hub.openLink(link())).toBe(true)
    expect(await test.hub.openLink(link({ code: 'another-code' }))).toBe(false)
    expect(tokenRequests(test)).toHaveLength(1)
  })

  it('it arrives twice at the same moment', async () => {
    const test = createTestHub()
    const { link } = await beginSignIn(test)
    const both = await Promise.all([test.hub.openLink(link()), test.hub.openLink(link())])
    expect(both).toEqual([true, false])
    expect(tokenRequests(test)).toHaveLength(1)
  })

  it('nobody asked for it', async () => {
    const test = createTestHub()
    await beginSignIn(test)
    for (const link of [
      'app.gatehouse.desktop:/oauth/callback?code=x&state=made-up',
      'app.gatehouse.desktop:/oauth/callback?code=x',
      'app.gatehouse.desktop:/oauth/callback?code=x&state=',
      'app.gatehouse.desktop:/approvals/allow?id=1&state=x',
    ]) {
      expect(await test.hub.openLink(link)).toBe(false)
    }
    expect(tokenRequests(test)).toEqual([])
    expect(test.signIns()).toEqual([])
    expect(storedRows(test).pending).toBe(1)
  })

  it('the sign-in was cancelled, also in an earlier run', async () => {
    const test = createTestHub()
    const { signIn, link } = await beginSignIn(test)
    const again = await test.restart()
    await again.ask('connections.cancelSignIn', { signInId: signIn.id })
    expect(again.signIns()).toMatchObject([{ id: signIn.id, status: 'cancelled' }])
    expect(await again.hub.openLink(link())).toBe(false)
    expect(tokenRequests(again)).toEqual([])
  })
})

describe('a late link', () => {
  it('works until ten minutes have passed', async () => {
    const test = createTestHub()
    const { link } = await beginSignIn(test)
    await test.platform.clock.advance(TEN_MINUTES_MS)
    await test.hub.openLink(link())
    expect(test.signIns()).toMatchObject([{ status: 'done' }])
  })

  it('fails afterwards, and the person is told', async () => {
    const test = createTestHub()
    const { signIn, link } = await beginSignIn(test)
    await test.platform.clock.advance(TEN_MINUTES_MS + 1)
    await test.hub.openLink(link())
    expect(test.signIns()).toMatchObject([
      { id: signIn.id, status: 'failed', problem: { code: 'SIGN_IN_FAILED' } },
    ])
    expect(tokenRequests(test)).toEqual([])
    expect(storedRows(test)).toEqual({ connections: 0, credentials: 0, pending: 0 })
  })
})

it('keeps neither state nor verifier readable on the disk', async () => {
  const test = createTestHub()
  const { query, link } = await beginSignIn(test)
  const rows = test.platform.database.prepare('SELECT * FROM pending_sign_ins').all()
  const bytes = JSON.stringify(rows, (_, value: unknown) =>
    Buffer.isBuffer(value) ? value.toString('latin1') : value,
  )
  await test.hub.openLink(link())
  expect(bytes).not.toContain(query.get('state'))
  expect(bytes).not.toContain(tokenRequests(test)[0]?.get('code_verifier'))
})
