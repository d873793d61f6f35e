import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { generateCACertificate } from 'mockttp'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createNetwork } from '../platform/network.ts'
import { faultOf } from './connection-fault.ts'

/** An error as the HTTP client throws it. */
function failed(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause })
}

const withCode = (code: string, message = 'text'): Error => Object.assign(new Error(message), { code })

describe('a code of Node or OpenSSL', () => {
  it.each([
    ['ENOTFOUND', 'name'],
    ['EAI_AGAIN', 'name'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['ECONNRESET', 'cut_off'],
    ['UND_ERR_SOCKET', 'cut_off'],
    ['CERT_HAS_EXPIRED', 'certificate_time'],
    ['CERT_NOT_YET_VALID', 'certificate_time'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate_issuer'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate_issuer'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate_issuer'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate_issuer'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate_name'],
    ['CERT_REVOKED', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EPROTO', 'tls'],
    ['EWHATEVER', 'unknown'],
  ])('is not taken for another cause: %s', (code, kind) => {
    expect(faultOf(failed(withCode(code)))).toEqual({ kind, code })
  })

  it('is found where both address families failed together', () => {
    const both = Object.assign(new AggregateError([withCode('ECONNREFUSED')], ''), { code: 'ECONNREFUSED' })
    expect(faultOf(failed(both)).kind).toBe('refused')
  })

  it('is found below a cause that has only a number', () => {
    const cancelled = new DOMException('Request was cancelled.', 'Error')
    Object.defineProperty(cancelled, 'cause', { value: withCode('ECONNRESET') })
    expect(faultOf(failed(cancelled)).kind).toBe('cut_off')
  })

  it('is not made up from text that came from outside', () => {
    expect(faultOf(failed(withCode('token sk-live-123\n')))).toEqual({ kind: 'unknown', code: 'unknown' })
    expect(faultOf('CERT_HAS_EXPIRED').kind).toBe('unknown')
  })

  it('is looked for in a chain that ends nowhere without hanging', () => {
    const ring = new Error('ring')
    ring.cause = ring
    expect(faultOf(ring).kind).toBe('unknown')
  })
})

it('time that is up is told from a connection that broke', () => {
  expect(faultOf(new DOMException('late', 'TimeoutError'))).toEqual({ kind: 'timeout', code: 'TIMEOUT' })
})

describe('what really happens on a wire', () => {
  const direct = { resolveProxy: () => Promise.resolve('DIRECT'), ...settings() }
  const through = (port: number) => ({
    resolveProxy: () => Promise.resolve(`PROXY 127.0.0.1:${port}; DIRECT`),
    ...settings(),
  })
  const fault = async (url: string, session: Parameters<typeof createNetwork>[0] = direct) =>
    await createNetwork(session)
      .fetch(url, { method: 'HEAD' })
      .then(({ status }) => status, faultOf)

  it('nobody listens', async () => {
    expect(await fault(`https://127.0.0.1:${await closedPort()}/`)).toEqual({
      kind: 'refused',
      code: 'ECONNREFUSED',
    })
  })

  it('a server that speaks no TLS', async () => {
    const port = await portOf(createHttpServer((_, response) => response.end()))
    expect(await fault(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: 'tls' })
  })

  it('a firewall that cuts the handshake off', async () => {
    const port = await portOf(createServer((socket) => socket.once('data', () => socket.destroy())))
    expect(await fault(`https://127.0.0.1:${port}/`)).toEqual({ kind: 'cut_off', code: 'ECONNRESET' })
  })

  it('a certificate of an authority that nobody knows', async () => {
    const { key, cert } = await generateCACertificate({ subject: { commonName: 'Nobody' } })
    const port = await portOf(createHttpsServer({ key, cert }, (_, response) => response.end()))
    expect(await fault(`https://localhost:${port}/`)).toMatchObject({ kind: 'certificate_issuer' })
  })

  it.each([
    [407, 'proxy_password'],
    [403, 'proxy_refused'],
    [502, 'proxy_refused'],
  ])('a proxy that answers %i', async (status, kind) => {
    const proxy = createHttpServer()
    proxy.on('connect', (_, socket: Socket) => void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`))
    const port = await portOf(proxy)
    expect(await fault('https://notes.example/', through(port))).toEqual({ kind, code: `HTTP ${status}` })
  })

  it('a proxy that is gone', async () => {
    expect(await fault('https://notes.example/', through(await closedPort()))).toMatchObject({
      kind: 'refused',
    })
  })
})

function settings() {
  return { forceReloadProxyConfig: () => Promise.resolve() }
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
