import { describe, expect, it } from 'vitest'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import { foldCalls, groupByDay, prependRows } from './activity-rows.ts'

const row = (seq: number, callId: string, outcome: ActivityEntry['outcome']): ActivityEntry => ({
  seq,
  callId,
  outcome,
  at: new Date(2026, 0, seq < 10 ? 1 : 2, 12, seq).toISOString(),
  appName: 'App',
  integrationId: 'acme',
  tool: 'acme_list_notes',
  accountName: 'ada',
  reason: 'auto',
  errorCode: null,
  durationMs: null,
  details: '',
})

describe('foldCalls', () => {
  it('shows a finished call once and keeps its start', () => {
    const [call, ...rest] = foldCalls([row(2, 'a', 'succeeded'), row(1, 'a', 'started')])
    expect(rest).toEqual([])
    expect(call).toMatchObject({ entry: { seq: 2 }, started: { seq: 1 } })
  })

  it('does not hide a call that never ended', () => {
    expect(foldCalls([row(1, 'a', 'started')])).toHaveLength(1)
  })
})

describe('prependRows', () => {
  const shown = [row(5, 'e', 'succeeded'), row(4, 'd', 'succeeded')]

  it('adds what is new and repeats nothing', () => {
    const merged = prependRows([row(6, 'f', 'denied'), row(5, 'e', 'succeeded')], shown)
    expect(merged?.map(({ seq }) => seq)).toEqual([6, 5, 4])
  })

  it('refuses to leave a gap', () => {
    expect(prependRows([row(9, 'i', 'denied'), row(8, 'h', 'denied')], shown)).toBeNull()
    expect(prependRows([row(9, 'i', 'denied')], [])).toBeNull()
  })
})

describe('groupByDay', () => {
  it('keeps order and splits at midnight', () => {
    const days = groupByDay(foldCalls([row(11, 'b', 'denied'), row(2, 'a', 'denied'), row(1, 'c', 'denied')]))
    expect([...days.values()].map((calls) => calls.map(({ entry }) => entry.seq))).toEqual([[11], [2, 1]])
  })
})
