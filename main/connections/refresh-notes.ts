import { sha256 } from '../identifiers.ts'
import type { Database } from '../platform/database.ts'

/** Rows of `refresh_notes`: refresh tokens that were sent, and what came of it is not stored. */
export interface RefreshNotes {
  has(connectionId: string, refreshToken: string): boolean
  write(connectionId: string, refreshToken: string, at: number): void
  remove(connectionId: string): void
  /** Connections with a note, the last first: a provider repeats its answer for a short time only. */
  list(): readonly string[]
}

export function createRefreshNotes(database: Database): RefreshNotes {
  const select = database.prepare<[string, Buffer]>(
    'SELECT 1 FROM refresh_notes WHERE connection_id = ? AND token_hash = ?',
  )
  const upsert = database.prepare(
    'INSERT INTO refresh_notes (connection_id, token_hash, sent_at) VALUES (?, ?, ?)' +
      ' ON CONFLICT (connection_id) DO UPDATE SET token_hash = excluded.token_hash, sent_at = excluded.sent_at',
  )
  const remove = database.prepare('DELETE FROM refresh_notes WHERE connection_id = ?')
  const list = database
    .prepare<[], string>('SELECT connection_id FROM refresh_notes ORDER BY sent_at DESC')
    .pluck()
  return {
    has: (connectionId, refreshToken) => select.get(connectionId, sha256(refreshToken)) !== undefined,
    write: (connectionId, refreshToken, at) => void upsert.run(connectionId, sha256(refreshToken), at),
    remove: (connectionId) => void remove.run(connectionId),
    list: () => list.all(),
  }
}
