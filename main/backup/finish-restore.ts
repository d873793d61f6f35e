import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const DATABASE = 'gatehouse.db'
/** SQLite's own files beside a database that was not closed in order. */
const COMPANIONS = ['', '-wal', '-shm', '-journal']

/** Where a restored database, complete and looked through, waits for the next start. */
export const restoredPath = (dataFolder: string): string => join(dataFolder, `${DATABASE}.restore`)

/**
 * Puts a restored database in its place and keeps the present one aside. Runs before the database is opened. Whenever
 * it is cut off, the next start goes on: until the very last step the restored one still waits.
 *
 * @returns the folder that keeps what was there before, or null when nothing was to be restored
 */
export function finishRestore(dataFolder: string): string | null {
  rmSync(join(dataFolder, 'restore'), { recursive: true, force: true })
  const restored = restoredPath(dataFolder)
  if (!existsSync(restored)) return null
  // Its own age names the folder, so that a second try finds the first one's.
  const made = statSync(restored).mtime.toISOString().slice(0, 19).replaceAll(':', '-')
  const aside = join(dataFolder, `before-restore-${made}`)
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const companion of COMPANIONS) {
    const name = `${DATABASE}${companion}`
    if (existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(aside, name))
  }
  renameSync(restored, join(dataFolder, DATABASE))
  return aside
}
