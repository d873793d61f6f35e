import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createChangeStreams } from './change-streams.ts'
import { createToolNotices } from './tool-notices.ts'

async function listening(keepAliveMs: number) {
  // Another list each time it is asked for.
  let asked = 0
  const notices = createToolNotices(
    () => [(asked += 1)],
    () => true,
  )
  const changes = createChangeStreams(notices, keepAliveMs)
  const server = createServer((_request, response) => changes.open('app_1', response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { notices, server, port: (server.address() as AddressInfo).port }
}

it('shows on a silent stream that it lives, so that no client takes it for dead', async () => {
  const { port } = await listening(10)
  let text = ''
  get({ port, host: '127.0.0.1', agent: false }, (response) =>
    response.on('data', (part) => (text += String(part))),
  )
  await expect.poll(() => text).toContain(': keepalive\n\n: keepalive\n\n')
})

it('drops a client that does not read, instead of keeping what it missed', async () => {
  const { notices, server, port } = await listening(60_000)
  const client = get({ port, host: '127.0.0.1', agent: false }, (response) => response.pause())
  client.on('error', () => undefined)
  const count = () => new Promise<number>((told) => server.getConnections((_error, open) => told(open)))
  await expect.poll(count).toBe(1)
  await expect
    .poll(async () => {
      for (let round = 0; round < 20_000; round += 1) notices.toolsChanged()
      return await count()
    })
    .toBe(0)
})
