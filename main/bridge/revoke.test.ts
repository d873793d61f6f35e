import { Agent, fetch } from 'undici'
import { describe, expect, it, vi } from 'vitest'
import { legacyClient, modernClient } from '../testing/mcp-clients.ts'
import { json } from '../testing/notes-service.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'
import type { BridgeClient } from '../testing/bridge-client.ts'

const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

/** Opens the stream on which a client hears of changes. */
async function listen({ url, token }: BridgeClient) {
  const params = { notifications: { toolsListChanged: true }, _meta: ENVELOPE }
  return await fetch(`${url}/mcp`, {
    method: 'POST',
    // Connections of its own: one to an earlier hub on the same port is dead.
    dispatcher: new Agent(),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'subscriptions/listen',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params }),
  })
}

const revocations: readonly [string, (test: TestHub, appId: string) => Promise<unknown>][] = [
  ['is removed', (test, appId) => test.ask('apps.remove', { appId })],
  ['gets a new token', (test, appId) => test.ask('apps.renewToken', { appId })],
]

describe.each(revocations)('when an app %s', (_, revoke) => {
  it('its streams end at once, and those of others go on', async () => {
    const test = await createConnectedHub()
    const [app, other] = [await test.pair('One'), await test.pair('Other')]
    const [stream, kept] = [await listen(app), await listen(other)]
    const ended = stream.text().catch(() => 'cut off')
    let keptEnded = false
    const keptEnd = kept.text().finally(() => (keptEnded = true))
    await revoke(test, app.appId)
    expect(await ended).toBe('cut off')
    expect((await other.call('notes_list_notes')).status).toBe(200)
    expect(keptEnded).toBe(false)
    await test.close()
    await keptEnd.catch(() => undefined)
  })

  it('its questions are withdrawn, whoever waits is told, and nothing runs', async () => {
    const test = await createConnectedHub()
    const [app, other] = [await test.pair('One'), await test.pair('Other')]
    const waiting = app.call('notes_create_note', { title: 'Milk' })
    const others = other.call('notes_create_note', { title: 'Bread' })
    await test.questions(2)
    await revoke(test, app.appId)
    const refused = await waiting
    expect([refused.status, refused.body.error?.code]).toEqual([401, 'UNAUTHORIZED'])
    expect(await test.questions()).toMatchObject([{ summary: 'Create the note “Bread”' }])
    await test.decide({ kind: 'allow_once' })
    expect((await others).status).toBe(200)
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('a question whose app was left with a ticket is withdrawn too', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const calling = app.call('notes_create_note', { title: 'Milk' })
    await test.questions()
    await test.platform.clock.advance(45_000)
    expect((await calling).status).toBe(202)
    await revoke(test, app.appId)
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })

  it.each([
    ['2026', modernClient],
    ['2025', legacyClient],
  ] as const)('a client of MCP %s that waits is told, and its question is gone', async (_era, connect) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const client = await connect(app)
    const call = client.call('notes_create_note', { title: 'Milk' }).catch((error: unknown) => error)
    await test.questions()
    await revoke(test, app.appId)
    expect(await call).toBeInstanceOf(Error)
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })

  it('a read that runs is cut off', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    test.service.api = () => new Promise(() => undefined)
    const calling = app.call('notes_list_notes')
    await vi.waitFor(() => expect(test.apiRequests()).toEqual(['GET /notes']))
    await revoke(test, app.appId)
    expect((await calling).status).toBe(401)
    await vi.waitFor(async () => {
      const { rows } = await test.ask('activity.list', { limit: 5 })
      expect(rows[0]).toMatchObject({ tool: 'notes_list_notes', outcome: 'failed' })
    })
  })

  it('a write that has begun runs to its end and is in the log: nobody could tell what a half one did', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('policies.set', { tool: 'notes_create_note', policy: 'auto' })
    let answer: (response: Response) => void = () => undefined
    test.service.api = () => new Promise((resolve) => (answer = resolve))
    const calling = app.call('notes_create_note', { title: 'Milk' })
    await vi.waitFor(() => expect(test.apiRequests()).toEqual(['POST /notes']))
    await revoke(test, app.appId)
    expect((await calling).status).toBe(401)
    answer(json({ id: 'note-1', title: 'Milk' }, { status: 201 }))
    await vi.waitFor(async () => {
      const { rows } = await test.ask('activity.list', { limit: 5 })
      expect(rows[0]).toMatchObject({ tool: 'notes_create_note', outcome: 'succeeded' })
    })
  })

  it('a call whose body is still on its way does not run', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    let finish: () => void = () => undefined
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('{"arguments":'))
        finish = () => {
          controller.enqueue(Buffer.from('{}}'))
          controller.close()
        }
      },
    })
    const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' }
    const calling = app.fetch('/v1/tools/notes_list_notes', { method: 'POST', headers, body, duplex: 'half' })
    await vi.waitFor(async () => {
      const [entry] = await test.ask('apps.list', {})
      expect(entry?.lastSeenAt).not.toBeNull()
    })
    await revoke(test, app.appId)
    finish()
    expect((await calling.catch(() => ({ status: 401 }))).status).toBe(401)
    expect(test.apiRequests()).toEqual([])
  })
})

describe('one app', () => {
  it('has 32 streams and no more, with the seconds to wait; ending one makes room', async () => {
    const test = await createConnectedHub()
    const [app, other] = [await test.pair('One'), await test.pair('Other')]
    await test.ask('apps.update', { appId: app.appId, callsPerMinute: 1_000 })
    const streams = await Promise.all(Array.from({ length: 32 }, () => listen(app)))
    const refused = await listen(app)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(await refused.json()).toMatchObject({ error: { code: 'RATE_LIMITED' } })
    expect((await listen(other)).status).toBe(200)
    expect((await app.call('notes_list_notes')).status).toBe(200)
    await streams[0]?.body?.cancel()
    await vi.waitFor(async () => expect((await listen(app)).status).toBe(200), { interval: 20 })
    await test.close()
  })

  it('that asks too often hears over MCP too how long to wait', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.update', { appId: app.appId, callsPerMinute: 1 })
    const answers = []
    for (let request = 0; request < 11; request += 1) answers.push(await listen(app))
    expect(answers.at(-1)?.status).toBe(429)
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    await test.close()
  })
})
