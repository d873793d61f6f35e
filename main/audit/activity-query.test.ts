import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ActivityFilter } from '../../preload/contract/activity.ts'
import type { RequestInput } from '../../preload/contract/requests.ts'
import { openDatabase } from '../platform/database.ts'
import { AUDIT_LINE } from '../testing/audit-line.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { createActivityQuery } from './activity-query.ts'
import { createAuditLog, type AuditLine } from './audit-log.ts'
import { createCallIndex } from './call-index.ts'

const LINE: AuditLine = { ...AUDIT_LINE, at: 0, callId: '' }

function log(lines: readonly Partial<AuditLine>[], step = 3) {
  const database = openDatabase(join(temporaryFolder(), 'gatehouse.db'))
  onTestFinished(() => void database.close())
  const audit = createAuditLog(database)
  const index = createCallIndex(database)
  const query = createActivityQuery(database)
  const add = (more: readonly Partial<AuditLine>[]): void => {
    for (const [place, line] of more.entries()) audit.append({ ...LINE, callId: `call_${place}`, ...line })
    while (index.step(step)) continue
  }
  add(lines)
  const list = (input: RequestInput<'activity.list'> = {}) => query.list('wks', input)
  return { database, audit, index, query, add, list }
}

const details = (...texts: readonly string[]) => texts.map((text) => ({ details: JSON.stringify({ text }) }))

describe('the activity list', () => {
  it('pages through everything once, newest first', () => {
    const { list } = log(Array.from({ length: 7 }, () => ({})))
    const pages = [0, 3, 6].map((offset) => list({ offset, limit: 3 }).rows.map(({ id }) => id))
    expect(pages).toEqual([[7, 6, 5], [4, 3, 2], [1]])
    expect(list({ offset: 7 })).toMatchObject({ rows: [], total: 7 })
  })

  it('shows a call once and at the place of its start: what is read does not move when it ends', () => {
    const { list } = log([
      { callId: 'a', outcome: 'started' },
      { callId: 'b', outcome: 'started' },
      { callId: 'a', outcome: 'note' },
      { callId: 'a', outcome: 'failed' },
      { callId: 'b', outcome: 'note' },
    ])
    expect(list().rows.map(({ callId, outcome, seq }) => [callId, outcome, seq])).toEqual([
      ['b', 'started', 2],
      ['a', 'failed', 4],
    ])
    expect(list({ outcome: 'started' }).total).toBe(1)
  })

  it('shows a read that has noted something before its only line', () => {
    const { list } = log([{ callId: 'a', outcome: 'note' }, { callId: 'b' }, { callId: 'a' }])
    expect(list().rows.map(({ callId }) => callId)).toEqual(['a', 'b'])
  })

  it('stays as it was while new calls come, and says how many', () => {
    const { list, add } = log([{}, {}, {}])
    const { newest } = list()
    add([{ callId: 'x' }, { callId: 'y', outcome: 'denied' }])
    expect(list({ upTo: newest })).toMatchObject({ total: 3, fresh: 2, newest: 5 })
    expect(list({ upTo: newest }).rows[0]?.id).toBe(3)
    expect(list({ upTo: newest, outcome: 'denied' })).toMatchObject({ total: 0, fresh: 1 })
  })

  it('shows nothing of another workspace, not even by words', () => {
    const { list } = log([{ workspaceId: 'other' }, { workspaceId: 'other', details: 'milk' }])
    expect(list()).toMatchObject({ rows: [], total: 0 })
    expect(list({ text: 'milk' }).rows).toEqual([])
  })

  it('looks for words, by their beginnings, in tool, app, account and arguments', () => {
    const { list } = log(details('Milk and café, line one\nSteps'))
    for (const text of ['create_no', 'desk', 'ADA@ex', 'mil', 'cafe', 'steps', 'milk notes', '"milk']) {
      expect(list({ text }).rows, text).toHaveLength(1)
    }
    for (const text of ['ilk', 'milk bread', '%%%', '*', '\uE0001', 'k1']) {
      expect(list({ text }).rows, text).toEqual([])
    }
    expect(list({ text: '' }).rows).toHaveLength(1)
  })

  it('throws at no text and no filter', () => {
    const { list } = log(details('one', 'two', 'zażółć gęślą'))
    const id = fc.option(fc.string({ unit: 'binary', minLength: 1 }), { nil: undefined })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), id, id, (text, tool, appId) => {
        const filter = { text, ...(tool !== undefined && { tool }), ...(appId !== undefined && { appId }) }
        expect(list(filter).total).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
    for (const text of [
      'a AND',
      'NEAR(',
      '"',
      'words:x',
      '^a',
      '-a',
      'a*',
      "'; DROP TABLE calls",
      '(((',
      '\0a',
    ]) {
      expect(() => list({ text }), text).not.toThrow()
    }
  })
})

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values)

