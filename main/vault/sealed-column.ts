import type { KeyObject } from 'node:crypto'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Database } from '../platform/database.ts'
import { seal, unseal } from './cipher.ts'

/** A column that holds what the vault has sealed. Whoever owns one declares it, so that none is forgotten. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  /** The columns that identify a row. */
  readonly key: readonly string[]
  /** What the row's secret is bound to, as given to `seal`. @param key values of the columns above */
  readonly boundTo: (...key: string[]) => string
  /** For a person, when a row cannot be opened: what it is, and how to be rid of it. */
  readonly ifDamaged: Sentence
  /** How the secrets are removed when nobody can open them any more. */
  readonly forget: 'delete rows' | 'clear column'
}

type KeyRow = Readonly<Record<string, string>>

/**
 * Seals every row again with another key. Runs inside the caller's transaction.
 *
 * @throws HubError VAULT_LOCKED when a row does not open: the old key must not be given up then
 */
export function sealAgain(
  database: Database,
  columns: readonly SealedColumn[],
  from: KeyObject,
  to: KeyObject,
): void {
  for (const { table, column, key, boundTo, ifDamaged } of columns) {
    const where = key.map((name) => `${name} = ?`).join(' AND ')
    const rows = database.prepare<[], KeyRow>(
      `SELECT ${key.join(', ')} FROM ${table} WHERE ${column} IS NOT NULL`,
    )
    const select = database.prepare<string[], Buffer>(`SELECT ${column} FROM ${table} WHERE ${where}`).pluck()
    const update = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`)
    for (const row of rows.all()) {
      const values = key.map((name) => row[name] ?? '')
      const bound = boundTo(...values)
      const text = openOrRefuse(from, bound, select.get(...values), ifDamaged)
      update.run(seal(to, bound, text), ...values)
    }
  }
}

/** Removes every secret. Runs inside the caller's transaction. */
export function forgetSealed(database: Database, columns: readonly SealedColumn[]): void {
  for (const { table, column, forget } of columns) {
    database.exec(forget === 'delete rows' ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${column} = NULL`)
  }
}

/** What was sealed with an old key is not left behind in the write-ahead log. */
export function emptyLog(database: Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // The next checkpoint does it.
  }
}

function openOrRefuse(
  key: KeyObject,
  boundTo: string,
  sealed: Buffer | undefined,
  ifDamaged: Sentence,
): string {
  try {
    return unseal(key, boundTo, sealed ?? Buffer.alloc(0))
  } catch {
    throw new HubError('VAULT_LOCKED', sentences.vault.damaged.unchanged(ifDamaged))
  }
}
