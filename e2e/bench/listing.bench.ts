import { test } from 'vitest'
import { startBareEcho } from './bare-echo.ts'
import { bridgeHeaders, startBenchHub } from './bench-hub.ts'
import { measure, report } from './load.ts'

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })

for (const tools of [10, 300, 5_000]) {
  test(`a list of ${tools} tools beside a bare server that sends as much`, { timeout: 120_000 }, async () => {
    const hub = await startBenchHub({ tools, exposure: 'all' })
    const headers = bridgeHeaders(hub.token, '2025')
    const first = performance.now()
    const once = { ...headers, connection: 'close' }
    const answer = await fetch(`${hub.url}/mcp`, { method: 'POST', headers: once, body: LIST })
    const text = await answer.text()
    const firstMs = performance.now() - first
    const bare = await startBareEcho(text)
    const targets = {
      'node:http, same bytes': { url: bare.url, headers: { 'content-type': 'application/json' }, body: LIST },
      'tools/list': { url: `${hub.url}/mcp`, headers, body: LIST },
    }
    const kilobytes = Math.round(text.length / 1_024)
    console.log(
      `${tools} tools, ${kilobytes} kB; the first list after a change took ${firstMs.toFixed(1)} ms`,
    )
    report(await measure(targets, '"tools"', { rounds: 5, calls: tools > 1_000 ? 30 : 200, inFlight: 1 }))
    bare.close()
    await hub.close()
  })
}
