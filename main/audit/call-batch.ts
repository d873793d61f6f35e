import type { Database } from '../platform/database.ts'
import type { IndexedLine } from './call-index.ts'
import { createFilterWords } from './call-kinds.ts'
import { wordsOf } from './search-text.ts'
import { STRETCH_BITS } from './stretches.ts'

interface CallRow {
  readonly id: number
  readonly lastSeq: number
  readonly kind: number
  readonly at: number
}

/** Totals that a batch changes, by `first/second` number. */
type Totals = Map<string, number>

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/**
 * Puts lines of the log into the tables of the activity screen. Runs inside the caller's transaction.
 *
 * @param kindOf id of what a line's call has in common with others
 */
export function createCallBatch(
  database: Database,
  kindOf: (line: IndexedLine) => number,
): { add(lines: readonly IndexedLine[]): void } {
  const first = database
    .prepare<[string], number | null>("SELECT min(seq) FROM audit WHERE call_id = ? AND outcome <> 'note'")
    .pluck()
  const find = database.prepare<[number], CallRow>(
    'SELECT id, last_seq AS lastSeq, kind, at FROM calls WHERE id = ?',
  )
  const put = database.prepare('INSERT OR REPLACE INTO calls (id, last_seq, kind, at) VALUES (?, ?, ?, ?)')
  const forgetText = database.prepare('DELETE FROM calls_text WHERE rowid = ?')
  const putText = database.prepare('INSERT INTO calls_text (rowid, words) VALUES (?, ?)')
  const count = database.prepare(
    'INSERT INTO call_counts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET calls = calls + excluded.calls',
  )
  const countDay = database.prepare(
    'INSERT INTO call_days VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET calls = calls + excluded.calls',
  )
  const widen = database.prepare(
    'INSERT INTO call_stretches VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET' +
      ' first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)',
  )
  const filterWords = createFilterWords()

  return {
    add(lines) {
      const calls = new Map<number, { before: CallRow | undefined; now: CallRow; words: string }>()
      for (const line of lines) {
        if (line.outcome === 'note') continue
        const id = line.outcome === 'started' ? line.seq : (first.get(line.callId) ?? line.seq)
        const before = calls.get(id)?.before ?? find.get(id)
        const at = calls.get(id)?.now.at ?? before?.at ?? line.at
        const now = { id, lastSeq: line.seq, kind: kindOf(line), at }
        calls.set(id, { before, now, words: `${filterWords(now.kind, line)} ${wordsOf(line)}` })
      }
      const counts: Totals = new Map()
      const days: Totals = new Map()
      for (const { before, now, words } of calls.values()) {
        put.run(now.id, now.lastSeq, now.kind, now.at)
        if (before !== undefined) forgetText.run(now.id)
        putText.run(now.id, words)
        widen.run(now.id >> STRETCH_BITS, now.at, now.at)
        for (const [row, by] of [[before, -1] as const, [now, 1] as const]) {
          if (row === undefined) continue
          change(counts, row.id >> STRETCH_BITS, row.kind, by)
          change(days, localDay(row.at), row.kind, by)
        }
      }
      for (const [key, by] of counts) count.run(...numbersOf(key), by)
      for (const [key, by] of days) countDay.run(...numbersOf(key), by)
    },
  }
}

function change(totals: Totals, first: number, second: number, by: number): void {
  const key = `${first}/${second}`
  totals.set(key, (totals.get(key) ?? 0) + by)
}

const numbersOf = (key: string): number[] => key.split('/').map(Number)

/** @returns days since 1970 in the computer's time zone */
export function localDay(at: number): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * MINUTE_MS) / DAY_MS)
}
