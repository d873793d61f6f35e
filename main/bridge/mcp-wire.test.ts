import { describe, expect, it } from 'vitest'
import { envelope, modernHeaders, openMcp, rpc, sendMcp } from '../testing/mcp-wire.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

async function paired() {
  const test = await createConnectedHub()
  return { test, app: await test.pair() }
}

const list = { headers: modernHeaders('tools/list'), body: rpc('tools/list', { _meta: envelope }) }
const named = (name: string) => rpc('tools/call', { name, arguments: {}, _meta: envelope })

describe('a request of the 2026 revision', () => {
  const { 'io.modelcontextprotocol/clientCapabilities': _, ...withoutCapabilities } = envelope
  const other = { ...envelope, 'io.modelcontextprotocol/protocolVersion': '1999-01-01' }
  const ofNoRevision = {
    headers: { ...list.headers, 'mcp-protocol-version': '1999-01-01' },
    body: rpc('tools/list', { _meta: other }),
  }
  const cases: [string, Parameters<typeof sendMcp>[1], number, number][] = [
    ['has no envelope', { ...list, body: rpc('tools/list') }, 400, -32_602],
    [
      'does not say what its client can do',
      { ...list, body: rpc('tools/list', { _meta: withoutCapabilities }) },
      400,
      -32_602,
    ],
    [
      'names another version in its header than in its body',
      { ...list, body: rpc('tools/list', { _meta: other }) },
      400,
      -32_020,
    ],
    ['is of a revision nobody knows', ofNoRevision, 400, -32_022],
    [
      'lacks the header for its method',
      { ...list, headers: { 'mcp-protocol-version': '2026-07-28' } },
      400,
      -32_020,
    ],
    ['has the header of another method', { ...list, headers: modernHeaders('ping') }, 400, -32_020],
    [
      'has the name of another tool in its header',
      { headers: modernHeaders('tools/call', 'notes_get_note'), body: named('notes_list_notes') },
      400,
      -32_020,
    ],
    [
      'calls a tool without its name in a header',
      { headers: modernHeaders('tools/call'), body: named('notes_list_notes') },
      400,
      -32_020,
    ],
    [
      'asks for a handshake of older revisions',
      { headers: modernHeaders('initialize'), body: rpc('initialize', { _meta: envelope }) },
      404,
      -32_601,
    ],
    [
      'asks for what a server of tools has not',
      { headers: modernHeaders('prompts/list'), body: rpc('prompts/list', { _meta: envelope }) },
      404,
      -32_601,
    ],
  ]
  it.each(cases)(
    'is refused when it %s, with its own id and nothing run',
    async (_name, sent, status, code) => {
      const { test, app } = await paired()
      const answer = await sendMcp(app, sent)
      expect(answer).toMatchObject({ status, body: { id: 1, error: { code } } })
      // A session belongs to the older revisions, and to a handshake that succeeded.
      expect(answer.headers['mcp-session-id']).toBeUndefined()
      expect(test.apiRequests()).toEqual([])
    },
  )

  it('is told which revisions there are', async () => {
    const { app } = await paired()
    const discover = await sendMcp(app, {
      headers: modernHeaders('server/discover'),
      body: rpc('server/discover', { _meta: envelope }),
    })
    expect(discover.body.result).toMatchObject({
      supportedVersions: ['2026-07-28'],
      capabilities: { tools: { listChanged: true } },
    })
    const refused = await sendMcp(app, ofNoRevision)
    expect(refused.body.error?.data).toMatchObject({ supported: ['2026-07-28'], requested: '1999-01-01' })
  })

  it('is answered with what makes the list one app’s alone, and stale at once', async () => {
    const { app } = await paired()
    const { headers, body } = await sendMcp(app, list)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(body.result).toMatchObject({ resultType: 'complete', ttlMs: 0, cacheScope: 'private' })
    expect(body.result?.['_meta']).toHaveProperty(['io.modelcontextprotocol/serverInfo', 'name'], 'gatehouse')
    const call = { headers: modernHeaders('tools/call', 'notes_list_notes'), body: named('notes_list_notes') }
    expect((await sendMcp(app, call)).body.result).toMatchObject({ resultType: 'complete' })
  })

  it('needs no stream by GET, and no session to end', async () => {
    const { app } = await paired()
    for (const method of ['GET', 'DELETE']) {
      const answer = await sendMcp(app, { method, headers: { 'mcp-protocol-version': '2026-07-28' } })
      expect([answer.status, answer.headers.allow]).toEqual([405, 'POST'])
    }
  })
})

