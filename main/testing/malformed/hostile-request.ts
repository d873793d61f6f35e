import { hostileBody } from './hostile-bodies.ts'
import { createRandom, type Random } from './random.ts'

export interface HostileRequest {
  readonly bytes: Buffer
  readonly hasToken: boolean
}

interface Target {
  readonly port: number
  readonly token: string
}

const METHODS: readonly [string, ...string[]] = [
  'GET',
  'HEAD',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'CONNECT',
  'PRI',
  'get',
  'P\0ST',
  '',
  'M-SEARCH',
]

const TARGETS: readonly [string, ...string[]] = [
  '/',
  '*',
  '',
  '//',
  '//evil.example/v1/health',
  '/\\evil.example/mcp',
  'http://evil.example/mcp',
  'evil.example:443',
  '/v1/../v1/manifest',
  '/v1/%2e%2e/%2e%2e/etc/passwd',
  '/v1/tools/%00',
  '/v1/tools/%ff%fe',
  '/v1/tools/é',
  '/v1/results/x?offset=NaN',
  '/v1/results/apr_x?offset=1&offset=2',
  '/v1/manifest?format=%00',
  '/v1/manifest?format=__proto__',
  '/openapi.json#fragment',
  '/mcp?',
  '/mcp/',
  '/v1/health',
  '/v1/pair',
  '/v1/pair/%00',
  '/oauth/authorize?client_id=x&redirect_uri=javascript:alert(1)',
  '/oauth/register',
  '/oauth/token',
  '/oauth/revoke',
  '/.well-known/oauth-protected-resource/mcp/../..',
  '/.well-known/oauth-authorization-server',
  `/v1/tools/${'a'.repeat(20_000)}`,
]

const HEADERS: readonly [string, ...string[]] = [
  'Host: evil.example',
  'Host: 127.0.0.1',
  'Authorization: Bearer x',
  'Content-Type: text/plain',
  'Content-Type: application/json',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 0x10',
  'Content-Length: 1,1',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: identity',
  'Transfer-Encoding : chunked',
  'Transfer-Encoding:\x0bchunked',
  'Expect: 100-continue',
  'Expect: the unexpected',
  'Upgrade: websocket',
  'Upgrade: h2c',
  'Connection: Upgrade',
  'Connection: close',
  'Connection: keep-alive, , ,',
  'Origin: null',
  'Sec-Fetch-Site: cross-site',
  'Accept: ',
  'Mcp-Session-Id: ',
  'Cookie: a=b; '.repeat(20),
  ' folded: line',
  'no colon',
  ': no name',
  'Nul: a\0b',
  'Bare: a\rb',
  'High: \xff\xfe',
  `Long: ${'x'.repeat(17_000)}`,
  Array.from({ length: 150 }, (_, index) => `X-${index}: y`).join('\r\n'),
  '__proto__: x',
  'constructor: x',
]

/** @returns the request of a seed: always the same one */
export function hostileRequest(seed: number, { port, token }: Target): HostileRequest {
  const random = createRandom(seed)
  const hasToken = random.chance(50)
  const body = hostileBody(random)
  // Half of the requests are well framed, so that what is wrong inside of them is reached.
  const isFramed = random.chance(50)
  const method = isFramed || random.chance(60) ? 'POST' : random.pick(METHODS)
  const path = isFramed || random.chance(60) ? body.path : random.pick(TARGETS)
  const headers = [
    `Host: 127.0.0.1:${port}`,
    ...(hasToken ? [`Authorization: Bearer ${token}`] : []),
    'Content-Type: application/json',
    'Accept: application/json, text/event-stream',
    ...Object.entries(body.headers).map(([name, value]) => `${name}: ${value}`),
    ...(isFramed ? [] : Array.from({ length: random.upTo(3) }, () => random.pick(HEADERS))),
  ]
  const payload = Buffer.from(body.text, random.chance(95) ? 'utf8' : 'latin1')
  const framed = random.chance(25)
    ? inChunks(random, payload, isFramed)
    : inOnePart(random, payload, isFramed)
  const version =
    isFramed || random.chance(90) ? 'HTTP/1.1' : random.pick(['HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''])
  const head = [`${method} ${path} ${version}`, ...headers, framed.header].join('\r\n')
  const bytes = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), framed.bytes])
  return { bytes: isFramed ? bytes : damagedBytes(random, bytes), hasToken }
}

interface Framed {
  readonly header: string
  readonly bytes: Buffer
}

function inOnePart(random: Random, payload: Buffer, isFramed: boolean): Framed {
  const wrong = !isFramed && random.chance(15) ? random.pick([-1, 1, 7, -payload.length]) : 0
  return { header: `Content-Length: ${Math.max(0, payload.length + wrong)}`, bytes: payload }
}

function inChunks(random: Random, payload: Buffer, isFramed: boolean): Framed {
  const size = random.pick([1, 7, 100, 4_096])
  const parts: Buffer[] = []
  for (let at = 0; at < payload.length && parts.length < 2_000; at += size) {
    const part = payload.subarray(at, at + size)
    const wrong = !isFramed && random.chance(2) ? random.pick(['-', 'g', 'ffffffffffffffffff', ';x=y']) : ''
    parts.push(Buffer.from(`${part.length.toString(16)}${wrong}\r\n`), part, Buffer.from('\r\n'))
  }
  const end = isFramed || random.chance(90) ? '0\r\n\r\n' : random.pick(['0\r\n', '0\r\nX: y\r\n\r\n', ''])
  return { header: 'Transfer-Encoding: chunked', bytes: Buffer.concat([...parts, Buffer.from(end)]) }
}

function damagedBytes(random: Random, bytes: Buffer): Buffer {
  const kind = random.upTo(12)
  const at = random.upTo(bytes.length)
  if (kind === 0) return bytes.subarray(0, at)
  if (kind === 1) return Buffer.concat([bytes, bytes.subarray(at)])
  if (kind === 2) {
    const changed = Buffer.from(bytes)
    changed[at] = random.upTo(256)
    return changed
  }
  if (kind === 3) return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  return bytes
}
