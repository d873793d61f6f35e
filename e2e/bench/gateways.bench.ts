import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { startBareEcho } from './bare-echo.ts'
import { BENCH_TOOL, benchCall, bridgeHeaders, startBenchHub } from './bench-hub.ts'
import { HANDSHAKE, openSession, startGateway, type Gateway } from './gateway.ts'
import { measure, report, type Target } from './load.ts'

const commands = process.env['GATEHOUSE_GATEWAYS'] ?? ''
const echoServer = join(import.meta.dirname, 'echo-server.mjs')
const JSON_ONLY = { 'content-type': 'application/json' }

test('a tool call beside other gateways with the same trivial tool', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-gateways-'))
  const hub = await startBenchHub()
  const echo = await startBareEcho()
  const gateways = await Promise.all([superGateway(), mcpProxy(), mcpHub(folder)])
  const [supergateway, proxy, other] = gateways.map(({ url }) => url)
  const targets: Record<string, Target> = {
    'node:http echo': { url: echo.url, headers: JSON_ONLY, body: benchCall('2025') },
    'Gatehouse (token, policy, log)': {
      url: `${hub.url}/mcp`,
      headers: bridgeHeaders(hub.token, '2025'),
      body: benchCall('2025'),
    },
    supergateway: await openSession(`${supergateway}/mcp`),
    'mcp-proxy': await openSession(`${proxy}/mcp`),
    'mcp-hub (its REST)': {
      url: `${other}/api/servers/tools`,
      headers: JSON_ONLY,
      body: JSON.stringify({ server_name: 'echo', tool: BENCH_TOOL, arguments: { text: 'hello' } }),
    },
  }
  for (const inFlight of [1, 16]) {
    console.log(`${inFlight} in flight`)
    report(await measure(targets, 'hello', { rounds: 5, calls: 320, inFlight }))
  }
  for (const { stop } of gateways) await stop()
  echo.close()
  await hub.close()
  rmSync(folder, { recursive: true })
})

test('the stdio program beside mcp-remote, both before the bridge', { timeout: 120_000 }, async () => {
  const hub = await startBenchHub()
  const home = mkdtempSync(join(tmpdir(), 'gatehouse-mcp-remote-'))
  const remote = join(import.meta.dirname, '../../node_modules/.bin/mcp-remote')
  const targets: Record<string, Target> = {
    'HTTP, no program between': {
      url: `${hub.url}/mcp`,
      headers: bridgeHeaders(hub.token, '2025'),
      body: benchCall('2025'),
    },
    'Gatehouse stdio': {
      command: [process.execPath, join(import.meta.dirname, '../../out/cli/gatehouse-mcp.mjs')],
      env: { GATEHOUSE_DATA: hub.folder, GATEHOUSE_TOKEN: hub.token },
      body: benchCall('2025'),
      first: HANDSHAKE,
    },
    'mcp-remote': {
      command: [
        process.execPath,
        remote,
        `${hub.url}/mcp`,
        '--allow-http',
        '--transport',
        'http-only',
        '--header',
        `Authorization:Bearer ${hub.token}`,
      ],
      env: { HOME: home, PATH: process.env['PATH'] ?? '' },
      body: benchCall('2025'),
      first: HANDSHAKE,
    },
  }
  report(await measure(targets, 'hello', { rounds: 4, calls: 250, inFlight: 1 }))
  await hub.close()
  rmSync(home, { recursive: true, force: true })
})

const inFolder = (name: string): string => join(commands, name)

const superGateway = (): Promise<Gateway> =>
  startGateway(inFolder('supergateway'), (port) => [
    '--stdio',
    `"${process.execPath}" "${echoServer}"`,
    '--outputTransport',
    'streamableHttp',
    '--stateful',
    '--logLevel',
    'none',
    '--port',
    String(port),
  ])

const mcpProxy = (): Promise<Gateway> =>
  startGateway(inFolder('mcp-proxy'), (port) => [
    '--host',
    '127.0.0.1',
    '--server',
    'stream',
    '--port',
    String(port),
    '--',
    process.execPath,
    echoServer,
  ])

const mcpHub = (folder: string): Promise<Gateway> => {
  const config = join(folder, 'hub.json')
  writeFileSync(
    config,
    JSON.stringify({ mcpServers: { echo: { command: process.execPath, args: [echoServer] } } }),
  )
  return startGateway(inFolder('mcp-hub'), (port) => ['--port', String(port), '--config', config])
}
