import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { DoctorLine } from '../../preload/contract/doctor.ts'
import { FIXED_PORT } from '../testing/looped.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { credentialOf, json } from '../testing/notes-service.ts'
import { signInTo, storedRows } from '../testing/sign-in.ts'
import { createConnectedHub, createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'

type Lines = Readonly<Record<string, DoctorLine>>

async function look(test: TestHub, integrationId: string, connectionId?: string) {
  const subject = connectionId === undefined ? { integrationId } : { integrationId, connectionId }
  const { lines, report } = await test.ask('doctor.run', subject)
  return { lines, report, by: Object.fromEntries(lines.map((line) => [line.id, line])) as Lines }
}

const statesOf = (lines: readonly DoctorLine[]) =>
  Object.fromEntries(lines.map(({ id, state }) => [id, state]))

async function accountOf(test: TestHub, integrationId = 'notes'): Promise<string> {
  const { connections } = await test.ask('integrations.get', { integrationId })
  return connections[0]?.id ?? ''
}

/** Lets the provider tell the time with every answer. */
function tellTime({ platform, service }: TestHub): void {
  platform.network.respond = async (request) => {
    const response = await service.respond(request)
    response.headers.set('date', new Date(platform.clock.now()).toUTCString())
    return response
  }
}

describe('before an account is connected', () => {
  it('all that a sign-in needs is looked at, and nothing else', async () => {
    const test = createTestHub()
    tellTime(test)
    const { lines } = await look(test, 'notes')
    expect(statesOf(lines)).toEqual({
      vault: 'ok',
      client: 'ok',
      redirect: 'note',
      protocol: 'ok',
      clock: 'ok',
      'network:api.notes.example': 'ok',
      'network:notes.example': 'ok',
    })
  })

  it('an integration with a key only is spared what belongs to sign-ins', async () => {
    const { lines } = await look(createTestHub(), 'mischief')
    expect(lines.map(({ id }) => id)).toEqual(['vault', 'clock', 'network:api.mischief.example'])
  })

  it('no credential leaves, though there is one', async () => {
    const test = await createConnectedHub()
    test.platform.environment['NOTES_CLIENT_SECRET'] = 'client-secret-1'
    const before = test.platform.network.requests.length
    await look(test, 'notes')
    const asked = test.platform.network.requests.slice(before)
    expect(asked.map(({ method, url }) => `${method} ${url.href}`).sort()).toEqual([
      'HEAD https://api.notes.example/',
      'HEAD https://notes.example/',
    ])
    expect(JSON.stringify(asked.map(({ headers, body }) => [[...headers], body]))).not.toMatch(
      /secret|key-of|client-1/,
    )
  })

  it('the app’s own scheme matters only where a sign-in comes back by it, a port only where it is fixed', async () => {
    const test = createTestHub()
    const ids = async (integrationId: string) => (await look(test, integrationId)).lines.map(({ id }) => id)
    expect(await ids('notes')).toContain('protocol')
    expect(await ids('looped')).not.toContain('protocol')
    expect(await ids('looped')).not.toContain('port')
    expect(await ids('fixed')).toContain('port')
  })

  it('a missing client and a provider that is gone are told apart', async () => {
    const platform = createFakePlatform({ folder: temporaryFolder() })
    const test = createTestHub({ platform })
    test.service.api = () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) })
    }
    const { by } = await look(test, 'notes')
    expect(by['client']).toMatchObject({ state: 'problem', action: 'enter_client' })
    expect(by['network:api.notes.example']).toMatchObject({ state: 'problem', action: 'retry' })
    expect(by['network:notes.example']).toMatchObject({ state: 'ok' })
  })
})

describe('of an account', () => {
  it('is asked whether the provider still knows it, as a call would', async () => {
    const test = await createConnectedHub()
    const { by } = await look(test, 'notes', await accountOf(test))
    expect(by['account']).toMatchObject({ state: 'ok' })
    const sent = test.platform.network.requests.filter(({ url }) => url.pathname === '/me')
    expect(sent.map(credentialOf).at(-1)).toBe('key-of-ada')
    expect(Object.keys(by)).not.toContain('client')
  })

  it('that was revoked the line says so, and so does the account', async () => {
    const test = await createConnectedHub()
    const id = await accountOf(test)
    test.service.accounts.clear()
    expect((await look(test, 'notes', id)).by['account']).toMatchObject({
      state: 'problem',
      action: 'reconnect',
    })
    const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
    expect(connections[0]?.status).toBe('expired')
  })

  it('a token that is about to end is renewed on the way, and what is wrong with that is said', async () => {
    const test = createTestHub()
    const id = await signInTo(test)
    await test.platform.clock.advance(3_600_000)
    expect((await look(test, 'notes', id)).by['account']).toMatchObject({ state: 'ok' })
    await test.platform.clock.advance(3_600_000)
    test.service.token = () => json({ error: 'invalid_client' }, { status: 401 })
    const { sentence, state, action } = (await look(test, 'notes', id)).by['account'] ?? {}
    expect([state, action]).toEqual(['problem', 'none'])
    expect(sentence).toContain('OAuth client id or secret')
  })

  it('of another integration, or of none, is refused', async () => {
    const test = await createConnectedHub()
    const connectionId = await accountOf(test)
    for (const subject of [
      { integrationId: 'mischief', connectionId },
      { integrationId: 'notes', connectionId: 'con_0' },
      { integrationId: 'nothing' },
    ]) {
      expect((await test.refusal('doctor.run', subject)).code).toBe('RESOURCE_NOT_FOUND')
    }
  })

  it('a scope that was not allowed is named', async () => {
    const test = createTestHub()
    test.service.token = () => {
      test.service.accounts.set('access-x', 'ada')
      return json({ access_token: 'access-x', token_type: 'Bearer', scope: 'read' })
    }
    const { by } = await look(test, 'notes', await signInTo(test))
    expect(by['scopes']).toMatchObject({ state: 'problem', action: 'reconnect' })
    expect(by['scopes']?.sentence).toContain('“write”')
  })
})

