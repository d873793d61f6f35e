import { request as httpRequest } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { BridgeClient } from '../testing/bridge-client.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

interface Answer {
  readonly status: number
  readonly type: string | undefined
  /** The library streams what the short cut measures. */
  readonly length: string | undefined
  readonly text: string
}

interface Message {
  readonly id?: unknown
  readonly method: string
  readonly params?: Record<string, unknown>
}

type Headers = Record<string, string>

function post({ url, token }: BridgeClient, body: unknown, headers: Headers): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        hostname,
        port,
        path: '/mcp',
        method: 'POST',
        agent: false,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => {
          const { 'content-type': type, 'content-length': length } = response.headers
          resolve({ status: response.statusCode ?? 0, type, length, text })
        })
      },
    )
    request.on('error', reject)
    request.end(JSON.stringify(body))
  })
}

/** Sends a message in the words of one era; `meta` is added to its `_meta`. */
function send(era: '2025' | '2026', app: BridgeClient, message: Message, meta?: object): Promise<Answer> {
  const { method, params } = message
  if (era === '2025') {
    const withMeta = meta === undefined ? params : { ...params, _meta: meta }
    const body = { jsonrpc: '2.0', id: 1, ...message, ...(withMeta && { params: withMeta }) }
    return post(app, body, { 'mcp-protocol-version': '2025-11-25' })
  }
  const name = params?.['name']
  return post(
    app,
    { jsonrpc: '2.0', id: 1, ...message, params: { ...params, _meta: { ...ENVELOPE, ...meta } } },
    {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
    },
  )
}

/** The JSON-RPC message of an answer; a call's own id differs from call to call. */
function messageOf({ text }: Answer): unknown {
  return JSON.parse(text.replace(/^event: message\ndata: /, ''))
}

const call = (name: string, args?: unknown): Message => ({
  method: 'tools/call',
  params: { name, ...(args !== undefined && { arguments: args }) },
})

const plain: [string, Message][] = [
  ['the list', { method: 'tools/list' }],
  ['the list, by a textual id', { id: 'ü-1', method: 'tools/list', params: {} }],
  ['a call', call('notes_list_notes', {})],
  ['a call without arguments', call('notes_list_notes')],
  ['a call with invalid arguments', call('notes_create_note', { title: 7 })],
  ['a call with an argument nobody knows', call('notes_list_notes', { sort: 'by name' })],
  ['a call of a tool nobody knows', call('notes_no_such')],
  ['a call of the bridge’s own tool', call('gatehouse_get_result', {})],
]

const odd: [string, Message][] = [
  ['a cursor', { method: 'tools/list', params: { cursor: 'next' } }],
  ['a task', { method: 'tools/call', params: { name: 'notes_list_notes', task: { ttl: 1 } } }],
  ['a name that is none', { method: 'tools/call', params: { name: 7 } }],
  ['a name of other characters', call('notes list')],
  ['arguments that are a list', call('notes_list_notes', [])],
  ['a broken id', { id: 1.5, method: 'tools/list' }],
  ['no id', { id: null, method: 'tools/list' }],
  ['another method', { method: 'ping' }],
]

describe.each(['2025', '2026'] as const)('in the words of %s', (era) => {
  it.each(plain)('%s is answered as the library answers it', async (_, message) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const short = await send(era, app, message)
    // Whoever wants progress is served by the library.
    const long = await send(era, app, message, { progressToken: 'p' })
    expect([short.status, short.type]).toEqual([
      200,
      era === '2025' ? 'text/event-stream' : 'application/json',
    ])
    expect([long.status, long.type]).toEqual([short.status, short.type])
    expect(short.length).toBe(String(Buffer.byteLength(short.text)))
    expect(long.length).toBeUndefined()
    expect(messageOf(short)).toEqual(messageOf(long))
    if (era === '2025') expect(short.text).toBe(long.text)
  })

  it.each(odd)('%s is left to the library', async (_, message) => {
    const test = await createConnectedHub()
    const answer = await send(era, await test.pair(), message)
    expect(answer.length).toBeUndefined()
  })
})

it.each([
  [
    'a message without the header of its method',
    { 'mcp-protocol-version': '2026-07-28', 'mcp-name': 'notes_list_notes' },
  ],
  ['another method in the header', { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' }],
  [
    'another tool in the header',
    { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'notes_create_note' },
  ],
  ['another revision in the header', { 'mcp-protocol-version': '2025-11-25' }],
  ['a revision of no era', { 'mcp-protocol-version': '2031-01-01' }],
])('the library refuses %s', async (_, headers) => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const params = { name: 'notes_list_notes', _meta: ENVELOPE }
  const answer = await post(app, { jsonrpc: '2.0', id: 1, method: 'tools/call', params }, headers)
  expect(answer.status).toBe(400)
  expect(test.apiRequests()).toEqual([])
})

it('the library refuses an envelope that is not valid', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const broken = { 'io.modelcontextprotocol/clientCapabilities': 'all' }
  expect((await send('2026', app, call('notes_list_notes'), broken)).status).toBe(400)
  expect(test.apiRequests()).toEqual([])
})

it('the library refuses a client of 2025 that takes no stream', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  expect((await post(app, body, { accept: 'application/json' })).status).toBe(406)
})

it('a client of 2025 that waits for the person hears that its call lives', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const test = await createConnectedHub()
  const app = await test.pair()
  const answer = send('2025', app, call('notes_create_note', { title: 'Milk' }))
  await test.questions()
  vi.advanceTimersByTime(30_000)
  await test.decide({ kind: 'allow_once' })
  const { status, type, text } = await answer
  expect([status, type]).toEqual([200, 'text/event-stream'])
  expect(text).toMatch(/^: keepalive\n\n: keepalive\n\nevent: message\ndata: .*note-1.*\n\n$/)
})

it('a call that a client of 2025 has cancelled ends without a result', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const headers = { 'mcp-session-id': 'one', 'mcp-protocol-version': '2025-11-25' }
  const message = call('notes_create_note', { title: 'Milk' })
  const answer = post(app, { jsonrpc: '2.0', id: 7, ...message }, headers)
  await test.questions()
  const note = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } }
  expect(await post(app, note, headers)).toMatchObject({ status: 202 })
  expect(await answer).toMatchObject({ status: 200, type: 'text/event-stream', text: '' })
  expect(test.apiRequests()).toEqual([])
})
