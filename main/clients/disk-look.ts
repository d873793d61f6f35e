import { execFile } from 'node:child_process'
import { existsSync, openSync, closeSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import type { Look } from './config-place.ts'

const MOST_BYTES = 1_024 * 1_024
const PATIENCE_MS = 4_000

/** The real disk. */
export const diskLook: Look = {
  exists: existsSync,
  names(folder) {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  },
  read(path) {
    try {
      return statSync(path).size > MOST_BYTES ? undefined : readFileSync(path, 'utf8')
    } catch {
      return undefined
    }
  },
}

/**
 * Asks a program for its version. Scripts are not asked: as version managers have them, they are no programs
 * themselves, and do other things in other folders.
 */
export async function programVersion(path: string): Promise<string | undefined> {
  if (isScript(path)) return undefined
  return await new Promise((resolve) => {
    const options = { timeout: PATIENCE_MS, windowsHide: true, env: {}, encoding: 'utf8' as const }
    execFile(path, ['--version'], options, (error, out) => resolve(error === null ? out.trim() : undefined))
  })
}

function isScript(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(2)
      readSync(file, head, 0, 2, 0)
      return head.toString('latin1') === '#!'
    } finally {
      closeSync(file)
    }
  } catch {
    return true
  }
}