const anyLine = fc.record({
  callId: pick('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  workspaceId: pick('wks', 'wks', 'other'),
  appId: pick('app_1', 'app_2'),
  tool: pick('notes_create_note', 'notes_list_notes', 'notes_internationalise_note'),
  accountName: pick('ada', 'bob'),
  outcome: pick<AuditLine['outcome']>('started', 'succeeded', 'failed', 'note'),
  at: fc.integer({ min: 0, max: 50 }),
})

const anyFilter = fc.record(
  {
    appId: pick('app_1', 'app_2', 'app_3'),
    accountName: pick('ada', 'bob'),
    tool: pick('notes_create_note', 'notes_list_notes'),
    integrationId: pick('notes', 'mail'),
    outcome: pick<NonNullable<ActivityFilter['outcome']>>('started', 'succeeded', 'failed'),
    from: fc.integer({ min: 0, max: 50 }),
    to: fc.integer({ min: 0, max: 50 }),
    text: pick('bob', 'create', 'app', 'nothing', 'bob create', 'n', 'internationalise'),
  },
  { requiredKeys: [] },
)

it('finds what a look at every line finds, whatever the lines, the filter and the steps of the index', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 40 }),
      anyFilter,
      fc.integer({ min: 1, max: 9 }),
      (lines, filter, step) => {
        const { list, query, database } = log(lines, step)
        const expected = byHand(lines, filter)
        expect(list({ ...filter, limit: 200 }).rows.map(({ id }) => id)).toEqual(expected)
        expect(list({ ...filter, limit: 1 }).total).toBe(expected.length)
        expect(query.after(query.matchOf('wks', filter), 0, 500)).toEqual(expected.toReversed())
        const dump = (): unknown[] =>
          ['calls', 'call_counts WHERE calls > 0', 'call_days WHERE calls > 0'].map((table) =>
            database.prepare(`SELECT * FROM ${table}`).all(),
          )
        const before = dump()
        const again = createCallIndex(database)
        again.reset()
        while (again.step(7)) continue
        expect(dump().map((rows) => (rows as unknown[]).length)).toEqual(
          before.map((rows) => (rows as unknown[]).length),
        )
        expect(list({ ...filter, limit: 200 }).rows.map(({ id }) => id)).toEqual(expected)
        database.close()
      },
    ),
    { numRuns: 60 },
  )
})

type GivenLine = Pick<
  AuditLine,
  'callId' | 'workspaceId' | 'appId' | 'tool' | 'accountName' | 'outcome' | 'at'
>

function byHand(lines: readonly GivenLine[], filter: ActivityFilter): number[] {
  const calls = new Map<string, { id: number; at: number; last: GivenLine }>()
  const ended: { id: number; at: number; last: GivenLine }[] = []
  for (const [index, line] of lines.entries()) {
    if (line.outcome === 'note') continue
    const known = line.outcome === 'started' ? undefined : calls.get(line.callId)
    if (known !== undefined) known.last = line
    else {
      const call = { id: index + 1, at: line.at, last: line }
      ended.push(call)
      if (!calls.has(line.callId)) calls.set(line.callId, call)
    }
  }
  const words = ({ tool, accountName, appId }: GivenLine): string[] =>
    `${tool} Desk ${accountName} ${appId === '' ? '' : ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return ended
    .filter(({ at, last }) => {
      const { appId, accountName, tool, integrationId, outcome, from = 0, to = Infinity, text } = filter
      const isKind =
        last.workspaceId === 'wks' &&
        (integrationId ?? LINE.integrationId) === LINE.integrationId &&
        (tool ?? last.tool) === last.tool &&
        (appId ?? last.appId) === last.appId &&
        (accountName ?? last.accountName) === last.accountName &&
        (outcome ?? last.outcome) === last.outcome
      return (
        isKind &&
        at >= from &&
        at < to &&
        (text ?? '')
          .split(' ')
          .every((wanted) => words(last).some((word) => word.startsWith(wanted.slice(0, 12))))
      )
    })
    .map(({ id }) => id)
    .sort((a, b) => b - a)
}

it('is made anew when it has read lines that the log no longer has', () => {
  const { database, index, list } = log([{}, {}, {}])
  index.step(10)
  database.exec('DROP TRIGGER audit_is_append_only_delete; DELETE FROM audit WHERE seq > 1')
  const again = createCallIndex(database)
  while (again.step(10)) continue
  expect(list()).toMatchObject({ total: 1, newest: 1 })
})
