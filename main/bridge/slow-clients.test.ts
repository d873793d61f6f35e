import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sendBytes } from '../testing/malformed/raw-http.ts'
import { openUnpairedBody } from './body-budget.ts'
import { sendError, sendJson } from './http-error.ts'
import { makeServer } from './make-server.ts'
import { pipeStream } from './pipe-stream.ts'
import { readJsonBody } from './request-body.ts'
import { createSocketCap } from './socket-cap.ts'

const TIMES = { headers: 100, request: 200, idle: 100, checked: 20 }

async function portOf(server: Server): Promise<number> {
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}

const echo: RequestListener = (request, response) => {
  readJsonBody(request, openUnpairedBody()).then(
    (body) => sendJson(response, 200, body),
    (error: unknown) => sendError(response, error),
  )
}

/** Sends the first part at once, then one byte more every few milliseconds. @returns all that came back */
async function drip(port: number, first: string, everyMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  socket.write(first)
  const timer = setInterval(() => socket.write(' '), everyMs)
  await new Promise((closed) => socket.once('close', closed))
  clearInterval(timer)
  return text
}

describe('the bridge hangs up, with an answer, on', () => {
  const served = async () => await portOf(makeServer(echo, createSocketCap(), TIMES))

  it('headers that come a byte at a time', async () => {
    const text = await drip(await served(), 'POST / HTTP/1.1\r\nX: ', 10)
    expect(text).toMatch(/^HTTP\/1\.1 408 [^]*"code":"TIMEOUT"/)
  })

  it('a body that comes a byte at a time', async () => {
    const text = await drip(await served(), 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', 10)
    expect(text).toMatch(/^HTTP\/1\.1 408 [^]*"code":"TIMEOUT"/)
    expect(text.match(/^HTTP\/1\.1 \d/gm)).toHaveLength(1)
  })

  it('a connection on which nothing comes', async () => {
    const { answers, closed } = await sendBytes('', {
      port: await served(),
      untilClosed: true,
      quietMs: 2_000,
    })
    expect([answers.map(({ status }) => status), closed]).toEqual([[408], true])
  })

  it('a connection that stays open after its answer', async () => {
    const request = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}'
    // Node adds a second of its own, so that no client that is just about to ask is cut off.
    const { answers, closed } = await sendBytes(request, {
      port: await served(),
      untilClosed: true,
      quietMs: 4_000,
    })
    expect([answers.map(({ status }) => status), closed]).toEqual([[200], true])
  })

  it('a long body that comes too slowly, before the time for the whole is over', async () => {
    const pace = { everyMs: 50, leastBytes: 1_000 }
    const server = createServer((request, response) => {
      readJsonBody(request, openUnpairedBody(), pace).catch((error: unknown) => sendError(response, error))
    })
    const text = await drip(
      await portOf(server),
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n',
      10,
    )
    expect(text).toMatch(/^HTTP\/1\.1 408 [^]*"code":"TIMEOUT"/)
  })
})

it('a long body that comes fast enough is read, however often it pauses', async () => {
  const pace = { everyMs: 50, leastBytes: 100 }
  const server = createServer((request, response) => {
    readJsonBody(request, openUnpairedBody(), pace).then(
      (body) => sendJson(response, 200, (body as unknown[]).length),
      (error: unknown) => sendError(response, error),
    )
  })
  const socket = connect(await portOf(server), '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n')
  for (let part = 0; part < 10; part += 1) {
    socket.write(`190\r\n${'0,'.repeat(200)}\r\n`)
    await wait(30)
  }
  socket.write('2\r\n0]\r\n0\r\n\r\n')
  const answer = await new Promise<string>((seen) => socket.once('data', (chunk) => seen(chunk.toString())))
  expect(answer).toMatch(/^HTTP\/1\.1 200 [^]*2001$/)
})

it('a stream that its client does not read is ended, and little of it is kept meanwhile', async () => {
  let pulled = 0
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
  let ended: () => void = () => undefined
  const isEnded = new Promise<void>((resolve) => (ended = resolve))
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    pipeStream(endless(), response, 100).then(ended, ended)
  })
  const socket = connect(await portOf(server), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await isEnded
  // What the operating system holds between the two, and no more.
  expect(pulled).toBeLessThan(16 * 1_024 * 1_024)
})

describe('connections without a token', () => {
  it('make room for new ones, the oldest first, and are told why', async () => {
    const port = await portOf(makeServer(echo, createSocketCap({ inAll: 10, unproven: 3 })))
    const oldest = sendBytes('POST / HTTP/1.1\r\n', { port, untilClosed: true, quietMs: 2_000 })
    await wait(20)
    const others = Array.from({ length: 3 }, () => connect(port, '127.0.0.1'))
    const { answers } = await oldest
    expect(answers).toMatchObject([{ status: 429, headers: { 'retry-after': '1' } }])
    for (const other of others) {
      expect(other.readyState).toBe('open')
      other.destroy()
    }
  })

  it('do not take the place of those that showed one', async () => {
    const sockets = createSocketCap({ inAll: 100, unproven: 2 })
    const listener: RequestListener = (request, response) => {
      if (request.headers.authorization !== undefined) sockets.proven(request.socket)
      sendJson(response, 200, {})
    }
    const port = await portOf(makeServer(listener, sockets))
    const paired = connect(port, '127.0.0.1')
    const ask = async (): Promise<string> => {
      const answer = new Promise<string>((seen) => paired.once('data', (chunk) => seen(chunk.toString())))
      paired.write('GET / HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\n\r\n')
      return await answer
    }
    await ask()
    const flood = Array.from({ length: 20 }, () => sendBytes('', { port, untilClosed: true, quietMs: 300 }))
    await Promise.all(flood)
    expect(await ask()).toMatch(/^HTTP\/1\.1 200 /)
    paired.destroy()
  })
})
