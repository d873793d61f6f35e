import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { benchCall } from './bench-hub.ts'
import type { Target } from './load.ts'

const START_MS = 30_000
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
}
const INITIALIZE = JSON.stringify({
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1' },
  },
})

/** What a client of the 2025 revisions says before its first call. */
export const HANDSHAKE = [INITIALIZE, JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })]

/** A gateway as a program of its own. */
export interface Gateway {
  readonly url: string
  stop(): Promise<void>
}

/** @param args from the port it is to listen at */
export async function startGateway(
  command: string,
  args: (port: number) => readonly string[],
): Promise<Gateway> {
  const port = await freePort()
  const child = spawn(process.execPath, [command, ...args(port)], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await answering(url, command)
  return {
    url,
    async stop() {
      const ended = once(child, 'exit')
      child.kill()
      await Promise.race([ended, delay(3_000)])
      child.kill('SIGKILL')
    },
  }
}

/** @returns the trivial tool's call, in a session that the gateway has opened */
export async function openSession(url: string): Promise<Target> {
  const [initialize, initialized] = HANDSHAKE
  const greeting = await post(url, HEADERS, initialize)
  const session = greeting.headers.get('mcp-session-id')
  const headers = {
    ...HEADERS,
    'mcp-protocol-version': '2025-11-25',
    ...(session !== null && { 'mcp-session-id': session }),
  }
  await post(url, headers, initialized)
  return { url, headers, body: benchCall('2025') }
}

async function post(url: string, headers: Record<string, string>, body = ''): Promise<Response> {
  const answer = await fetch(url, { method: 'POST', headers, body })
  await answer.text()
  return answer
}

async function answering(url: string, name: string): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    )
    // A hub answers before the programs behind it are ready.
    if (isUp) return await delay(2_000)
    await delay(100)
  }
  throw new Error(`${name} did not start`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
