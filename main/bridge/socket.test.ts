import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { Agent, fetch } from 'undici'
import { describe, expect, it } from 'vitest'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { createConnectedHub, createTestHub, temporaryFolder } from '../testing/test-hub.ts'
import { socketPath } from './socket-path.ts'

/** Asks over the socket as `curl --unix-socket` does. */
function over(socket: string, path: string, headers: Record<string, string>, body?: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const request = httpRequest({ socketPath: socket, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function running() {
  const test = await createConnectedHub()
  const app = await test.pair()
  const socket = join(test.platform.dataFolder, 'bridge.sock')
  const good = { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' }
  return { test, app, socket, good }
}

function discovered(folder: string): { socket: string | null; url: string } {
  return JSON.parse(readFileSync(join(folder, 'bridge.json'), 'utf8')) as { socket: string; url: string }
}

describe('the bridge’s socket', () => {
  it('serves the routes of the port: health, REST and MCP', async () => {
    const { socket, good } = await running()
    expect((await over(socket, '/v1/health', {})).status).toBe(200)
    const called = await over(socket, '/v1/tools/notes_list_notes', good, '{"arguments":{}}')
    expect(JSON.parse(called.text)).toEqual({ data: { notes: [{ id: 'note-1', title: 'Milk' }] } })
    const response = await fetch('http://localhost/mcp', {
      method: 'POST',
      dispatcher: new Agent({ connect: { socketPath: socket } }),
      headers: { ...good, accept: 'application/json, text/event-stream' },
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
    })
    expect(await response.text()).toContain('notes_list_notes')
  })

  it('can be reached by this person only, and is named in bridge.json', async () => {
    const { test, socket } = await running()
    expect(statSync(socket).mode & 0o777).toBe(0o600)
    expect(discovered(test.platform.dataFolder).socket).toBe(socket)
  })

  it.each([
    ['no token', { authorization: '' }, 401],
    ['an Origin', { origin: 'http://localhost' }, 403],
    ['Sec-Fetch-Site', { 'sec-fetch-site': 'none' }, 403],
    ['a Host of another name', { host: 'evil.example' }, 403],
    ['a Host with a port, which a socket has not', { host: 'localhost:7717' }, 403],
  ])('refuses %s, as the port does', async (_, headers, status) => {
    const { test, socket, good } = await running()
    const answer = await over(socket, '/v1/tools/notes_list_notes', { ...good, ...headers }, '{}')
    expect(answer.status).toBe(status)
    expect(test.apiRequests()).toEqual([])
  })

  it('is not a way around the Host rule of the port', async () => {
    const { app, good } = await running()
    const { port } = new URL(app.url)
    const status = await new Promise((resolve) => {
      const headers = { ...good, host: 'localhost' }
      httpRequest({ port, path: '/v1/manifest', headers }, (it) => resolve(it.statusCode)).end()
    })
    expect(status).toBe(403)
  })

  it('goes when the bridge stops', async () => {
    const { test, socket } = await running()
    await test.close()
    expect(existsSync(socket)).toBe(false)
  })

  it('replaces what a killed process left behind', async () => {
    const folder = temporaryFolder()
    const socket = join(folder, 'bridge.sock')
    const script = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`
    await new Promise((ended) => spawn(process.execPath, ['-e', script]).once('exit', ended))
    expect(existsSync(socket)).toBe(true)
    const test = createTestHub({ platform: createFakePlatform({ folder }) })
    await test.hub.start()
    expect((await over(socket, '/v1/health', {})).status).toBe(200)
  })

  it('is left to the instance that has it; the second serves its port', async () => {
    const first = createTestHub()
    await first.hub.start()
    const folder = first.platform.dataFolder
    const socket = join(folder, 'bridge.sock')
    const platform = createFakePlatform({ folder: temporaryFolder() })
    const second = createTestHub({ platform: Object.assign(platform, { dataFolder: folder }) })
    await second.hub.start()
    expect(discovered(folder)).toMatchObject({
      socket: null,
      url: (await second.ask('bridge.status', {})).url,
    })
    await second.close()
    expect((await over(socket, '/v1/health', {})).status).toBe(200)
  })

  it('is one per data folder', async () => {
    const [one, two] = [createTestHub(), createTestHub()]
    await Promise.all([one.hub.start(), two.hub.start()])
    for (const { platform } of [one, two]) {
      const { socket } = discovered(platform.dataFolder)
      expect(socket).toBe(join(platform.dataFolder, 'bridge.sock'))
    }
  })

  describe('of a data folder whose path is too long', () => {
    const start = async (prepare: (folder: string) => void) => {
      const folder = join(temporaryFolder(), 'x'.repeat(90))
      mkdirSync(folder, { mode: 0o700 })
      const environment = { XDG_RUNTIME_DIR: temporaryFolder() }
      const place = socketPath({ dataFolder: folder, environment })
      prepare(join(place, '..'))
      const test = createTestHub({ platform: createFakePlatform({ folder, environment }) })
      await test.hub.start()
      return { place, socket: discovered(folder).socket, status: await test.ask('bridge.status', {}) }
    }

    it('lies in a private folder among the temporary ones', async () => {
      const { place, socket } = await start(() => undefined)
      expect(socket).toBe(place)
      expect(statSync(join(place, '..')).mode & 0o777).toBe(0o700)
      expect((await over(place, '/v1/health', {})).status).toBe(200)
    })

    it('is not put where others may write', async () => {
      const { place, socket, status } = await start((folder) => {
        mkdirSync(folder)
        chmodSync(folder, 0o777)
      })
      expect([socket, existsSync(place), status.problem]).toEqual([null, false, null])
    })
  })

  it('is a pipe on Windows, named for the data folder', () => {
    const name = (dataFolder: string) => socketPath({ dataFolder, environment: {} }, 'win32')
    expect(name('C:\\a')).toMatch(/^\\\\\.\\pipe\\gatehouse-[0-9a-f]{16}$/)
    expect(name('C:\\a')).not.toBe(name('C:\\b'))
  })
})
