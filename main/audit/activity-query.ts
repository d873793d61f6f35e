import type { ActivityFilter } from '../../preload/contract/activity.ts'
import type { RequestInput, RequestOutput } from '../../preload/contract/requests.ts'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import type { Database } from '../platform/database.ts'
import { createKindMatcher } from './call-kinds.ts'
import { matchExpression, narrowed } from './search-text.ts'
import { createStretches, type CallMatch } from './stretches.ts'
import { createTextSearch } from './text-search.ts'

type Row = Omit<ActivityEntry, 'at'> & { readonly at: number }

/** Calls as the index has them; each query takes milliseconds, also in a log of a million lines. */
export interface ActivityQuery {
  /** One page, newest first. */
  list(workspaceId: string, input: RequestInput<'activity.list'>): RequestOutput<'activity.list'>
  /** The `limit` next calls above an id, oldest first: for going through all of them. */
  after(match: TextMatch, id: number, limit: number): readonly number[]
  /** @param upTo id of the newest call that counts */
  matchOf(workspaceId: string, filter: ActivityFilter, upTo?: number): TextMatch
  count(match: TextMatch): number
}

export interface TextMatch extends CallMatch {
  /** An FTS5 expression, filters included; undefined when any text will do, null when none can be found. */
  readonly words: string | null | undefined
}

interface Page {
  readonly ids: readonly number[]
  /** Of all pages; for a search one more than are shown when there are more. */
  readonly total: number
}

const DEFAULT_LIMIT = 50
/** A search by words shows so many: looking for all of a frequent word would take too long. */
export const MOST_FOUND = 2_000
const END_OF_TIME = Number.MAX_SAFE_INTEGER

const ROWS =
  'SELECT c.id, a.seq, c.at, a.call_id AS callId, a.app_name AS appName, a.integration_id AS integrationId, a.tool,' +
  ' a.account_name AS accountName, a.outcome, a.reason, a.error_code AS errorCode, a.duration_ms AS durationMs,' +
  ' a.details FROM calls c JOIN audit a ON a.seq = c.last_seq' +
  ' WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id DESC'

export function createActivityQuery(database: Database): ActivityQuery {
  const stretches = createStretches(database)
  const rowsOf = database.prepare<[string], Row>(ROWS)
  const newestId = database.prepare<[], number | null>('SELECT max(id) FROM calls').pluck()
  const search = createTextSearch(database, stretches)
  const after = database
    .prepare<unknown[], number>(
      'SELECT id FROM calls WHERE id BETWEEN @low AND @upTo AND at >= @from AND at < @to' +
        ' AND +kind IN (SELECT value FROM json_each(@kinds)) ORDER BY id LIMIT @limit',
    )
    .pluck()

  const page = (match: TextMatch, offset: number, limit: number): Page => {
    if (match.words === null) return { ids: [], total: 0 }
    if (match.words === undefined) {
      return { ids: stretches.ids(match, offset, limit), total: stretches.count(match) }
    }
    const found = search.newest(match, match.words, MOST_FOUND + 1)
    return { ids: found.slice(0, MOST_FOUND).slice(offset, offset + limit), total: found.length }
  }
  const count = (match: TextMatch): number => {
    if (match.words === null) return 0
    if (match.words === undefined) return stretches.count(match)
    return search.newest(match, match.words, MOST_FOUND + 1).length
  }
  const kindsOf = createKindMatcher(database)
  const matchOf = (workspaceId: string, filter: ActivityFilter, upTo = END_OF_TIME): TextMatch => {
    const { kinds, anyKind, filterWords } = kindsOf(workspaceId, filter)
    const expression = (filter.text ?? '') === '' ? undefined : matchExpression(filter.text ?? '')
    return {
      kinds,
      anyKind,
      from: filter.from ?? 0,
      to: filter.to ?? END_OF_TIME,
      after: 0,
      upTo: Math.min(upTo, newestId.get() ?? 0),
      words: typeof expression === 'string' ? narrowed(expression, filterWords) : expression,
    }
  }
  return {
    matchOf,
    count,
    after(match, id, limit) {
      if (match.words === null) return []
      if (match.words !== undefined) return search.after(match, match.words, id, limit)
      const { kinds, from, to, upTo } = match
      return after.all({ kinds: JSON.stringify(kinds), from, to, upTo, low: id + 1, limit })
    },
    list(workspaceId, { offset = 0, limit = DEFAULT_LIMIT, upTo, ...filter }) {
      const newest = newestId.get() ?? 0
      const match = matchOf(workspaceId, filter, upTo)
      const { ids, total } = page(match, offset, limit)
      const rows = rowsOf.all(JSON.stringify(ids))
      return {
        rows: rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
        total: match.words === undefined ? total : Math.min(total, MOST_FOUND),
        isCapped: match.words !== undefined && total > MOST_FOUND,
        newest,
        fresh: match.upTo < newest ? count({ ...match, after: match.upTo, upTo: newest }) : 0,
      }
    },
  }
}
