import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { packageCommand, projectRoot } from './project-paths.mjs'
import { step } from './progress.mjs'
import { run } from './run-command.mjs'

const notSources = ['node_modules', 'out', 'scripts', 'e2e', 'docs', 'test-results', 'playwright-report']
const firstOutput = join(projectRoot, 'out', 'main', 'index.js')

/**
 * @param {string} path a file or a folder
 * @returns {Promise<number>} when anything in it last changed, in milliseconds; 0 when it is absent
 */
async function lastChange(path) {
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined) return 0
  let newest = facts.mtimeMs
  if (!facts.isDirectory()) return newest
  for (const name of await readdir(path)) {
    newest = Math.max(newest, await lastChange(join(path, name)))
  }
  return newest
}

async function isUpToDate() {
  const built = (await stat(firstOutput).catch(() => undefined))?.mtimeMs ?? 0
  if (built === 0) return false
  for (const source of await readdir(projectRoot)) {
    if (source.startsWith('.') || notSources.includes(source)) continue
    if ((await lastChange(join(projectRoot, source))) > built) return false
  }
  return true
}

/** Builds the app when its sources have changed since the last build. */
export async function buildIfNeeded() {
  if (await isUpToDate()) return
  await step('Build the app', () => run(packageCommand('electron-vite'), ['build']))
}
