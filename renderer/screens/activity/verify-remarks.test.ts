import { describe, expect, it } from 'vitest'
import type { RequestOutput } from '../../../preload/contract/requests.ts'
import { remarksOn } from './verify-remarks.ts'

type Result = RequestOutput<'activity.verify'>

const at = '2026-01-02T03:04:05.000Z'
const result = (change: Partial<Result>): Result => ({
  rows: 9,
  brokenAt: null,
  isCancelled: false,
  end: 'checked',
  markedSince: 0,
  gap: null,
  restored: null,
  startedOver: null,
  ...change,
})
const said = (change: Partial<Result>): string => remarksOn(result(change)).join('\n')

describe('what Verify log says of an intact chain', () => {
  it('on a first start raises no doubt', () => {
    expect(said({ end: 'begun' })).toMatch(/began with this start/)
    expect(said({ end: 'begun' })).not.toMatch(/not known|removed/)
    expect(said({ end: 'begun', rows: 0 })).toBe('')
  })

  it('does not pass over an empty log whose note is gone', () => {
    expect(said({ end: 'unmarked', rows: 0 })).toMatch(/not known/)
  })

  it('names the lines that no note vouches for', () => {
    expect(said({ gap: { after: 100, upTo: 117 } })).toMatch(/from 101 to 117/)
  })

  it('says of a restored log that it is a backup’s, and of which', () => {
    const madeAt = '2025-12-24T01:02:03.000Z'
    expect(said({ restored: { seq: 7, at, madeAt } })).toMatch(
      /Entry 7 .*restored.*2026.*backup of 24 Dec 2025/,
    )
  })

  it('explains a young note by the vault that was started over, but only where a note is missing', () => {
    const startedOver = { seq: 5, at }
    expect(said({ markedSince: 4, startedOver })).toMatch(/since entry 4[^]*Entry 5 .*started over/)
    expect(said({ startedOver })).not.toMatch(/started over/)
  })
})
