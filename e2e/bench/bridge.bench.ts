import { test } from 'vitest'
import { startBareEcho } from './bare-echo.ts'
import { BENCH_TOOL, benchCall, bridgeHeaders, startBenchHub } from './bench-hub.ts'
import { measure, report } from './load.ts'

const JSON_ONLY = { 'content-type': 'application/json' }

test('a tool call beside a bare JSON echo', { timeout: 300_000 }, async () => {
  const hub = await startBenchHub()
  const echo = await startBareEcho()
  const targets = {
    'node:http echo': { url: echo.url, headers: JSON_ONLY, body: benchCall('2025') },
    REST: {
      url: `${hub.url}/v1/tools/${BENCH_TOOL}`,
      headers: bridgeHeaders(hub.token),
      body: JSON.stringify({ arguments: { text: 'hello' } }),
    },
    'MCP 2026-07-28': {
      url: `${hub.url}/mcp`,
      headers: bridgeHeaders(hub.token, '2026'),
      body: benchCall('2026'),
    },
    'MCP 2025-11-25': {
      url: `${hub.url}/mcp`,
      headers: bridgeHeaders(hub.token, '2025'),
      body: benchCall('2025'),
    },
  }
  for (const inFlight of [1, 16, 64]) {
    console.log(`${inFlight} in flight`)
    report(await measure(targets, 'hello', { rounds: 6, calls: inFlight === 1 ? 500 : 1_280, inFlight }))
  }
  echo.close()
  await hub.close()
})
