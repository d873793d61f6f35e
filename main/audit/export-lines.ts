import type { Database } from '../platform/database.ts'
import type { ActivityQuery, TextMatch } from './activity-query.ts'
import { STORED_LINE, type StoredLine } from './chain.ts'

/** Lines of the log in the order in which they were written, in portions that fit into memory. */
export type Portions = Generator<readonly StoredLine[]>

const PORTION = 500

/** Every line of every workspace: what the chain of hashes runs through. */
export function* wholeLog(database: Database): Portions {
  const next = database.prepare<[number, number], StoredLine>(
    `SELECT ${STORED_LINE} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  for (let seq = 0; ;) {
    const lines = next.all(seq, PORTION)
    if (lines.length > 0) yield lines
    if (lines.length < PORTION) return
    seq = lines.at(-1)?.seq ?? seq
  }
}

/** The lines that stand for the calls of a filter: one a call. */
export function* lastLines(database: Database, query: ActivityQuery, match: TextMatch): Portions {
  const select = database.prepare<[string], StoredLine>(
    `SELECT ${STORED_LINE} FROM calls c JOIN audit ON audit.seq = c.last_seq` +
      ' WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id',
  )
  for (const ids of callIds(query, match)) yield select.all(JSON.stringify(ids))
}

/** All lines of the calls of a filter; those of one call stand together. */
export function* allLines(database: Database, query: ActivityQuery, match: TextMatch): Portions {
  const select = database.prepare<[string], StoredLine>(
    `SELECT ${STORED_LINE} FROM calls c JOIN audit last ON last.seq = c.last_seq` +
      ' JOIN audit ON audit.call_id = last.call_id AND audit.workspace_id = last.workspace_id' +
      ' WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id, audit.seq',
  )
  for (const ids of callIds(query, match)) yield select.all(JSON.stringify(ids))
}

function* callIds(query: ActivityQuery, match: TextMatch): Generator<readonly number[]> {
  for (let id = 0; ;) {
    const ids = query.after(match, id, PORTION)
    if (ids.length > 0) yield ids
    if (ids.length < PORTION) return
    id = ids.at(-1) ?? id
  }
}
