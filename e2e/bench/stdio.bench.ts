import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { test } from 'vitest'
import { BENCH_TOOL, benchCall, quantile, startBenchHub } from './bench-hub.ts'

const STARTS = 12
const ROUNDS = 6
const CALLS_A_ROUND = 500

const program = join(import.meta.dirname, '../../out/cli/gatehouse-mcp.mjs')
const initialize = JSON.stringify({
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1' },
  },
})

type Environment = Readonly<Record<string, string>>

test('the stdio program beside a bare Node, and beside HTTP', { timeout: 120_000 }, async () => {
  const { url, token, folder, close } = await startBenchHub()
  const env = { GATEHOUSE_DATA: folder, GATEHOUSE_TOKEN: token }
  await benchStarts(env)
  await benchCalls(url, env)
  await close()
})

/** Ready: the bridge's answer to `initialize` has come out. Bare: `node -e 0` has ended. */
async function benchStarts(env: Environment): Promise<void> {
  const times = { bare: [] as number[], ready: [] as number[] }
  for (let round = 0; round <= STARTS; round += 1) {
    const bare = await timeOf(async () => await once(spawn(process.execPath, ['-e', '0']), 'exit'))
    const ready = await timeOf(() => introduced(env))
    if (round === 0) continue
    times.bare.push(bare)
    times.ready.push(ready)
  }
  const [bare, ready] = [quantile(times.bare, 0.5), quantile(times.ready, 0.5)]
  console.log(
    `stdio ready       node -e 0 ${bare.toFixed(0)} ms  ready ${ready.toFixed(0)} ms  ${(ready / bare).toFixed(2)}x  (${STARTS} starts each)`,
  )
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function introduced(env: Environment): Promise<void> {
  const child = spawn(process.execPath, [program], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.write(`${initialize}\n`)
  const [answer] = (await once(child.stdout, 'data')) as [Buffer]
  if (!answer.toString().includes('"serverInfo"')) throw new Error(answer.toString())
  child.stdin.end()
}

async function benchCalls(url: string, env: Environment): Promise<void> {
  const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  const direct = { ...json, authorization: `Bearer ${env['GATEHOUSE_TOKEN']}` }
  const modern = {
    ...direct,
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': 'tools/call',
    'mcp-name': BENCH_TOOL,
  }
  const command = [process.execPath, program]
  const targets = {
    'HTTP 2026': { url: `${url}/mcp`, headers: modern, body: benchCall('2026') },
    'stdio 2026': { command, env, body: benchCall('2026') },
    'HTTP 2025': { url: `${url}/mcp`, headers: direct, body: benchCall('2025') },
    'stdio 2025': { command, env, body: benchCall('2025') },
  }
  const worker = new Worker(new URL('./load-client.mjs', import.meta.url))
  const times = new Map<string, number[]>(Object.keys(targets).map((name) => [name, []]))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, target] of Object.entries(targets)) {
      worker.postMessage({ target, calls: CALLS_A_ROUND })
      const [answer] = (await once(worker, 'message')) as [{ times: number[]; text: string }]
      if (!answer.text.includes('hello') || answer.text.includes('isError')) throw new Error(answer.text)
      if (round > 0) times.get(name)?.push(...answer.times)
    }
  }
  await worker.terminate()
  for (const era of ['2026', '2025']) {
    const [http, stdio] = ['HTTP', 'stdio'].map((way) => quantile(times.get(`${way} ${era}`) ?? [], 0.5))
    const [base, ours] = [http ?? Number.NaN, stdio ?? Number.NaN]
    console.log(
      `stdio call, ${era}  HTTP p50 ${base.toFixed(3)} ms  stdio p50 ${ours.toFixed(3)} ms  adds ${(ours - base).toFixed(3)} ms  ${(ours / base).toFixed(2)}x  (${ROUNDS * CALLS_A_ROUND} calls each)`,
    )
  }
}
