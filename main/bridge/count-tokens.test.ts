import { describe, expect, it } from 'vitest'
import type { AppTokenUse, TokenCounts } from '../../preload/contract/token-use.ts'
import { desktopApp } from '../apps/desktop-app.ts'
import type { BridgeClient } from '../testing/bridge-client.ts'
import { legacyClient, modernClient } from '../testing/mcp-clients.ts'
import { rpc, sendMcp } from '../testing/mcp-wire.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'
import { createTokenCounter } from './count-tokens.ts'

async function running() {
  const test = await createConnectedHub()
  return { test, app: await test.pair() }
}

const NOTHING: TokenCounts = { listed: 0, results: 0, arguments: 0 }

/** As the window reads it. */
async function todayOf(test: TestHub, { appId }: BridgeClient): Promise<TokenCounts> {
  const used: AppTokenUse[] = await test.ask('tokenUse.list', {})
  return used.find((row) => row.appId === appId)?.today ?? NOTHING
}

/** Four characters a token, a part of one counts whole. */
const tokens = (value: unknown): number => Math.ceil(JSON.stringify(value).length / 4)

const costOfList = async (test: TestHub): Promise<number> =>
  (await test.ask('apps.list', {}))[0]?.listing.tokens ?? 0

describe('what an app reads is counted', () => {
  it('a list as it costs, however it is read; one that was refused is none', async () => {
    const { test, app } = await running()
    const cost = await costOfList(test)
    expect(cost).toBeGreaterThan(300)
    await app.get('/v1/manifest')
    expect(await todayOf(test, app)).toEqual({ ...NOTHING, listed: cost })
    await app.get('/v1/manifest?format=openai')
    await app.get('/openapi.json')
    expect((await app.get('/v1/manifest?format=other')).status).toBe(422)
    expect(await todayOf(test, app)).toEqual({ ...NOTHING, listed: 3 * cost })
  })

  it('arguments and answer of a call, and those of one that was refused', async () => {
    const { test, app } = await running()
    const sent = { cursor: 'a “page”' }
    const { body } = await app.call('notes_list_notes', sent)
    const answered = { listed: 0, results: tokens(body.data), arguments: tokens(sent) }
    expect(await todayOf(test, app)).toEqual(answered)

    await test.ask('policies.set', { tool: 'notes_delete_note', policy: 'block' })
    const refused = await app.call('notes_delete_note', { note_id: 'n1' })
    expect(refused.body.error?.code).toBe('TOOL_BLOCKED')
    expect(await todayOf(test, app)).toEqual({
      listed: 0,
      results: answered.results + tokens(refused.body),
      arguments: answered.arguments + tokens({ note_id: 'n1' }),
    })
  })

  it('a ticket, which is an answer as well; and nothing for an app that hung up', async () => {
    const { test, app } = await running()
    const waiting = app.call('notes_create_note', { title: 'x' })
    await test.questions()
    await test.platform.clock.advance(45_000)
    const { status, body } = await waiting
    expect(status).toBe(202)
    const before = await todayOf(test, app)
    expect(before).toEqual({ listed: 0, results: tokens(body), arguments: tokens({ title: 'x' }) })

    const leaving = new AbortController()
    const left = app.call('notes_create_note', { title: 'other' }, { signal: leaving.signal })
    await test.questions(2)
    leaving.abort()
    await expect(left).rejects.toThrow()
    await test.questions(1)
    expect((await todayOf(test, app)).results).toBe(before.results)
  })

  it('what the app is told of arguments that the person has changed', async () => {
    const { test, app } = await running()
    const calling = app.call('notes_create_note', { title: 'x' })
    await test.decide({ kind: 'allow_once', arguments: { title: 'a longer one' } })
    const { data, gatehouse } = (await calling).body
    const { note } = gatehouse as { readonly note: string }
    const results = Math.ceil((JSON.stringify(data).length + note.length) / 4)
    expect(await todayOf(test, app)).toEqual({ listed: 0, results, arguments: tokens({ title: 'x' }) })
  })

  it('manage_integrations over its own route', async () => {
    const { test, app } = await running()
    const input = { action: 'list_connected' }
    const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' }
    const body = JSON.stringify(input)
    const answer = await app.fetch('/v1/manage_integrations', { method: 'POST', headers, body })
    expect(await todayOf(test, app)).toEqual({
      listed: 0,
      results: tokens(answer.body),
      arguments: tokens(input),
    })
  })

  it.each([
    ['2026', modernClient],
    ['2025', legacyClient],
  ] as const)('the same over MCP %s as over plain HTTP, each once', async (_, connect) => {
    const { test, app } = await running()
    const client = await connect(app)
    const before = await todayOf(test, app)
    await client.tools()
    const result = await client.call('notes_list_notes', { cursor: 'b' })
    const after = await todayOf(test, app)
    expect(after.listed - before.listed).toBe(await costOfList(test))
    expect(after.results - before.results).toBe(tokens(result.structuredContent))
    expect(after.arguments - before.arguments).toBe(tokens({ cursor: 'b' }))
  })

  it('what the protocol library answers itself, because the request asks for more than a plain one', async () => {
    const { test, app } = await running()
    const meta = { _meta: { progressToken: 1 } }
    await sendMcp(app, { body: rpc('tools/list', meta) })
    const call = { name: 'notes_list_notes', arguments: { cursor: 'b' }, ...meta }
    const { body } = await sendMcp(app, { body: rpc('tools/call', call) })
    expect(await todayOf(test, app)).toEqual({
      listed: await costOfList(test),
      results: tokens(body.result?.['structuredContent']),
      arguments: tokens(call.arguments),
    })
  })

  it('the search in place of the list, what it finds, and the call inside another', async () => {
    const { test, app } = await running()
    await test.ask('apps.update', { appId: app.appId, exposure: 'search' })
    await app.get('/v1/manifest')
    const query = { query: 'list notes' }
    const found = await app.call('search_tools', query)
    const inner = { name: 'notes_list_notes', arguments: {} }
    const called = await app.call('call_tool', inner)
    expect(called.status).toBe(200)
    expect(await todayOf(test, app)).toEqual({
      listed: await costOfList(test),
      results: tokens(found.body.data) + tokens(called.body.data),
      arguments: tokens(query) + tokens(inner),
    })
  })
})

it('a count that fails costs no call: neither its answer nor its error is another', async () => {
  const add = (): never => {
    throw new RangeError('too deep')
  }
  const counter = createTokenCounter({ add }, add)
  const app = desktopApp('wks_1', 'notes')
  counter.listed(app)
  const answer = { kind: 'data', data: 1 } as const
  expect(await counter.call(app, {}, {}, () => Promise.resolve(answer))).toBe(answer)
  const failing = counter.call(app, {}, {}, () => Promise.reject(new Error('its own')))
  await expect(failing).rejects.toThrow('its own')
})
