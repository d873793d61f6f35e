import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { test } from 'vitest'
import { z } from 'zod'
import { createHub } from '../../main/hub.ts'
import { openDatabase } from '../../main/platform/database.ts'
import type { Platform } from '../../main/platform/platform.ts'
import { defineIntegration } from '../../registry/define.ts'

interface Target {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
}

const ROUNDS = 6
const CALLS_A_ROUND = 500

const trivial = defineIntegration({
  id: 'echo',
  name: 'Echo',
  category: 'developer-tools',
  description: 'Answers what it is asked.',
  icon: 'echo.svg',
  auth: [{ type: 'api_key', label: 'Key', helpUrl: 'https://echo.example/keys' }],
  hosts: ['echo.example'],
  tools: [
    {
      name: 'echo_get_text',
      description: 'Answers the text.',
      parameters: z.object({ text: z.string() }),
      handler: ({ text }) => Promise.resolve({ text }),
    },
  ],
})

test('a tool call beside a bare JSON echo', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  const hub = createHub(benchPlatform(folder), [trivial], () => undefined)
  await hub.start()
  const ask = async (route: string, input: object): Promise<Record<string, unknown>> => {
    const reply = await hub.router(route, input)
    if (!reply.ok) throw new Error(`${route}: ${reply.error.message}`)
    return reply.value as Record<string, unknown>
  }
  await ask('connections.connectWithKey', { integrationId: 'echo', method: 'api_key', values: { key: 'bench' } })
  const { app, token, url } = (await ask('apps.add', { name: 'Bench' })) as {
    app: { id: string }
    token: string
    url: string
  }
  await ask('apps.setToolkit', { appId: app.id, integrationId: 'echo', enabled: true })

  const echo = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(JSON.parse(text)))
    })
  })
  await new Promise<void>((ready) => echo.listen(0, '127.0.0.1', ready))
  const echoUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}/`

  const json = { 'content-type': 'application/json' }
  const authorized = {
    ...json,
    authorization: `Bearer ${token}`,
    accept: 'application/json, text/event-stream',
  }
  const call = { name: 'echo_get_text', arguments: { text: 'hello' } }
  const rpc = { jsonrpc: '2.0', id: 1, method: 'tools/call' }
  const modernMeta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const targets: Record<string, Target> = {
    'node:http echo': { url: echoUrl, headers: json, body: JSON.stringify({ ...rpc, params: call }) },
    REST: {
      url: `${url}/v1/tools/echo_get_text`,
      headers: authorized,
      body: JSON.stringify({ arguments: call.arguments }),
    },
    'MCP 2026-07-28': {
      url: `${url}/mcp`,
      headers: {
        ...authorized,
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': call.name,
      },
      body: JSON.stringify({ ...rpc, params: { ...call, _meta: modernMeta } }),
    },
    'MCP 2025-11-25': {
      url: `${url}/mcp`,
      headers: { ...authorized, 'mcp-protocol-version': '2025-11-25' },
      body: JSON.stringify({ ...rpc, params: call }),
    },
  }
  const worker = new Worker(new URL('./load-client.mjs', import.meta.url))
  const times = new Map<string, number[]>(Object.keys(targets).map((name) => [name, []]))
  // Rounds take turns, so that a busy moment of the machine meets every target.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, target] of Object.entries(targets)) {
      const measured = await run(worker, target)
      if (round > 0) times.get(name)?.push(...measured)
    }
  }
  await worker.terminate()
  report(times)
  echo.close()
  await hub.close()
  rmSync(folder, { recursive: true })
})

async function run(worker: Worker, target: Target): Promise<number[]> {
  const answer = new Promise<{ times: number[]; status: number; text: string }>((resolve) =>
    worker.once('message', resolve),
  )
  worker.postMessage({ target, calls: CALLS_A_ROUND })
  const { times, status, text } = await answer
  if (status !== 200 || !text.includes('hello') || text.includes('"isError":true')) {
    throw new Error(`${target.url} answered ${status}: ${text}`)
  }
  return times
}

function report(times: ReadonlyMap<string, number[]>): void {
  const base = quantile(times.get('node:http echo') ?? [], 0.5)
  for (const [name, list] of times) {
    const [p50, p99] = [quantile(list, 0.5), quantile(list, 0.99)]
    console.log(
      `${name.padEnd(16)} p50 ${p50.toFixed(3)} ms  p99 ${p99.toFixed(3)} ms  ${(p50 / base).toFixed(2)}x  (${list.length} calls)`,
    )
  }
}

function quantile(list: readonly number[], part: number): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length * part)] ?? Number.NaN
}

function benchPlatform(folder: string): Platform {
  const secrets = new Map<string, string>()
  return {
    keychain: {
      get: (name) => Promise.resolve(secrets.get(name) ?? null),
      set: (name, secret) => Promise.resolve(void secrets.set(name, secret)),
      delete: (name) => Promise.resolve(void secrets.delete(name)),
    },
    clock: {
      now: () => Date.now(),
      after(ms, callback) {
        const timer = setTimeout(callback, ms)
        return () => clearTimeout(timer)
      },
    },
    browser: { open: () => Promise.resolve() },
    network: { fetch: () => Promise.reject(new Error('the bench has no network')) },
    database: openDatabase(join(folder, 'bench.db')),
    dataFolder: folder,
    environment: {},
    version: '0.0.0',
    copyText: () => undefined,
  }
}
