import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Client } from '../../preload/contract/clients.ts'
import { createFakePlatform } from './fake-platform.ts'
import { createTestHub, temporaryFolder, type TestHub } from './test-hub.ts'

export const TOKEN = /gatehouse_[\w-]{43}/

/** A hub that listens, on a computer where only what a test makes is installed. */
export async function computer(environment: Record<string, string> = {}) {
  const platform = createFakePlatform({
    folder: temporaryFolder(),
    environment: { PATH: '/usr/bin', ...environment },
  })
  const test = createTestHub({ platform })
  await test.hub.start()
  const file = (...parts: string[]): string => join(platform.home, ...parts)
  const write = (path: string, text: string | Buffer, mode = 0o600): string => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { mode })
    return path
  }
  return { test, platform, file, write }
}

/** What the window sees of a client. */
export const stateOf = async (test: TestHub, id: string): Promise<Client> => {
  const found = (await test.ask('clients.list', {})).find((client) => client.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

/** Plans and adds, as the window does. */
export async function add(test: TestHub, clientId: string): Promise<Client> {
  const { hash } = await test.ask('clients.plan', { clientId })
  return await test.ask('clients.add', { clientId, planHash: hash })
}

/** The token in a file; empty when there is none. */
export const tokenOf = (path: string): string => TOKEN.exec(readFileSync(path, 'utf8'))?.[0] ?? ''

/** @returns the status of the bridge's answer to a token */
export async function toolsWith(test: TestHub, token: string): Promise<number> {
  const { url } = await test.ask('bridge.status', {})
  const response = await fetch(`${url}/v1/manifest?format=mcp`, {
    headers: { authorization: `Bearer ${token}` },
  })
  await response.arrayBuffer()
  return response.status
}

/** A configuration with comments, and a comma that only some allow. */
export const CURSOR = '{\n  // mine\n  "mcpServers": {\n    "a": { "command": "x" }, // about a\n  },\n}\n'
