import type { RequestListener } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { desktopApp } from '../apps/desktop-app.ts'
import { createConnectedHub } from '../testing/test-hub.ts'
import { createBodyBudget } from './body-budget.ts'
import { sendError, sendJson } from './http-error.ts'
import { makeServer } from './make-server.ts'
import { readJsonBody } from './request-body.ts'

const KIB = 1_024
const MIB = KIB * KIB

/** Serves bodies of the app named in the path. */
async function served(limits: { ofApp: number; inAll: number }): Promise<number> {
  const budget = createBodyBudget(limits)
  const listener: RequestListener = (request, response) => {
    const id = request.url ?? ''
    const app = { ...desktopApp('wks', 'notes'), id, name: id }
    readJsonBody(request, budget.open(app)).then(
      (body) => sendJson(response, 200, String(body).length),
      (error: unknown) => sendError(response, error),
    )
  }
  const server = makeServer(listener, { admit: () => undefined })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}

interface Sender {
  readonly socket: Socket
  /** All that came back so far. */
  readonly answer: () => string
}

/** Sends the head of a request and the first part of its body, and then nothing more. */
async function sendPart(port: number, head: string, bytes: number): Promise<Sender> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  await new Promise<void>((sent) => {
    socket.write(`${head}Host: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n\r\n`)
    socket.write(`"${'x'.repeat(bytes - 1)}`, () => sent())
  })
  return { socket, answer: () => text }
}

const half = async (port: number, app: string, bytes = 40 * KIB): Promise<Sender> =>
  await sendPart(port, `POST ${app} HTTP/1.1\r\nContent-Length: ${2 * bytes}\r\n`, bytes)

const whole = async (port: number, app: string, letters: number): Promise<Response> =>
  await fetch(`http://127.0.0.1:${port}${app}`, { method: 'POST', body: JSON.stringify('x'.repeat(letters)) })

const status = (sender: Sender) => expect.poll(sender.answer, { timeout: 5_000 })

describe('bodies that come slowly', () => {
  it('of one app hold so much and no more: the next is refused, told why, and its connection closed', async () => {
    const port = await served({ ofApp: 100 * KIB, inAll: 1_000 * KIB })
    const held = [await half(port, '/wild'), await half(port, '/wild')]
    const refused = await half(port, '/wild')
    const closed = new Promise((end) => refused.socket.once('close', end))
    await status(refused).toMatch(/^HTTP\/1\.1 429 [^]*"code":"RATE_LIMITED"[^]*\/wild sends more at once/)
    expect(refused.answer()).toMatch(/\r\nretry-after: 1\r\nconnection: close\r\n/i)
    await closed
    expect(held.map(({ answer }) => answer())).toEqual(['', ''])
  })

  it('take nothing from another app while there is room in all, and nothing from anybody beyond', async () => {
    const port = await served({ ofApp: 100 * KIB, inAll: 150 * KIB })
    await half(port, '/a')
    await half(port, '/a')
    expect((await whole(port, '/b', 40 * KIB)).status).toBe(200)
    await half(port, '/b')
    const refused = await half(port, '/c')
    await status(refused).toMatch(/^HTTP\/1\.1 429 [^]*Apps send more at once/)
  })

  it('give their room back when they end, are hung up on, or were not JSON', async () => {
    const port = await served({ ofApp: 100 * KIB, inAll: 100 * KIB })
    for (let round = 0; round < 4; round += 1) {
      const held = [await half(port, '/a'), await half(port, '/a')]
      await status(await half(port, '/a')).toMatch(/^HTTP\/1\.1 429 /)
      for (const { socket } of held) socket.destroy()
      await vi.waitFor(async () => expect((await whole(port, '/a', 90 * KIB)).status).toBe(200))
      const bad = await fetch(`http://127.0.0.1:${port}/a`, { method: 'POST', body: 'x'.repeat(90 * KIB) })
      expect(bad.status).toBe(422)
    }
  })

  it('give their room back also when they are short, and nobody waits for the rest of them', async () => {
    const port = await served({ ofApp: 100 * KIB, inAll: 100 * KIB })
    const held = await Promise.all(Array.from({ length: 12 }, () => half(port, '/a', 8 * KIB)))
    await vi.waitFor(async () => expect((await whole(port, '/a', 10 * KIB)).status).toBe(429))
    for (const { socket } of held) socket.destroy()
    await vi.waitFor(async () => expect((await whole(port, '/a', 90 * KIB)).status).toBe(200))
  })

  it('hold no more in tiny pieces, each of which takes more room than its bytes', async () => {
    const port = await served({ ofApp: 100 * KIB, inAll: 1_000 * KIB })
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.write('POST /a HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n')
    socket.write('1\r\n \r\n'.repeat(2_000))
    await expect.poll(() => text, { timeout: 5_000 }).toMatch(/^HTTP\/1\.1 429 /)
    expect((await whole(port, '/a', 90 * KIB)).status).toBe(200)
  })

  it('are answered also when they come fast: a client that is still sending gets no broken pipe', async () => {
    const port = await served({ ofApp: 100 * KIB, inAll: 100 * KIB })
    const answers = await Promise.all(Array.from({ length: 8 }, () => whole(port, '/a', 3 * MIB)))
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 429))
  })
})

it('a paired app cannot fill the memory with half bodies, and the others go on', async () => {
  const test = await createConnectedHub()
  const [wild, other] = [await test.pair('Wild app'), await test.pair('Other app')]
  const port = Number(new URL(wild.url).port)
  const head = (route: string) =>
    `POST ${route} HTTP/1.1\r\nContent-Length: ${4 * MIB}\r\nAuthorization: Bearer ${wild.token}\r\n`
  const senders: Sender[] = []
  for (const route of ['/mcp', '/v1/tools/notes_list_notes', '/v1/manage_integrations']) {
    for (let body = 0; body < 7; body += 1) senders.push(await sendPart(port, head(route), 4 * MIB - 1))
  }
  const refused = () => senders.filter(({ answer }) => answer().startsWith('HTTP/1.1 429 ')).length
  // 64 MiB are sixteen bodies and a bit.
  await vi.waitFor(() => expect(refused()).toBeGreaterThanOrEqual(4), { timeout: 5_000 })
  expect(refused()).toBeLessThanOrEqual(5)
  expect((await other.call('notes_list_notes')).status).toBe(200)
  for (const { socket } of senders) socket.destroy()
  await vi.waitFor(async () => expect((await wild.call('notes_list_notes')).status).toBe(200))
})

it('who has no token may send no more than names and addresses need', async () => {
  const test = await createConnectedHub()
  const { url } = await test.pair()
  const headers = { 'content-type': 'application/json' }
  for (const route of ['/v1/pair', '/oauth/register']) {
    const body = JSON.stringify({ name: 'x'.repeat(70_000) })
    const answer = await fetch(`${url}${route}`, { method: 'POST', headers, body })
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('64 KiB')])
  }
})
