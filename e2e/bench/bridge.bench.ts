import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { test } from 'vitest'
import { BENCH_TOOL, benchCall, quantile, startBenchHub } from './bench-hub.ts'

interface Target {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
}

const ROUNDS = 6
const CALLS_A_ROUND = 500

test('a tool call beside a bare JSON echo', { timeout: 120_000 }, async () => {
  const { url, token, close } = await startBenchHub()
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
  const targets: Record<string, Target> = {
    'node:http echo': { url: echoUrl, headers: json, body: benchCall('2025') },
    REST: {
      url: `${url}/v1/tools/${BENCH_TOOL}`,
      headers: authorized,
      body: JSON.stringify({ arguments: { text: 'hello' } }),
    },
    'MCP 2026-07-28': {
      url: `${url}/mcp`,
      headers: {
        ...authorized,
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': BENCH_TOOL,
      },
      body: benchCall('2026'),
    },
    'MCP 2025-11-25': {
      url: `${url}/mcp`,
      headers: { ...authorized, 'mcp-protocol-version': '2025-11-25' },
      body: benchCall('2025'),
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
  await close()
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
