import type { Database } from '../platform/database.ts'
import { kindWord } from './search-text.ts'
import type { CallMatch, Stretches } from './stretches.ts'

/** Calls by their words. Ids come in order, so that the newest ones are found without looking at the rest. */
export interface TextSearch {
  /** @param words an FTS5 expression @returns ids, newest first */
  newest(match: CallMatch, words: string, limit: number): readonly number[]
  /** @returns the next ids above one, oldest first */
  after(match: CallMatch, words: string, id: number, limit: number): readonly number[]
}

/** So many kinds are looked for as words of the index; more are compared call by call. */
const MOST_KIND_WORDS = 50

const ALONE =
  'SELECT rowid FROM calls_text WHERE calls_text MATCH @words AND rowid BETWEEN @low AND @high ORDER BY rowid'
const COMPARED =
  'SELECT t.rowid FROM calls_text t JOIN calls c ON c.id = t.rowid WHERE calls_text MATCH @words' +
  ' AND t.rowid BETWEEN @low AND @high AND c.at >= @from AND c.at < @to' +
  ' AND c.kind IN (SELECT value FROM json_each(@kinds)) ORDER BY t.rowid'

export function createTextSearch(database: Database, stretches: Pick<Stretches, 'range'>): TextSearch {
  const prepare = (sql: string) => database.prepare<unknown[], number>(`${sql} LIMIT @limit`).pluck()
  const newestFirst = { alone: prepare(`${ALONE} DESC`), compared: prepare(`${COMPARED} DESC`) }
  const oldestFirst = { alone: prepare(ALONE), compared: prepare(COMPARED) }

  const search = (
    { alone, compared }: typeof newestFirst,
    match: CallMatch,
    words: string,
    above: number,
    limit: number,
  ): readonly number[] => {
    const { kinds, anyKind, from, to } = match
    if (kinds.length === 0) return []
    const anyTime = from === 0 && to === Number.MAX_SAFE_INTEGER
    const { low, high } = anyTime ? { low: 0, high: match.upTo } : stretches.range(match)
    const given = { low: Math.max(low, above + 1, match.after + 1), high, limit }
    const byWord = !anyKind && kinds.length <= MOST_KIND_WORDS
    const expression = byWord ? `(${words}) AND (${kindWords(kinds)})` : words
    if (anyTime && (anyKind || byWord)) return alone.all({ words: expression, ...given })
    return compared.all({ words: expression, ...given, from, to, kinds: JSON.stringify(kinds) })
  }
  return {
    newest: (match, words, limit) => search(newestFirst, match, words, 0, limit),
    after: (match, words, id, limit) => search(oldestFirst, match, words, id, limit),
  }
}

function kindWords(kinds: readonly number[]): string {
  return kinds.map((kind) => `"${kindWord(kind)}"`).join(' OR ')
}
