import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './test-hub.ts'

const require = createRequire(import.meta.url)

/** Some of these programs need a newer Node than the tests themselves. */
export const newestNode = require.resolve('node/bin/node')

/** Programs of packages, which have no other door. */
export const programs = {
  conformance: require.resolve('@modelcontextprotocol/conformance/dist/index.js'),
  inspector: require.resolve('@modelcontextprotocol/inspector/clients/launcher/build/index.js'),
  mcpRemote: require.resolve('mcp-remote/dist/proxy.js'),
}
const LONGEST_RUN_MS = 30_000

/** A home of its own, and a proxy where nobody listens: whatever is not on this computer cannot be reached. */
export function outsideEnvironment(): Record<string, string> {
  const nowhere = 'http://127.0.0.1:9'
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: temporaryFolder(),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: '127.0.0.1,localhost',
    NODE_USE_ENV_PROXY: '1',
  }
}

export interface RunResult {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** Runs a program of a package to its end; it ends with the test at the latest. */
export function runProgram(file: string, args: readonly string[]): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(newestNode, [file, ...args], {
      env: outsideEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS)
    onTestFinished(() => void child.kill('SIGKILL'))
    let [output, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output, errors })
    })
  })
}
