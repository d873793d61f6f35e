import { readFileSync } from 'node:fs'
import { createServer, connect, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { listeningSockets } from '../testing/listening-sockets.ts'
import { sendBytes } from '../testing/malformed/raw-http.ts'
import { createTestHub } from '../testing/test-hub.ts'

const isLinux = process.platform === 'linux'
const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
const hasV6 = addresses.some(({ address }) => address === '::1')

async function started() {
  const test = createTestHub()
  await test.hub.start()
  const discovered = (): { url: string; url6: string | null } =>
    JSON.parse(readFileSync(join(test.platform.dataFolder, 'bridge.json'), 'utf8')) as ReturnType<
      typeof discovered
    >
  return { test, discovered, port: Number(new URL(discovered().url).port) }
}

const health = (host: string): string => `GET /v1/health HTTP/1.1\r\nHost: ${host}\r\n\r\n`

describe('the bridge, seen from the operating system,', () => {
  it.runIf(isLinux)('listens at its port on loopback and nowhere else, in this whole process', async () => {
    const before = listeningSockets([process.pid])
    const { port } = await started()
    const after = listeningSockets([process.pid]).filter(
      (socket) =>
        !before.some(({ address, port: known }) => address === socket.address && known === socket.port),
    )
    const expected = [{ address: '127.0.0.1', port }, ...(hasV6 ? [{ address: '::1', port }] : [])]
    expect(after).toEqual(expected)
  })

  it.runIf(isLinux)('would be found out if it listened elsewhere', async () => {
    const server = createServer()
    await listening(server, '0.0.0.0', 0)
    expect(listeningSockets([process.pid]).map(({ address }) => address)).toContain('0.0.0.0')
  })

  it('cannot be reached at any other address of this computer', async () => {
    const { port } = await started()
    const others = addresses.filter(({ internal }) => !internal)
    for (const { address, family, scopeid } of others) {
      const host = family === 'IPv6' && scopeid ? `${address}%${String(scopeid)}` : address
      const reached = await new Promise((resolve) => {
        const socket = connect({ host, port, timeout: 2_000 })
        socket.once('connect', () => resolve(true))
        socket.once('error', () => resolve(false))
        socket.once('timeout', () => resolve(false))
      })
      expect([address, reached]).toEqual([address, false])
    }
  })
})

describe.runIf(hasV6)('on IPv6 the bridge', () => {
  it('answers at ::1 and the same port, by every name of this computer', async () => {
    const { port, discovered } = await started()
    expect(discovered().url6).toBe(`http://[::1]:${port}`)
    for (const name of ['[::1]', 'localhost']) {
      const { answers } = await sendBytes(health(`${name}:${port}`), { port, host: '::1' })
      expect(answers).toMatchObject([{ status: 200 }])
    }
  })

  it.each(['evil.example', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]:80'])(
    'refuses the Host %s there too',
    async (host) => {
      const { port } = await started()
      expect((await sendBytes(health(host), { port, host: '::1' })).answers).toMatchObject([{ status: 403 }])
    },
  )

  it('goes without when another program has its port there, and says so: the address that apps have stays', async () => {
    // Other tests have bridges at these ports too: whatever is free there is the stranger's.
    const held = new Set<number>()
    for (let at = 7717; at <= 7737; at += 1) {
      await listening(createServer(), '::1', at).then(
        () => held.add(at),
        () => undefined,
      )
    }
    const { discovered, port } = await vi.waitUntil(async () => {
      const bridge = await started()
      if (held.has(bridge.port)) return bridge
      await bridge.test.close()
      return undefined
    })
    expect([discovered().url, discovered().url6]).toEqual([`http://127.0.0.1:${port}`, null])
    expect((await sendBytes(health(`127.0.0.1:${port}`), { port })).answers).toMatchObject([{ status: 200 }])
  })
})

it('200 connections without a token, held open and asking, do not keep a paired app out', async () => {
  const test = createTestHub()
  const app = await test.pair()
  const port = Number(new URL(app.url).port)
  const flood = Array.from({ length: 200 }, (_, index) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    const ask = (): void => void socket.write(`POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
    socket.on('connect', index % 2 === 0 ? ask : () => socket.write('POST /mcp HTTP/1.1\r\n'))
    return socket
  })
  for (let call = 0; call < 50; call += 1) {
    const answer = await app.call('gatehouse_get_result', { approval_id: 'apr_none' })
    expect([answer.status, answer.body.error?.code]).toEqual([404, 'RESOURCE_NOT_FOUND'])
  }
  const stillOpen = flood.filter(({ readyState }) => readyState === 'open').length
  expect(stillOpen).toBeLessThanOrEqual(128)
  for (const socket of flood) socket.destroy()
})

function listening(server: Server, host: string, port: number): Promise<void> {
  onTestFinished(() => void server.close())
  return new Promise((ready, failed) => {
    server.once('error', failed)
    server.listen({ host, port }, ready)
  })
}
