import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { test } from 'vitest'
import { benchCall, bridgeHeaders, startBenchHub } from './bench-hub.ts'
import { measure } from './load.ts'

const MEGABYTE = 1_024 * 1_024
const WARM_UP = 10_000
const CALLS = 100_000

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

test('memory after 100,000 calls beside that after 10,000', { timeout: 600_000 }, async () => {
  const hub = await startBenchHub()
  const target = { url: `${hub.url}/mcp`, headers: bridgeHeaders(hub.token, '2026'), body: benchCall('2026') }
  const call = (calls: number) =>
    measure({ MCP: target }, 'hello', { rounds: 1, calls: calls / 2, inFlight: 16 })
  await call(WARM_UP)
  const before = memory()
  await call(CALLS)
  const after = memory()
  console.log(
    `heap ${before.heap.toFixed(1)} MB -> ${after.heap.toFixed(1)} MB  resident ${before.resident.toFixed(0)} MB -> ${after.resident.toFixed(0)} MB  ${(after.heap / before.heap).toFixed(2)}x  (${CALLS} calls)`,
  )
  await hub.close()
})

function memory(): { heap: number; resident: number } {
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed / MEGABYTE, resident: rss / MEGABYTE }
}
