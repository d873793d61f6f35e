import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { sendBytes } from '../testing/malformed/raw-http.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const BODY = '{"arguments":{}}'

async function running() {
  const test = await createConnectedHub()
  const app = await test.pair()
  const port = Number(new URL(app.url).port)
  const good = [
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${app.token}`,
    'Content-Type: application/json',
    `Content-Length: ${BODY.length}`,
  ]
  return { test, app, port, good }
}

interface Shape {
  readonly line?: string
  /** Beside the headers of a good request. */
  readonly more?: readonly string[]
  /** Without these of the good ones. */
  readonly without?: string
  readonly body?: string
}

const POST = 'POST /v1/tools/notes_list_notes HTTP/1.1'

function bytesOf(good: readonly string[], { line = POST, more = [], without, body = BODY }: Shape): string {
  const headers = good.filter((header) => without === undefined || !header.startsWith(without))
  return `${[line, ...headers, ...more].join('\r\n')}\r\n\r\n${body}`
}

describe('the bridge answers with a code and hangs up, and runs nothing, on', () => {
  const cases: readonly [string, Shape, number, string][] = [
    ['two tokens', { more: ['Authorization: Bearer x'] }, 400, 'INVALID_PARAMS'],
    ['two hosts', { more: ['Host: evil.example'] }, 400, 'INVALID_PARAMS'],
    ['two content types', { more: ['content-type: text/plain'] }, 400, 'INVALID_PARAMS'],
    ['two MCP sessions', { more: ['Mcp-Session-Id: a', 'mcp-session-id: b'] }, 400, 'INVALID_PARAMS'],
    ['two lengths (smuggling)', { more: ['Content-Length: 5'] }, 400, 'INVALID_PARAMS'],
    ['a length and chunks (smuggling)', { more: ['Transfer-Encoding: chunked'] }, 400, 'INVALID_PARAMS'],
    [
      'another coding before the chunks (smuggling)',
      {
        without: 'Content-Length',
        more: ['Transfer-Encoding: gzip, chunked'],
        body: `10\r\n${BODY}\r\n0\r\n\r\n`,
      },
      400,
      'INVALID_PARAMS',
    ],
    ['a space before the colon (smuggling)', { more: ['X-Y : z'] }, 400, 'INVALID_PARAMS'],
    ['a folded header', { more: ['X-Y: a', ' folded'] }, 400, 'INVALID_PARAMS'],
    ['the target of a proxy', { line: 'POST http://127.0.0.1/mcp HTTP/1.1' }, 400, 'INVALID_PARAMS'],
    ['OPTIONS *', { line: 'OPTIONS * HTTP/1.1' }, 400, 'INVALID_PARAMS'],
    ['a host in the path', { line: 'POST //evil.example/mcp HTTP/1.1' }, 404, 'RESOURCE_NOT_FOUND'],
    ['a host behind a backslash', { line: 'POST /\\evil.example/mcp HTTP/1.1' }, 404, 'RESOURCE_NOT_FOUND'],
    ['CONNECT', { line: 'CONNECT evil.example:443 HTTP/1.1', body: '' }, 405, 'METHOD_NOT_ALLOWED'],
    ['TRACE', { line: 'TRACE /mcp HTTP/1.1' }, 405, 'METHOD_NOT_ALLOWED'],
    [
      'a WebSocket',
      {
        line: 'GET /mcp HTTP/1.1',
        without: 'Content',
        body: '',
        more: [
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Key: x',
          'Sec-WebSocket-Version: 13',
        ],
      },
      400,
      'INVALID_PARAMS',
    ],
    ['HTTP/2 at once', { line: 'PRI * HTTP/2.0', without: '', body: 'SM\r\n\r\n' }, 400, 'INVALID_PARAMS'],
    ['no Host', { without: 'Host' }, 403, 'FORBIDDEN'],
    ['an expectation', { more: ['Expect: tea'] }, 417, 'INVALID_PARAMS'],
    [
      'more headers than anybody sends',
      { more: Array.from({ length: 100 }, (_, index) => `X-${index}: y`) },
      431,
      'INVALID_PARAMS',
    ],
    ['a header longer than 16 KiB', { more: [`X: ${'y'.repeat(17_000)}`] }, 431, 'INVALID_PARAMS'],
    ['a path longer than 16 KiB', { line: `POST /${'y'.repeat(17_000)} HTTP/1.1` }, 431, 'INVALID_PARAMS'],
    ['bytes that are no HTTP', { line: '\x16\x03\x01\x02' }, 400, 'INVALID_PARAMS'],
  ]
  it.each(cases)('%s', async (_, shape, status, code) => {
    const { test, app, port, good } = await running()
    // A second request hides behind the first.
    const smuggled = bytesOf(good, {})
    const { answers, closed } = await sendBytes(bytesOf(good, shape) + smuggled, { port, untilClosed: true })
    expect(answers).toHaveLength(1)
    const [{ status: seen, body } = { status: 0, body: '{}' }] = answers
    expect([seen, (JSON.parse(body) as { error: object }).error]).toEqual([
      status,
      expect.objectContaining({ code, remedy: expect.any(String) as string }),
    ])
    expect(closed).toBe(true)
    expect(test.apiRequests()).toEqual([])
    expect((await app.call('notes_list_notes')).status).toBe(200)
  })

  it('does not mind an offer of h2c, which Java’s client makes: it answers in HTTP/1.1 (RFC 9110 7.8)', async () => {
    const { port, good } = await running()
    const more = [
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA',
    ]
    const { answers } = await sendBytes(bytesOf(good, { more }), { port })
    expect(answers.map(({ status }) => status)).toEqual([200])
  })

  it('answers two good requests on one connection in order, each once', async () => {
    const { test, port, good } = await running()
    const health = bytesOf(good, { line: 'GET /v1/health HTTP/1.1', without: 'Content', body: '' })
    const { answers } = await sendBytes(bytesOf(good, {}) + health, { port, untilClosed: true, quietMs: 200 })
    expect(answers.map(({ body }) => body.slice(0, 8))).toEqual(['{"data":', '{"status'])
    expect(test.apiRequests()).toEqual(['GET /notes'])
  })

  it('does not answer garbage in the middle of another answer, where it would be taken for its rest', async () => {
    const { test, port, good } = await running()
    const create = '{"arguments":{"title":"Milk"}}'
    const socket = connect(port, '127.0.0.1')
    socket.write(
      bytesOf(good, {
        line: POST.replace('list_notes', 'create_note'),
        without: 'Content-Length',
        more: [`Content-Length: ${create.length}`],
        body: create,
      }),
    )
    await test.questions()
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.write('\0\0\0 garbage\r\n\r\n')
    await new Promise((closed) => socket.once('close', closed))
    expect(text.match(/^HTTP\/1\.1 \d/gm)).toHaveLength(1)
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    await test.questions(0)
    expect(test.apiRequests()).toEqual([])
  })
})

describe('names that JavaScript treats in their own way', () => {
  const cases: readonly [string, string, number, string?][] = [
    ['__proto__ beside the arguments', '{"arguments":{},"__proto__":{"account":"x"}}', 422],
    ['__proto__ among the arguments', '{"arguments":{"__proto__":{"cursor":"x"}}}', 200, ''],
    ['constructor.prototype', '{"arguments":{"constructor":{"prototype":{"polluted":1}}}}', 422],
    [
      'the same key twice: the last counts, once',
      '{"arguments":{"cursor":"a","cursor":"b"}}',
      200,
      '?cursor=b',
    ],
  ]
  it.each(cases)('do no harm: %s', async (_, body, status, search) => {
    const { app, test } = await running()
    const headers = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' }
    const answer = await app.fetch('/v1/tools/notes_list_notes', { method: 'POST', headers, body })
    expect(answer.status).toBe(status)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(({} as { account?: unknown }).account).toBeUndefined()
    const sent = test.platform.network.requests.filter(({ url }) => url.pathname === '/notes')
    expect(sent.map(({ url }) => url.search)).toEqual(search === undefined ? [] : [search])
  })
})
