import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'

/** As long as a person may take something back. */
const KEPT_MS = 60_000

/** Rows that the person has taken away a moment ago, just as they were. */
export interface TakenRows {
  /** To be called before they are deleted. @param key values of the key's columns, in their order */
  remember(key: readonly string[]): void
  /** @throws HubError RESOURCE_NOT_FOUND when it is too late, or what the row belongs to is gone */
  restore(key: readonly string[]): void
  /** Whether it is not too late. */
  has(key: readonly string[]): boolean
}

type Row = Readonly<Record<string, unknown>>

/** @param table a table of ours, with the columns that tell its rows apart: names, never values from outside */
export function createTakenRows(
  database: Database,
  clock: Clock,
  table: 'grants' | 'app_toolkits',
  keyColumns: readonly string[],
): TakenRows {
  const kept = new Map<string, Row>()
  const where = keyColumns.map((column) => `${column} = ?`).join(' AND ')
  const nameOf = (key: readonly string[]): string => JSON.stringify(key)
  return {
    remember(key) {
      const row = database.prepare<string[], Row>(`SELECT * FROM ${table} WHERE ${where}`).get(...key)
      if (row === undefined) return
      kept.set(nameOf(key), row)
      clock.after(KEPT_MS, () => {
        if (kept.get(nameOf(key)) === row) kept.delete(nameOf(key))
      })
    },
    has: (key) => kept.has(nameOf(key)),
    restore(key) {
      const row = kept.get(nameOf(key))
      if (row === undefined) throw tooLate()
      kept.delete(nameOf(key))
      insert(database, table, row)
    },
  }
}

function insert(database: Database, table: string, row: Row): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places}) ON CONFLICT DO NOTHING`
  try {
    durably(database, () => void database.prepare(sql).run(...Object.values(row)))
  } catch {
    throw tooLate()
  }
}

function tooLate(): HubError {
  return new HubError('RESOURCE_NOT_FOUND', sentences.undo.tooLate)
}
