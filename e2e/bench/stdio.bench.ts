import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'vitest'
import { benchCall, bridgeHeaders, quantile, startBenchHub } from './bench-hub.ts'
import { HANDSHAKE } from './gateway.ts'
import { measure, report } from './load.ts'

const STARTS = 12
const ROUNDS = 6
const CALLS_A_ROUND = 500

const program = join(import.meta.dirname, '../../out/cli/gatehouse-mcp.mjs')

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
  child.stdin.write(`${HANDSHAKE[0]}\n`)
  const [answer] = (await once(child.stdout, 'data')) as [Buffer]
  if (!answer.toString().includes('"serverInfo"')) throw new Error(answer.toString())
  child.stdin.end()
}

async function benchCalls(url: string, env: Environment): Promise<void> {
  const command = [process.execPath, program]
  const token = env['GATEHOUSE_TOKEN'] ?? ''
  for (const era of ['2026', '2025'] as const) {
    const body = benchCall(era)
    const targets = {
      [`HTTP ${era}`]: { url: `${url}/mcp`, headers: bridgeHeaders(token, era), body },
      [`stdio ${era}`]: { command, env, body },
    }
    const figures = await measure(targets, 'hello', { rounds: ROUNDS, calls: CALLS_A_ROUND, inFlight: 1 })
    report(figures)
    const [http, stdio] = [...figures.values()].map(({ p50 }) => p50)
    console.log(`stdio adds ${((stdio ?? Number.NaN) - (http ?? Number.NaN)).toFixed(3)} ms`)
  }
}
