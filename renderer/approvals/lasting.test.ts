import { describe, expect, it } from 'vitest'
import { decision } from '../../preload/contract/shapes.ts'
import { lastingDecision, usualLasting, UNTILS } from './lasting.ts'

const NOW = new Date(2026, 2, 28, 23, 30).getTime()
const TO = { path: 'to', operator: 'equals', value: 'ada@example.com' } as const

describe('an answer that lasts', () => {
  it.each([
    ['hour', new Date(2026, 2, 29, 0, 30)],
    ['today', new Date(2026, 2, 29, 0, 0)],
  ] as const)('for the %s ends then', (until, end) => {
    const made = lastingDecision({ until, uses: 0, conditions: null }, NOW)
    expect(made).toEqual({ kind: 'allow_always', expiresAt: end.toISOString() })
  })

  it('without an end says so, and does not leave it to chance', () => {
    const made = lastingDecision({ until: 'forever', uses: 5, conditions: [TO] }, NOW)
    expect(made).toEqual({ kind: 'allow_always', expiresAt: null, uses: 5, conditions: [TO] })
  })

  it('until Gatehouse quits is no lasting one, and keeps its conditions', () => {
    const made = lastingDecision({ until: 'session', uses: 0, conditions: [TO] }, NOW)
    expect(made).toEqual({ kind: 'allow_session', conditions: [TO] })
  })

  it('is one that the hub takes, however it is chosen', () => {
    for (const until of UNTILS) {
      const made = lastingDecision({ until, uses: 1, conditions: [TO] }, NOW)
      expect(decision.safeParse(made).success).toBe(true)
    }
  })

  it('starts short and narrow for what destroys, and never without an end', () => {
    expect(usualLasting(true, [TO])).toEqual({ until: 'hour', uses: 0, conditions: [TO] })
    expect(usualLasting(true, [])).toEqual({ until: 'hour', uses: 0, conditions: null })
    expect(usualLasting(false, [TO]).until).not.toBe('forever')
  })
})
