import { describe, expect, it } from 'vitest'
import { eventTime } from './event-time.ts'

const BERLIN = 'Europe/Berlin'

describe('when an event is', () => {
  it('is told in the zone of the person, as their calendar will show it', () => {
    const times = {
      start: '2026-03-02T09:00:00+09:00',
      end: '2026-03-02T10:30:00+09:00',
      timeZone: 'Asia/Tokyo',
    }
    expect(eventTime(times, BERLIN)).toEqual({
      leaf: { month: 'Mar', day: '2' },
      when: 'Monday, 2 March 2026, 01:00 – 02:30',
      zone: { kind: 'local', name: BERLIN },
    })
  })

  it('puts the leaf on the day it is there, not on the day that was written', () => {
    const { leaf, when } = eventTime({ start: '2026-03-01T23:30:00Z' }, BERLIN)
    expect([leaf?.day, when]).toEqual(['2', 'From Monday, 2 March 2026, 00:30'])
  })

  it('keeps a time without an offset, and names its zone', () => {
    const times = { start: '2026-03-02T09:00:00', end: '2026-03-03T08:00' }
    expect(eventTime({ ...times, timeZone: 'Asia/Tokyo' }, BERLIN)).toMatchObject({
      when: 'Monday, 2 March 2026, 09:00 – Tuesday, 3 March 2026, 08:00',
      zone: { kind: 'named', name: 'Asia/Tokyo' },
    })
    expect(eventTime(times, BERLIN).zone).toEqual({ kind: 'calendar' })
  })

  it.each([
    [{ start: '2026-03-02', end: '2026-03-02' }, 'Monday, 2 March 2026, all day'],
    [{ start: '2026-03-02', end: '2026-03-04' }, 'Monday, 2 March 2026 – Wednesday, 4 March 2026'],
    [{ end: '2026-03-04T10:00:00+01:00' }, 'Until Wednesday, 4 March 2026, 10:00'],
    [{}, null],
  ])('of %j is %j', (times, when) => {
    expect(eventTime(times, BERLIN).when).toBe(when)
  })

  it.each([
    [{ start: 'tomorrow', end: '2026-03-02' }, 'tomorrow – 2026-03-02'],
    [{ start: '2026-02-30', end: '2026-03-02' }, '2026-02-30 – 2026-03-02'],
    [{ start: '2026-03-02T25:00:00Z' }, 'From 2026-03-02T25:00:00Z'],
    [{ start: '2026-03-02T09:00:00+99:00' }, 'From 2026-03-02T09:00:00+99:00'],
    [{ start: '2026-03-02', end: '2026-03-02T10:00:00' }, '2026-03-02 – 2026-03-02T10:00:00'],
    [
      { start: '2026-03-02T09:00:00Z', end: '2026-03-02T10:00:00' },
      '2026-03-02T09:00:00Z – 2026-03-02T10:00:00',
    ],
  ])('stays as written when it makes no sense: %j', (times, when) => {
    expect(eventTime(times, BERLIN)).toEqual({ leaf: null, when, zone: null })
  })
})
