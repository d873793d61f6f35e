import type { Database } from '../platform/database.ts'
import type { CallMatch, Stretches } from './stretches.ts'

/** Calls by their words. Ids come in order, so that the newest ones are found without looking at the rest. */
export interface TextSearch {
  /** @param words an FTS5 expression that has the filters in it @returns ids, newest first */
  newest(match: CallMatch, words: string, limit: number): readonly number[]
  /** @returns the next ids above one, oldest first */
  after(match: CallMatch, words: string, id: number, limit: number): readonly number[]
}

// Numbers are bound as REAL, and FTS5 takes only an INTEGER for the end of a search: without CAST it reads to the end.
const IN_RANGE =
  'calls_text MATCH @words AND calls_text.rowid BETWEEN CAST(@low AS INTEGER) AND CAST(@high AS INTEGER)'
/** Any time: the index alone has the answer, and goes from one id of its rarest word to the next. */
const ALONE = `SELECT calls_text.rowid FROM calls_text WHERE ${IN_RANGE} ORDER BY calls_text.rowid`
/** CROSS: whatever the planner takes times for, only calls that the index has found are looked up. */
const TIMED =
  `SELECT calls_text.rowid FROM calls_text CROSS JOIN calls c ON c.id = calls_text.rowid WHERE ${IN_RANGE}` +
  ' AND c.at >= @from AND c.at < @to ORDER BY calls_text.rowid'

/** Every question that is ever asked of the index. */
export const TEXT_QUERIES = [ALONE, TIMED].flatMap((sql) => [`${sql} DESC`, sql])

export function createTextSearch(database: Database, stretches: Pick<Stretches, 'range'>): TextSearch {
  const [aloneDown, alone, timedDown, timed] = TEXT_QUERIES.map((sql) =>
    database.prepare<unknown[], number>(`${sql} LIMIT @limit`).pluck(),
  )
  const search = (
    statements: { readonly alone: typeof alone; readonly timed: typeof timed },
    match: CallMatch,
    words: string,
    above: number,
    limit: number,
  ): readonly number[] => {
    const { kinds, from, to, upTo, after } = match
    if (kinds.length === 0) return []
    const anyTime = from === 0 && to === Number.MAX_SAFE_INTEGER
    const { low, high } = anyTime ? { low: 0, high: upTo } : stretches.range(match)
    const given = { words, low: Math.max(low, above + 1, after + 1), high, limit }
    return (anyTime ? statements.alone?.all(given) : statements.timed?.all({ ...given, from, to })) ?? []
  }
  return {
    newest: (match, words, limit) => search({ alone: aloneDown, timed: timedDown }, match, words, 0, limit),
    after: (match, words, id, limit) => search({ alone, timed }, match, words, id, limit),
  }
}
