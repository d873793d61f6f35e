import { describe, expect, it } from 'vitest'
import { formatAgo, formatCountdown, formatDate, formatDuration } from './time.ts'

const now = Date.parse('2026-03-10T12:00:00.000Z')
const before = (milliseconds: number): string => new Date(now - milliseconds).toISOString()

describe('formatAgo', () => {
  it.each([
    [0, 'now'],
    [59_000, 'now'],
    [5 * 60_000, '5 minutes ago'],
    [3 * 3_600_000, '3 hours ago'],
    [25 * 3_600_000, 'yesterday'],
  ])('%d ms', (past, words) => {
    expect(formatAgo(before(past), now)).toBe(words)
  })

  it('gives a date after a week', () => {
    expect(formatAgo(before(9 * 86_400_000), now)).toBe(formatDate(before(9 * 86_400_000)))
  })

  it('takes a clock that is ahead for now', () => {
    expect(formatAgo(before(-5000), now)).toBe('now')
  })
})

describe('formatDuration', () => {
  it.each([
    [240.4, '240 ms'],
    [1250, '1.3 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms', (milliseconds, words) => {
    expect(formatDuration(milliseconds)).toBe(words)
  })
})

describe('formatCountdown', () => {
  it('pads seconds', () => {
    expect(formatCountdown(9)).toBe('0:09')
    expect(formatCountdown(872)).toBe('14:32')
  })
})