describe('a request of a 2025 revision', () => {
  const hello = rpc('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  })

  it('that introduces a client gets the revision it asked for, and a session of its own each time', async () => {
    const { app } = await paired()
    const first = await sendMcp(app, { body: hello })
    const second = await sendMcp(app, { body: hello.replace('2025-11-25', '2025-06-18') })
    expect([first.status, first.body.result?.['protocolVersion']]).toEqual([200, '2025-11-25'])
    expect(second.body.result?.['protocolVersion']).toBe('2025-06-18')
    expect(first.headers['mcp-session-id']).toMatch(/^[\x21-\x7e]{32,}$/)
    expect(second.headers['mcp-session-id']).not.toBe(first.headers['mcp-session-id'])
  })

  it('of a revision nobody knows is refused', async () => {
    const { app } = await paired()
    const headers = { 'mcp-protocol-version': '1999-01-01' }
    expect((await sendMcp(app, { headers, body: rpc('ping') })).status).toBe(400)
  })

  it('for a method there is none of is answered as JSON-RPC has it', async () => {
    const { app } = await paired()
    const { status, body } = await sendMcp(app, { body: rpc('prompts/list', {}, 'seven') })
    expect({ status, id: body.id, code: body.error?.code }).toEqual({
      status: 200,
      id: 'seven',
      code: -32_601,
    })
  })
})

describe('a body that is no single message', () => {
  it.each([
    ['half a JSON', '{"jsonrpc":', -32_700],
    ['nothing', '', -32_700],
    // One request must not ask for thousands of long answers, and none past the limits on calls.
    ['a list of requests', `[${rpc('tools/list')},${rpc('tools/list', {}, 2)}]`, -32_600],
    ['an empty list', '[]', -32_600],
    ['JSON that nobody should walk through', `${'['.repeat(500)}${']'.repeat(500)}`, -32_600],
    ['no JSON-RPC', '{"hello":1}', -32_600],
  ])('is refused in the words of JSON-RPC: %s', async (_name, body, code) => {
    const { app } = await paired()
    expect(await sendMcp(app, { body })).toMatchObject({ status: 400, body: { id: null, error: { code } } })
    expect((await sendMcp(app, list)).status).toBe(200)
  })
})

describe('the stream of changes of a 2025 client', () => {
  it('tells of other tools until the client hangs up, or loses its access', async () => {
    const { test, app } = await paired()
    const stream = await openMcp(app, { method: 'GET', headers: { 'mcp-protocol-version': '2025-11-25' } })
    expect(stream.headers['content-type']).toBe('text/event-stream')
    let text = ''
    stream.setEncoding('utf8').on('data', (part: string) => (text += part))
    const ended = new Promise<void>((over) => stream.once('close', over))
    stream.on('error', () => undefined)
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
    await expect.poll(() => text).toContain('"notifications/tools/list_changed"')
    await test.ask('apps.remove', { appId: app.appId })
    await ended
  })

  it('is for those who can read one, and not without limit', async () => {
    const { app } = await paired()
    expect((await sendMcp(app, { method: 'GET', headers: { accept: 'application/json' } })).status).toBe(405)
    for (let count = 0; count < 32; count += 1)
      expect((await openMcp(app, { method: 'GET' })).statusCode).toBe(200)
    const { status, headers } = await sendMcp(app, { method: 'GET' })
    expect([status, headers['retry-after']]).toEqual([429, '1'])
  })
})
