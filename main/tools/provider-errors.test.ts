import { describe, expect, it } from 'vitest'
import { noConnection } from '../testing/fake-platform.ts'
import { json } from '../testing/notes-service.ts'
import { serveHosted } from '../testing/hosted.ts'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

const answers: [string, () => Response, number, string][] = [
  ['403', () => json({ message: 'Not yours' }, { status: 403 }), 502, 'INTEGRATIONS_EXECUTION_FAILED'],
  ['404', () => json({ message: 'No such note' }, { status: 404 }), 502, 'INTEGRATIONS_EXECUTION_FAILED'],
  ['422', () => json({ message: 'title is taken' }, { status: 422 }), 502, 'INTEGRATIONS_EXECUTION_FAILED'],
  ['500', () => json({ message: 'Oops' }, { status: 500 }), 502, 'INTEGRATIONS_EXECUTION_FAILED'],
  ['429', () => json({}, { status: 429, headers: { 'retry-after': '30' } }), 429, 'RATE_LIMITED'],
  ['garbage', () => new Response('<html>'), 502, 'INTEGRATIONS_EXECUTION_FAILED'],
  ['no connection', () => noConnection(), 502, 'NETWORK'],
]

describe('what the provider answers becomes one of the closed codes', () => {
  it.each(answers)('%s', async (_, answer, status, code) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = answer
    const got = await app.call('notes_list_notes')
    expect([got.status, got.body.error?.code]).toEqual([status, code])
    expect(got.body.error?.remedy).toEqual(expect.any(String))
  })

  it('and keeps the provider’s own sentence', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = () => json({ message: 'title is taken' }, { status: 422 })
    expect((await app.call('notes_list_notes')).body.error?.message).toContain('title is taken')
  })

  it('and says how long to wait, also in the header', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = () => json({}, { status: 429, headers: { 'retry-after': '30' } })
    const { headers, body } = await app.call('notes_list_notes')
    expect(headers.get('retry-after')).toBe('30')
    expect(body.error?.details).toMatchObject({ retryAfterSeconds: 30 })
  })
})

it('what the person did not allow is named in the words of the connect screen', async () => {
  const test = createTestHub()
  const server = serveHosted(test.platform)
  const values = { host: '', email: 'ada@example.com', token: 'tok-1' }
  await test.ask('connections.connectWithKey', { integrationId: 'hosted', method: 'api_key', values })
  const challenge = 'Bearer error="insufficient_scope", scope="things"'
  server.api = () => json({}, { status: 403, headers: { 'www-authenticate': challenge } })
  const app = await test.pair()
  expect((await app.call('hosted_get_thing')).body.error).toMatchObject({
    code: 'SCOPE_MISSING',
    message: 'This Hosted account was not allowed “Read things”. Reconnect it and allow that.',
  })
})

it('a credential refused in an answer with status 200 marks the account', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  expect((await test.ticket(app.call('mischief_get_refused'))).body['status']).toBe('approval_pending')
  const { connections } = await test.ask('integrations.get', { integrationId: 'mischief' })
  expect(connections).toMatchObject([{ status: 'expired' }])
})

describe('time limits', () => {
  it('end a read whose handler does not listen', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const { status, body } = await app.call('mischief_get_slow')
    expect([status, body.error?.code]).toEqual([504, 'TIMEOUT'])
  })

  it('do not say of a write that it may be tried again: it may have happened', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call('mischief_send_slow')
    await test.decide({ kind: 'allow_once' })
    expect((await call).body.error?.code).toBe('OUTCOME_UNKNOWN')
  })
})

describe('a connection that breaks during a write', () => {
  const breaking = (code: string) => (): never => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('broken'), { code }) })
  }

  it.each([
    ['ECONNRESET', 'OUTCOME_UNKNOWN'],
    ['UND_ERR_SOCKET', 'OUTCOME_UNKNOWN'],
    ['ENOTFOUND', 'NETWORK'],
    ['ECONNREFUSED', 'NETWORK'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'NETWORK'],
  ])('with %s is %s: only what never left may be tried again', async (cause, code) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = breaking(cause)
    const call = app.call('notes_create_note', { title: 'once' })
    await test.decide({ kind: 'allow_once' })
    expect((await call).body.error?.code).toBe(code)
  })
})

describe('a passing fault', () => {
  const busy = (): Response => json({}, { status: 503 })

  it('is met again for a read, at most three times', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = busy
    const call = app.call('notes_list_notes')
    for (const pause of [300, 600]) {
      await expect.poll(() => test.platform.clock.pending()).toBe(1)
      await test.platform.clock.advance(pause)
    }
    expect((await call).body.error?.code).toBe('INTEGRATIONS_EXECUTION_FAILED')
    expect(test.apiRequests()).toHaveLength(3)
  })

  it('is never met again for a write: it would be done twice', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = busy
    const call = app.call('notes_create_note', { title: 'Milk' })
    await test.decide({ kind: 'allow_once' })
    expect((await call).body.error?.code).toBe('INTEGRATIONS_EXECUTION_FAILED')
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  const waits: [string, () => string][] = [
    ['in seconds', () => '4'],
    ['as a date', () => new Date(Date.now() + 4_000).toUTCString()],
  ]
  it.each(waits)('is met again no sooner than asked: %s', async (_, wait) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const busyOnce = [json({}, { status: 503, headers: { 'retry-after': wait() } })]
    test.service.api = () => busyOnce.shift()
    const call = app.call('notes_list_notes')
    await expect.poll(() => test.platform.clock.pending()).toBe(1)
    await test.platform.clock.advance(900)
    expect(test.apiRequests()).toHaveLength(1)
    await test.platform.clock.advance(3_100)
    expect((await call).status).toBe(200)
  })
})
