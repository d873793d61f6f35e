import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { handClient, NAVIGATION, openDoor } from '../testing/door.ts'
import { createConnectedHub, temporaryFolder } from '../testing/test-hub.ts'

const program = join(
  dirname(createRequire(import.meta.url).resolve('mcp-remote/package.json')),
  'dist/proxy.js',
)

/** What programs that only start processes use to reach a server with authorization. */
function startMcpRemote(url: string) {
  const folder = temporaryFolder()
  const child = spawn(process.execPath, [program, url], {
    // A browser that opens nothing: the test goes to the printed address itself.
    env: {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      MCP_REMOTE_CONFIG_DIR: folder,
      BROWSER: '/bin/true',
      XDG_CURRENT_DESKTOP: 'X-Generic',
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  let answers = ''
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => (answers += chunk.toString()))
  const send = (message: object): void => void child.stdin.write(`${JSON.stringify(message)}\n`)
  return { send, printed: () => printed, answers: () => answers }
}

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}

it.skipIf(process.platform !== 'linux')(
  'mcp-remote finds its way in by itself, with nothing but the address',
  async () => {
    const test = await createConnectedHub()
    const door = await openDoor(test)
    const { send, printed, answers } = startMcpRemote(`${door.url}/mcp`)
    send(initialize)
    const page = await vi.waitFor(
      () => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/oauth\/authorize\?\S+/.exec(printed())
        if (found === null) throw new Error(printed())
        return new URL(found[0])
      },
      { timeout: 20_000, interval: 20 },
    )
    const shown = await door.knock(`${page.pathname}${page.search}`, { headers: NAVIGATION })
    const { id } = await door.asked()
    await test.ask('pairings.decide', { pairingId: id, allow: true, toolkits: ['notes'] })
    const { headers } = await handClient(test, door, '', '').goOn(shown)
    expect((await fetch(headers.location ?? '')).status).toBe(200)

    await vi.waitFor(() => expect(answers()).toContain('"id":1'), { timeout: 20_000, interval: 20 })
    send({ jsonrpc: '2.0', method: 'notifications/initialized' })
    send({ jsonrpc: '2.0', id: 2, method: 'tools/list' })
    await vi.waitFor(() => expect(answers()).toContain('notes_list_notes'), { timeout: 20_000, interval: 20 })
    expect(await test.ask('apps.list', {})).toHaveLength(1)
  },
  60_000,
)
