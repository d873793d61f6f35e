import { closeSync, openSync, rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'

export type Database = SqliteDatabase.Database

const migrationFiles: Readonly<Record<string, string>> = import.meta.glob('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Whoever holds the lock keeps it until it ends: waiting long is of no use. */
const LOCK_WAIT_MS = 500

interface OpenOptions {
  /** A build of the addon for a runtime that the packaged one does not fit. */
  readonly nativeBinding?: string | undefined
}

/**
 * Opens the hub's database, makes or upgrades its tables, and keeps it locked for this process.
 *
 * @param path absolute path of the file, made when missing
 * @throws when another process holds it, or a migration fails (the file is then as it was)
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const { nativeBinding } = options
  // SQLite gives its other files the rights of this one: the person's, and nobody else's.
  closeSync(openSync(path, 'a', 0o600))
  const binding = nativeBinding === undefined ? {} : { nativeBinding }
  const database = new SqliteDatabase(path, { timeout: LOCK_WAIT_MS, ...binding })
  try {
    prepare(database, path)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function prepare(database: Database, path: string): void {
  // One process only: a second one must not refresh the same token or answer the same approval.
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('secure_delete = ON')
  // Without it REPLACE would pass by the triggers that keep the activity log as it is.
  database.pragma('recursive_triggers = ON')
  // Off while tables are made anew: dropping the old one would take along the rows that point to it.
  database.pragma('foreign_keys = OFF')
  migrate(database, path)
  database.pragma('foreign_keys = ON')
}

function migrate(database: Database, path: string): void {
  const migrations = Object.keys(migrationFiles)
    .sort()
    .map((name, index) => ({ version: index + 1, sql: migrationFiles[name] ?? '' }))
  const current = Number(database.pragma('user_version', { simple: true }))
  const pending = migrations.filter(({ version }) => version > current)
  if (current > migrations.length) {
    throw new HubError('INTERNAL', sentences.platform.database.newer(current))
  }
  if (pending.length > 0 && current > 0) backUp(database, `${path}.before-${current + 1}`)
  for (const { version, sql } of pending) {
    database.transaction(() => {
      database.exec(sql)
      const broken = database.pragma('foreign_key_check') as readonly unknown[]
      if (broken.length > 0)
        throw new HubError('INTERNAL', sentences.platform.database.migration(version, broken.length))
      database.pragma(`user_version = ${version}`)
    })()
  }
}

function backUp(database: Database, target: string): void {
  // One is there when the migration has failed before.
  rmSync(target, { force: true })
  database.prepare('VACUUM INTO ?').run(target)
}

/**
 * Runs a transaction that is on the disk, not only in the system's cache, when this returns.
 *
 * @param work what to write
 * @returns what `work` returns
 */
export function durably<T>(database: Database, work: () => T): T {
  database.pragma('synchronous = FULL')
  try {
    return database.transaction(work)()
  } finally {
    database.pragma('synchronous = NORMAL')
  }
}
