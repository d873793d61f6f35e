import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RequestInput } from '../../preload/contract/requests.ts'
import { openDatabase, type Database } from '../platform/database.ts'
import { AUDIT_LINE } from '../testing/audit-line.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { createActivityQuery } from './activity-query.ts'
import { createAuditLog, type AuditLine } from './audit-log.ts'
import { createCallIndex } from './call-index.ts'
import { filterWord } from './search-text.ts'
import { TEXT_QUERIES } from './text-search.ts'

const LINE: AuditLine = { ...AUDIT_LINE, at: 0, callId: '', details: '{"text":"safari"}' }

function log(lines: readonly Partial<AuditLine>[]) {
  const database = openDatabase(join(temporaryFolder(), 'gatehouse.db'))
  onTestFinished(() => void database.close())
  const audit = createAuditLog(database)
  for (const [place, line] of lines.entries()) {
    audit.appendSoon({ ...LINE, callId: `call_${place}`, at: place, ...line })
  }
  audit.flush()
  const index = createCallIndex(database)
  while (index.step(200)) continue
  const query = createActivityQuery(database)
  const list = (input: RequestInput<'activity.list'>) => query.list('wks', { limit: 200, ...input })
  return { database, query, list }
}

/** Makes every search count the rows that the index hands out, of which the rest of the query keeps some. */
function watched(database: Database): {
  query: ReturnType<typeof createActivityQuery>
  visited: () => number
} {
  let rows = 0
  database.function('visited', { deterministic: false }, () => {
    rows += 1
    return 1
  })
  const prepare = database.prepare.bind(database)
  const spied = new Proxy(database, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) =>
            prepare(sql.replace('calls_text MATCH @words', 'visited() AND calls_text MATCH @words'))
        : (Reflect.get(target, name) as unknown),
  })
  return { query: createActivityQuery(spied), visited: () => rows }
}

const MANY = 3_000
const frequent = (rare: (place: number) => Partial<AuditLine>) =>
  log(Array.from({ length: MANY }, (_, place) => rare(place)))

describe('a search for a word that is everywhere', () => {
  it.each([
    ['a rare outcome', { outcome: 'expired' }, { outcome: 'expired' }],
    ['a rare app', { appId: 'app_9' }, { appId: 'app_9' }],
    ['a rare tool', { tool: 'notes_find_note' }, { tool: 'notes_find_note' }],
    ['a rare account', { accountName: 'eve' }, { accountName: 'eve' }],
    ['an app and an outcome', { appId: 'app_9', outcome: 'failed' }, { appId: 'app_9', outcome: 'failed' }],
  ] as const)('looks only at the calls that also have %s', (_, line, filter) => {
    const { database, list } = frequent((place) => (place % 1_000 === 7 ? line : {}))
    const { query, visited } = watched(database)
    const found = query.list('wks', { text: 'safari', ...filter })
    expect(found.total).toBe(3)
    expect(visited()).toBe(3)
    expect(found).toEqual(list({ text: 'safari', limit: 50, ...filter }))
  })

  it('looks only at the days that are asked for: a number that is bound as REAL would let it read all', () => {
    const { database } = frequent(() => ({}))
    const { query, visited } = watched(database)
    expect(query.list('wks', { text: 'safari', from: 1_000, to: 1_020 }).total).toBe(20)
    expect(visited()).toBe(20)
  })

  it('goes on from where a portion of an export has ended, and not from the start', () => {
    const { database } = frequent(() => ({}))
    const { query, visited } = watched(database)
    expect(query.after(query.matchOf('wks', { text: 'safari' }), MANY - 5, 500)).toHaveLength(5)
    expect(visited()).toBe(5)
  })

  it('looks at no more calls than it shows', () => {
    const { database } = frequent(() => ({}))
    const { query, visited } = watched(database)
    expect(query.list('wks', { text: 'safari', limit: 1 })).toMatchObject({ total: 2_000, isCapped: true })
    expect(visited()).toBe(2_001)
  })
})

it('is led by the index of words: nothing is sorted, and no table is scanned', () => {
  const { database } = log([{}])
  for (const sql of TEXT_QUERIES) {
    const given = { words: '"safari" *', low: 0, high: 9, from: 0, to: 9 }
    const plan = database
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(given)
      .map(({ detail }) => detail)
    expect(plan[0], sql).toMatch(/^SCAN calls_text VIRTUAL TABLE INDEX \d+:.*M/)
    expect(plan.slice(1).filter((step) => !step.startsWith('SEARCH c USING INTEGER PRIMARY KEY'))).toEqual([])
  }
})

it('finds a call by the first twelve letters of a long word, and by each of its beginnings', () => {
  const { list } = log([{ details: '{"text":"Internationalisierung"}' }])
  for (const text of ['i', 'internat', 'internationa', 'internationalis', 'INTERNATIONALISIERUNG']) {
    expect(list({ text }).total, text).toBe(1)
  }
  expect(list({ text: 'internationb' }).total).toBe(0)
})

it('is not fooled by an argument that holds the word of a filter', () => {
  const forged = filterWord('workspaceId', 'wks')
  const text = `safari ${forged} ${filterWord('outcome', 'denied')} ${filterWord('kind', '1')}`
  const { list } = log([
    { outcome: 'denied' },
    { workspaceId: 'other', details: JSON.stringify({ text }) },
    {},
  ])
  expect(list({ text: 'safari' }).rows.map(({ id }) => id)).toEqual([3, 1])
  expect(list({ text: 'safari', outcome: 'denied' }).rows.map(({ id }) => id)).toEqual([1])
})
