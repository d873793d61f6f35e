import { spawn } from 'node:child_process'
import { constants } from 'node:os'

import { projectRoot } from './project-paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the project's root unless told
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal} [signal] ends the command
 */

/**
 * The exit code a shell would report.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export const exitCodeOf = (code, signal) => code ?? 128 + (signal ? constants.signals[signal] : 1)

// npm is a .cmd file on Windows, which only a shell can start.
const needsShell = process.platform === 'win32'

/**
 * Runs a command quietly.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it wrote to standard output
 * @throws {Error} with the end of its output when it fails
 */
export function run(command, args, { cwd = projectRoot, env, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell && !command.includes('\\'),
    })
    let output = ''
    let all = ''
    child.stdout.on('data', (chunk) => ((output += chunk), (all += chunk)))
    child.stderr.on('data', (chunk) => (all += chunk))
    child.on('error', reject)
    child.on('close', (code, endSignal) => {
      if (code === 0) return resolve(output)
      const ending = all.trim().split('\n').slice(-40).join('\n')
      const exitCode = exitCodeOf(code, endSignal)
      reject(new Error(`${command} ${args[0] ?? ''} ended with ${exitCode}:\n${ending}`))
    })
  })
}

/**
 * Runs a command whose output the user sees.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runVisibly(command, args, { cwd = projectRoot, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: 'inherit',
      shell: needsShell && !command.includes('\\'),
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(exitCodeOf(code, signal)))
  })
}

/**
 * Whether a command succeeds.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export async function succeeds(command, args, options) {
  try {
    await run(command, args, options)
    return true
  } catch {
    return false
  }
}
