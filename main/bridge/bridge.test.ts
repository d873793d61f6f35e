import { existsSync, readFileSync, statSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

const TOOL = '/v1/tools/notes_list_notes'
const BODY = '{"arguments":{}}'

interface Raw {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
  /** Sends the body in chunks, without a content-length. */
  readonly chunked?: boolean
}

/** Sends what `fetch` would not: any Host, Origin and framing. */
function raw(url: string, { method = 'POST', path = TOOL, headers = {}, body = BODY, chunked = false }: Raw) {
  const { hostname, port } = new URL(url)
  return new Promise<{ status: number; code: string | undefined; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const length = chunked || method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const options = { hostname, port, path, method, agent: false, headers: { ...length, ...headers } }
      const request = httpRequest(options, (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => {
          const parsed = JSON.parse(text || '{}') as { error?: { code?: string } }
          resolve({ status: response.statusCode ?? 0, code: parsed.error?.code, headers: response.headers })
        })
      })
      request.on('error', reject)
      request.end(method === 'GET' ? undefined : body)
    },
  )
}

async function running() {
  const test = await createConnectedHub()
  const app = await test.pair()
  const good = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' }
  return { test, app, good }
}

describe('the bridge refuses, before anything runs,', () => {
  const big = Buffer.alloc(4 * 1_024 * 1_024 + 1, 0x20)
  const cases: [string, (good: Record<string, string>) => Raw, number, string][] = [
    [
      'a Host of another name (DNS rebinding)',
      (good) => ({ headers: { ...good, host: 'evil.example:7717' } }),
      403,
      'FORBIDDEN',
    ],
    ['a Host of another port', (good) => ({ headers: { ...good, host: '127.0.0.1:80' } }), 403, 'FORBIDDEN'],
    ['an Origin', (good) => ({ headers: { ...good, origin: 'https://evil.example' } }), 403, 'FORBIDDEN'],
    [
      'the Origin of a sandboxed page',
      (good) => ({ headers: { ...good, origin: 'null' } }),
      403,
      'FORBIDDEN',
    ],
    [
      'Sec-Fetch-Site',
      (good) => ({ headers: { ...good, 'sec-fetch-site': 'same-origin' } }),
      403,
      'FORBIDDEN',
    ],
    [
      'a browser’s question about health',
      () => ({ method: 'GET', path: '/v1/health', headers: { origin: 'https://e.example' } }),
      403,
      'FORBIDDEN',
    ],
    ['no token', () => ({ headers: { 'content-type': 'application/json' } }), 401, 'UNAUTHORIZED'],
    [
      'a wrong token',
      (good) => ({ headers: { ...good, authorization: 'Bearer gatehouse_AAAA' } }),
      401,
      'UNAUTHORIZED',
    ],
    [
      'a token in the query',
      () => ({ path: `${TOOL}?access_token=x`, headers: { 'content-type': 'application/json' } }),
      401,
      'UNAUTHORIZED',
    ],
    [
      'a form',
      (good) => ({ headers: { ...good, 'content-type': 'text/plain' } }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'JSON that only looks like it',
      (good) => ({ headers: { ...good, 'content-type': 'application/json-patch+json' } }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'JSON in another charset',
      (good) => ({ headers: { ...good, 'content-type': 'application/json; charset=utf-16' } }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a large body', (good) => ({ headers: good, body: big }), 413, 'PAYLOAD_TOO_LARGE'],
    [
      'a large body of unstated length',
      (good) => ({ headers: good, body: big, chunked: true }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'a large body for MCP',
      (good) => ({ path: '/mcp', headers: good, body: big, chunked: true }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['half a JSON', (good) => ({ headers: good, body: '{"arguments":' }), 422, 'INVALID_PARAMS'],
    ['no body', (good) => ({ headers: good, body: '' }), 422, 'INVALID_PARAMS'],
    [
      'JSON that is not UTF-8',
      (good) => ({ headers: good, body: Buffer.from([0x22, 0xff, 0x22]) }),
      422,
      'INVALID_PARAMS',
    ],
    [
      'a field it does not know',
      (good) => ({ headers: good, body: '{"arguments":{},"policy":"auto"}' }),
      422,
      'INVALID_PARAMS',
    ],
    [
      'arguments that are a list',
      (good) => ({ headers: good, body: '{"arguments":[]}' }),
      422,
      'INVALID_PARAMS',
    ],
    ['a route it does not have', (good) => ({ path: '/v2/tools', headers: good }), 404, 'RESOURCE_NOT_FOUND'],
    [
      'a path that is no path',
      (good) => ({ method: 'GET', path: '//', headers: good }),
      404,
      'RESOURCE_NOT_FOUND',
    ],
    ['GET of a tool', (good) => ({ method: 'GET', headers: good }), 405, 'METHOD_NOT_ALLOWED'],
    ['POST of the manifest', (good) => ({ path: '/v1/manifest', headers: good }), 405, 'METHOD_NOT_ALLOWED'],
  ]
  it.each(cases)('%s', async (_name, request, status, code) => {
    const { test, app, good } = await running()
    expect(await raw(app.url, request(good))).toMatchObject({ status, code })
    expect(test.apiRequests()).toEqual([])
    expect(await raw(app.url, { headers: good })).toMatchObject({ status: 200 })
  })

  it('a token that was renewed, or whose app is gone', async () => {
    const { test, app, good } = await running()
    const { token } = await test.ask('apps.renewToken', { appId: app.appId })
    expect(await raw(app.url, { headers: good })).toMatchObject({ status: 401 })
    const renewed = { ...good, authorization: `Bearer ${token}` }
    expect(await raw(app.url, { headers: renewed })).toMatchObject({ status: 200 })
    await test.ask('apps.remove', { appId: app.appId })
    expect(await raw(app.url, { headers: renewed })).toMatchObject({ status: 401 })
  })
})

describe('the bridge', () => {
  it('says that it is there, to whoever asks on this computer', async () => {
    const { app } = await running()
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      const { port } = new URL(app.url)
      const answer = await raw(app.url, {
        method: 'GET',
        path: '/v1/health',
        headers: { host: `${host}:${port}` },
      })
      expect(answer.status).toBe(200)
    }
  })

  it('takes its own address for an Origin, as programs send it, but no other port and no browser', async () => {
    const { app, good } = await running()
    const own = new URL(app.url).origin
    const sent = async (headers: Record<string, string>) =>
      (await raw(app.url, { headers: { ...good, ...headers } })).status
    expect(await sent({ origin: own })).toBe(200)
    expect(await sent({ origin: 'http://127.0.0.1:1' })).toBe(403)
    expect(await sent({ origin: own.replace('127.0.0.1', 'localhost') })).toBe(403)
    expect(await sent({ origin: own, 'sec-fetch-site': 'same-origin' })).toBe(403)
  })

  it('tells a client without a token how to send one', async () => {
    const { app } = await running()
    const { headers } = await raw(app.url, { headers: { 'content-type': 'application/json' } })
    expect(headers['www-authenticate']).toMatch(/^Bearer /)
  })

  it('does not take the rest of a refused body for the next request', async () => {
    const { test, app } = await running()
    const { port } = new URL(app.url)
    const socket = connect(Number(port), '127.0.0.1')
    const smuggled = `GET /v1/health HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
    socket.write(
      `POST ${TOOL} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 5000000\r\n\r\n${smuggled}${smuggled}`,
    )
    let text = ''
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    await new Promise((closed) => socket.on('close', closed))
    expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(test.apiRequests()).toEqual([])
  })

  it('listens on loopback only, at the next port when one is taken', async () => {
    const [one, two] = [createTestHub(), createTestHub()]
    await Promise.all([one.hub.start(), two.hub.start()])
    const urls = [(await one.ask('bridge.status', {})).url, (await two.ask('bridge.status', {})).url]
    expect(urls).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:77\d\d$/),
      expect.stringMatching(/^http:\/\/127/),
    ])
    expect(urls[0]).not.toBe(urls[1])
  })

  it('says where it is in a file that only the person can read, and takes the file back', async () => {
    const test = createTestHub()
    await test.hub.start()
    const path = join(test.platform.dataFolder, 'bridge.json')
    const { url } = await test.ask('bridge.status', {})
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ url, mcp: `${url}/mcp`, pid: process.pid })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    await test.close()
    expect(existsSync(path)).toBe(false)
  })
})