describe('the report', () => {
  it('has every line, the versions, and nothing that must stay here', async () => {
    const test = createTestHub()
    test.platform.environment['NOTES_CLIENT_SECRET'] = 'client-secret-1'
    test.platform.proxy = 'PROXY ada:proxy-word@proxy.example:8080'
    const id = await signInTo(test)
    test.service.api = () => json({ message: 'no such token: access-1 of ada@example.com' }, { status: 400 })
    const { lines, report } = await look(test, 'notes', id)
    for (const { title } of lines) expect(report).toContain(` ${title}: `)
    expect(report).toContain('Version 0.0.0-test, Test system 1')
    expect(report).toContain('Notes (notes), an account by browser sign-in, active')
    expect(report).toContain('INTEGRATIONS_EXECUTION_FAILED')
    expect(report).not.toMatch(/access-1|refresh-1|client-secret-1|client-1|proxy-word|ada/)
    expect(report.length).toBeLessThan(20_000)
  })
})

describe('before the browser opens', () => {
  it('another program that opens the links stops the sign-in: it would never come back', async () => {
    const test = createTestHub()
    test.platform.protocolHandler.current = { isOurs: false, name: 'Old copy' }
    const { code, message } = await test.refusal('connections.beginSignIn', { integrationId: 'notes' })
    expect(code).toBe('SIGN_IN_FAILED')
    expect(message).toContain('“Old copy”')
    expect(test.platform.opened).toEqual([])
    expect(storedRows(test).pending).toBe(0)
    expect(await test.ask('doctor.act', { action: 'register_protocol' })).toEqual({ done: true })
    await signInTo(test)
  })

  it('a system that does not let it be changed is not said to have been changed', async () => {
    const test = createTestHub()
    Object.assign(test.platform.protocolHandler, { isFixed: true, current: { isOurs: false, name: null } })
    expect(await test.ask('doctor.act', { action: 'register_protocol' })).toEqual({ done: false })
  })

  it.each([
    ['does not tell who opens them', () => Promise.resolve({ isOurs: null, name: null })],
    ['fails to tell', () => Promise.reject(new Error('xdg-mime'))],
  ])('a system that %s stops nobody', async (_, owner) => {
    const test = createTestHub()
    test.platform.protocolHandler.owner = owner
    await signInTo(test)
  })

  it('a system that never tells stops nobody for long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const test = createTestHub()
    test.platform.protocolHandler.owner = () => new Promise(() => undefined)
    const begun = test.ask('connections.beginSignIn', { integrationId: 'notes' })
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await begun).toMatchObject({ status: 'waiting' })
    expect(test.platform.opened).toHaveLength(1)
  })

  it('who opens the links is no matter where a sign-in does not come back by one', async () => {
    const test = createTestHub()
    test.platform.protocolHandler.current = { isOurs: false, name: 'Old copy' }
    await test.ask('connections.beginSignIn', { integrationId: 'looped' })
    expect(test.platform.opened).toHaveLength(1)
  })

  it('a port that another program has stops the sign-in, and that program is named', async () => {
    const blocker = createServer()
    onTestFinished(() => void blocker.close())
    await new Promise<void>((ready) => blocker.listen(FIXED_PORT, '127.0.0.1', ready))
    const test = createTestHub()
    test.platform.portHolder = 'nginx'
    const { message } = await test.refusal('connections.beginSignIn', { integrationId: 'fixed' })
    expect(message).toContain(`“nginx”, uses port ${FIXED_PORT}`)
    expect(test.platform.opened).toEqual([])
  })

  it('a sign-in of our own that waits on the port does not stop the next one', async () => {
    const test = createTestHub()
    await test.ask('connections.beginSignIn', { integrationId: 'fixed' })
    expect((await look(test, 'fixed')).by['port']).toMatchObject({ state: 'ok' })
    await test.ask('connections.beginSignIn', { integrationId: 'fixed' })
    expect(test.platform.opened).toHaveLength(2)
  })
})
