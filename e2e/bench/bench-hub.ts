import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { createHub } from '../../main/hub.ts'
import { openDatabase } from '../../main/platform/database.ts'
import type { Platform } from '../../main/platform/platform.ts'
import { defineIntegration } from '../../registry/define.ts'

/** A tool that does nothing, so that only the way to it is measured. */
export const BENCH_TOOL = 'echo_get_text'

/** What a list is made of; only the first tool is ever called. */
function echoTools(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: index === 0 ? BENCH_TOOL : `echo_get_text_${index}`,
    description: 'Answers the text. It stands here for a tool with a description of the usual length.',
    parameters: z.object({ text: z.string().describe('What it should answer') }),
    handler: ({ text }: { text: string }) => Promise.resolve({ text }),
  }))
}

const echo = (tools: number) =>
  defineIntegration({
    id: 'echo',
    name: 'Echo',
    category: 'developer-tools',
    description: 'Answers what it is asked.',
    icon: 'echo.svg',
    auth: [{ type: 'api_key', label: 'Key', helpUrl: 'https://echo.example/keys' }],
    hosts: ['echo.example'],
    tools: echoTools(tools),
  })

interface BenchOptions {
  /** How many tools the app has. */
  readonly tools?: number
  readonly exposure?: 'all' | 'search'
}

interface BenchHub {
  readonly url: string
  readonly token: string
  readonly folder: string
  close(): Promise<void>
}

/** A whole hub over a real database, with one app that may use the trivial tool. */
export async function startBenchHub({ tools = 1, exposure = 'all' }: BenchOptions = {}): Promise<BenchHub> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  const hub = createHub(benchPlatform(folder), [echo(tools)], () => undefined)
  await hub.start()
  const ask = async (route: string, input: object): Promise<Record<string, unknown>> => {
    const reply = await hub.router(route, input)
    if (!reply.ok) throw new Error(`${route}: ${reply.error.message}`)
    return reply.value as Record<string, unknown>
  }
  await ask('connections.connectWithKey', {
    integrationId: 'echo',
    method: 'api_key',
    values: { key: 'bench' },
  })
  const { app, token, url } = (await ask('apps.add', { name: 'Bench' })) as {
    app: { id: string }
    token: string
    url: string
  }
  await ask('apps.setToolkit', { appId: app.id, integrationId: 'echo', enabled: true })
  await ask('apps.update', { appId: app.id, callsPerMinute: 1_000_000, exposure })
  const close = async (): Promise<void> => {
    await hub.close()
    rmSync(folder, { recursive: true })
  }
  return { url, token, folder, close }
}

/** @param era with it, the headers of an MCP call of the trivial tool */
export function bridgeHeaders(token: string, era?: '2025' | '2026'): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${token}`,
    ...(era === '2025' && { 'mcp-protocol-version': '2025-11-25' }),
    ...(era === '2026' && {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': BENCH_TOOL,
    }),
  }
}

/** @returns a call of the trivial tool, as a client of that era sends it */
export function benchCall(era: '2025' | '2026'): string {
  const envelope = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  }
  const call = { name: BENCH_TOOL, arguments: { text: 'hello' }, ...(era === '2026' && { _meta: envelope }) }
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call })
}

export function quantile(list: readonly number[], part: number): number {
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
    proxyFor: () => Promise.resolve('DIRECT'),
    protocolHandler: {
      owner: () => Promise.resolve({ isOurs: null, name: null }),
      register: () => Promise.resolve(false),
    },
    portOwner: () => Promise.resolve(null),
    addressesOf: () => Promise.resolve([]),
    presence: { idleSeconds: () => 0, onLock: () => () => undefined },
    appearance: { theme: () => 'system', setTheme: () => undefined },
    language: { choice: () => 'system', spoken: () => 'en', choose: () => undefined },
    loginItem: { isOn: () => Promise.resolve(false), set: () => Promise.resolve() },
    fileDialogs: { save: () => Promise.resolve(null), open: () => Promise.resolve(null) },
    database: openDatabase(join(folder, 'bench.db')),
    openDatabase,
    dataFolder: folder,
    home: folder,
    systemId: process.platform,
    stdioProgram: '',
    environment: {},
    version: '0.0.0',
    system: 'bench',
    copyText: () => undefined,
    restart: () => undefined,
    quit: () => undefined,
  }
}
