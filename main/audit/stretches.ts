import type { Database } from '../platform/database.ts'

/** 16,384 ids: few enough to look through, many enough that a long log has few stretches. */
export const STRETCH_BITS = 14

/** Below so many calls, the index by kind is quicker than looking through the stretch. */
const FEW = 1_000

/** Which calls are looked for, apart from text. */
export interface CallMatch {
  /** Ids of their kinds. */
  readonly kinds: readonly number[]
  /** Whether that is all kinds there are, which spares comparing. */
  readonly anyKind: boolean
  /** Milliseconds since 1970: not before `from`, before `to`. */
  readonly from: number
  readonly to: number
  /** Ids above `after`, and none above `upTo`: those belong to calls that came later. */
  readonly after: number
  readonly upTo: number
}

/** Calls by their place in a list of any length. Counts of stretches make that quick; nothing is remembered. */
export interface Stretches {
  count(match: CallMatch): number
  /** @returns the first and the last id between which all of them are; the first is above the last when there are none */
  range(match: CallMatch): { readonly low: number; readonly high: number }
  /** @returns ids, newest first */
  ids(match: CallMatch, offset: number, limit: number): readonly number[]
}

interface Stretch {
  readonly stretch: number
  readonly firstAt: number
  readonly lastAt: number
  /** Of the kinds looked for, whatever their time. */
  readonly calls: number
}

interface Edges {
  readonly low: number | null
  readonly high: number | null
}

const WITHIN = 'id BETWEEN @low AND @high AND at >= @from AND at < @to'
const DENSE = `FROM calls WHERE ${WITHIN} AND (@anyKind OR +kind IN (SELECT value FROM json_each(@kinds)))`
const SPARSE =
  `FROM calls INDEXED BY calls_by_kind WHERE ${WITHIN} AND kind IN (SELECT kind FROM call_counts` +
  ' WHERE stretch = @stretch AND calls > 0 AND kind IN (SELECT value FROM json_each(@kinds)))'
const PAGE = ' ORDER BY id DESC LIMIT @limit OFFSET @offset'

export function createStretches(database: Database): Stretches {
  const summary = database.prepare<unknown[], Stretch>(
    'SELECT s.stretch, s.first_at AS firstAt, s.last_at AS lastAt, sum(c.calls) AS calls' +
      ' FROM call_stretches s JOIN call_counts c ON c.stretch = s.stretch' +
      ' WHERE s.last_at >= @from AND s.first_at < @to AND s.stretch BETWEEN @after >> @bits AND @upTo >> @bits' +
      ' AND (@anyKind OR c.kind IN (SELECT value FROM json_each(@kinds)))' +
      ' GROUP BY s.stretch HAVING sum(c.calls) > 0 ORDER BY s.stretch DESC',
  )
  const edges = database.prepare<unknown[], Edges>(
    `SELECT min(id) AS low, max(id) AS high FROM calls WHERE ${WITHIN}`,
  )
  const counters = pair(database, (from) => `SELECT count(*) ${from}`)
  const pagers = pair(database, (from) => `SELECT id ${from}${PAGE}`)

  const within = (match: CallMatch): readonly Stretch[] =>
    summary.all({ ...bound(match), bits: STRETCH_BITS })
  const countIn = (match: CallMatch, stretch: Stretch): number => {
    if (isWhole(match, stretch)) return stretch.calls
    return counters(stretch).get({ ...bound(match), ...limits(match, stretch) }) ?? 0
  }
  /** Between which of its ids the time lies: a stretch may be days long, and who asks may mean an hour. */
  const edgesIn = (match: CallMatch, stretch: Stretch): Edges => {
    if (isWhole(match, stretch)) return { low: firstId(stretch.stretch), high: lastId(stretch.stretch) }
    const { low, high } = limits(match, stretch)
    return edges.get({ low, high, from: match.from, to: match.to }) ?? { low: null, high: null }
  }
  return {
    count: (match) => within(match).reduce((sum, stretch) => sum + countIn(match, stretch), 0),
    range(match) {
      const found = within(match)
      const [newest, oldest] = [found[0], found.at(-1)]
      if (newest === undefined || oldest === undefined) return { low: 1, high: 0 }
      const low = edgesIn(match, oldest).low ?? lastId(oldest.stretch) + 1
      const high = edgesIn(match, newest).high ?? firstId(newest.stretch) - 1
      return { low, high: Math.min(match.upTo, high) }
    },
    ids(match, offset, limit) {
      const found: number[] = []
      let skip = offset
      for (const stretch of within(match)) {
        if (found.length === limit) break
        const calls = countIn(match, stretch)
        if (calls > skip) {
          const page = { limit: limit - found.length, offset: skip }
          found.push(...pagers(stretch).all({ ...bound(match), ...limits(match, stretch), ...page }))
        }
        skip = Math.max(0, skip - calls)
      }
      return found
    },
  }
}

/** The same question in two ways, of which the number of calls chooses the quicker. */
function pair(database: Database, sql: (from: string) => string) {
  const dense = database.prepare<unknown[], number>(sql(DENSE)).pluck()
  const sparse = database.prepare<unknown[], number>(sql(SPARSE)).pluck()
  return ({ calls }: Stretch) => (calls > FEW ? dense : sparse)
}

function isWhole({ from, to, after, upTo }: CallMatch, { stretch, firstAt, lastAt }: Stretch): boolean {
  return firstAt >= from && lastAt < to && after < firstId(stretch) && upTo >= lastId(stretch)
}

const bound = ({ kinds, anyKind, from, to, after, upTo }: CallMatch): object => ({
  kinds: JSON.stringify(kinds),
  anyKind: anyKind ? 1 : 0,
  after,
  from,
  to,
  upTo,
})

const limits = (
  { after, upTo }: CallMatch,
  { stretch }: Stretch,
): { readonly stretch: number; readonly low: number; readonly high: number } => ({
  stretch,
  low: Math.max(after + 1, firstId(stretch)),
  high: Math.min(upTo, lastId(stretch)),
})

const firstId = (stretch: number): number => stretch << STRETCH_BITS

const lastId = (stretch: number): number => ((stretch + 1) << STRETCH_BITS) - 1
