import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { RequestInput } from '../../preload/contract/requests.ts'
import { openDatabase } from '../platform/database.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { createAuditLog, type AuditLine } from './audit-log.ts'

const LINE: AuditLine = {
  at: 0,
  workspaceId: 'wks',
  callId: '',
  appId: 'app_1',
  appName: 'Desk',
  integrationId: 'notes',
  tool: 'notes_create_note',
  accountName: 'ada@example.com',
  outcome: 'succeeded',
  reason: 'approved',
  errorCode: null,
  durationMs: 3,
  details: '{}',
}

function log(lines: readonly Partial<AuditLine>[]) {
  const database = openDatabase(join(temporaryFolder(), 'gatehouse.db'))
  onTestFinished(() => void database.close())
  const audit = createAuditLog(database)
  lines.forEach((line, index) => audit.append({ ...LINE, callId: `call_${index}`, ...line }))
  return (filter: RequestInput<'activity.list'> = {}) => audit.list('wks', filter)
}

const details = (texts: readonly string[]) => texts.map((text) => ({ details: text }))

describe('the activity list', () => {
  it('pages through everything once, newest first', () => {
    const list = log(Array.from({ length: 7 }, () => ({})))
    const seen: number[] = []
    let before: number | undefined
    do {
      const { rows, next } = list({ limit: 3, ...(before !== undefined && { before }) })
      seen.push(...rows.map(({ seq }) => seq))
      before = next ?? undefined
    } while (before !== undefined)
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('has no further page when the last one is just full', () => {
    expect(log([{}, {}])({ limit: 2 }).next).toBeNull()
  })

  it('shows a call once: its end, or its start while there is none', () => {
    const list = log([
      { callId: 'a', outcome: 'started' },
      { callId: 'b', outcome: 'started' },
      { callId: 'a', outcome: 'note' },
      { callId: 'a', outcome: 'failed' },
      { callId: 'b', outcome: 'note' },
    ])
    expect(list().rows.map(({ callId, outcome }) => [callId, outcome])).toEqual([
      ['a', 'failed'],
      ['b', 'started'],
    ])
  })

  it('filters by app, integration and outcome, all together', () => {
    const list = log([{ appId: 'app_2' }, { integrationId: 'mail' }, { outcome: 'denied' }, {}])
    expect(list({ appId: 'app_2' }).rows).toHaveLength(1)
    expect(list({ integrationId: 'mail' }).rows).toHaveLength(1)
    expect(list({ outcome: 'denied' }).rows).toHaveLength(1)
    expect(list({ appId: 'app_1', integrationId: 'notes', outcome: 'succeeded' }).rows).toHaveLength(1)
  })

  it('shows nothing of another workspace', () => {
    expect(log([{ workspaceId: 'other' }])().rows).toEqual([])
  })

  it.each([
    ['100%', '100% wool'],
    ['_a', 'x_a'],
    ['\\', 'back\\slash'],
    ["o'clock", "five o'clock"],
    ['ADA@EXAMPLE', ''],
  ])('takes the text looked for as it is: %s', (text, found) => {
    const list = log([
      ...details(['100 wool', 'xya', 'backslash', 'five oclock'].map((one) => one)),
      { accountName: 'bob' },
    ])
    const only = log([{ details: found }, { accountName: 'bob', details: '100 wool xya backslash oclock' }])
    expect(only({ text }).rows).toMatchObject([{ details: found }])
    expect(list({ text }).rows.length).toBe(text === 'ADA@EXAMPLE' ? 4 : 0)
  })

  it('finds by tool, app, account and arguments', () => {
    const list = log([{ details: '{"title":"Milk"}' }])
    for (const text of ['create_note', 'desk', 'ada@', 'milk']) expect(list({ text }).rows).toHaveLength(1)
    expect(list({ text: '' }).rows).toHaveLength(1)
  })
})
