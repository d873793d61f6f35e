import { describe, expect, it } from 'vitest'
import { fuzzyFilter, fuzzyScore } from './fuzzy.ts'

const LABELS = [
  'Settings',
  'Pause all apps',
  'Connect Alpha Calendar',
  'alpha_calendar_create_event',
  'Lock now',
  'Café',
]

const found = (query: string): readonly string[] => fuzzyFilter(query, LABELS, (name) => ({ name, also: '' }))

describe('what is typed into the palette', () => {
  it.each([
    ['set', 'Settings'],
    ['all pause', 'Pause all apps'],
    ['apps', 'Pause all apps'],
    ['create ev', 'alpha_calendar_create_event'],
    ['event', 'alpha_calendar_create_event'],
    ['cafe', 'Café'],
    ['LOCK', 'Lock now'],
    ['stngs', 'Settings'],
  ])('finds “%s” first as it is meant', (query, label) => {
    expect(found(query)[0]).toBe(label)
  })

  it.each(['zebra', 'pause zebra', 'zq', 'x'])('finds nothing that it does not say: %s', (query) => {
    expect(found(query)).toEqual([])
  })

  it('shows everything, in order, while nothing is typed', () => {
    expect(found('  ')).toEqual(LABELS)
  })

  it('prefers the start of a word to its middle, and the shorter of two alike', () => {
    expect(fuzzyScore('lock', 'Lock now')).toBeGreaterThan(fuzzyScore('lock', 'Unlock it') ?? 0)
    expect(fuzzyScore('app', 'Apps')).toBeGreaterThan(fuzzyScore('app', 'Apps and everything else') ?? 0)
  })

  it('prefers what is in the name to what it may also be called', () => {
    const entries = [
      { name: 'Dark', also: 'theme' },
      { name: 'Theme', also: '' },
    ]
    expect(fuzzyFilter('theme', entries, (entry) => entry).map(({ name }) => name)).toEqual(['Theme', 'Dark'])
  })

  it('takes the signs of a search language for letters', () => {
    expect(found('.*')).toEqual([])
    expect(found('[')).toEqual([])
  })
})

it('puts what there is too much of behind what matches alike', () => {
  const entries = [
    { name: 'alpha_list', also: '', weight: 0.7 },
    { name: 'Connect Alpha', also: '' },
  ]
  expect(fuzzyFilter('alpha', entries, (entry) => entry)[0]?.name).toBe('Connect Alpha')
})
