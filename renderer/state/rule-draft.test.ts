import { describe, expect, it } from 'vitest'
import type { Grant } from '../../preload/contract/grant.ts'
import type { Condition } from '../../preload/contract/rule.ts'
import { conditionOf, draftOf, draftOfGrant, newCondition, termsOf, type RuleDraft } from './rule-draft.ts'

const NOW = Date.UTC(2026, 10, 22)

const draft: RuleDraft = {
  appId: 'app_1',
  tool: null,
  connectionId: 'con_1',
  conditions: [],
  until: 'never',
  date: '',
  uses: '',
}

const grant: Grant = {
  id: 'grt_1',
  appId: 'app_1',
  appName: 'Cursor',
  connectionId: 'con_1',
  accountName: 'ada',
  integrationId: 'notes',
  tool: 'notes_create_note',
  scope: 'always',
  madeFrom: 'form',
  conditions: [],
  createdAt: '2026-11-01T00:00:00.000Z',
  lastUsedAt: null,
  timesUsed: 0,
  expiresAt: '2026-11-27T10:20:30.000Z',
  usesLeft: 3,
  state: 'active',
}

it.each<Condition>([
  { path: 'a', operator: 'equals', value: '5' },
  { path: 'a', operator: 'at_most', value: 5 },
  { path: 'a', operator: 'equals', value: true },
  { path: 'a', operator: 'one_of', value: ['x', 'y z'] },
  { path: 'a', operator: 'one_of', value: [1, 2] },
  { path: 'a', operator: 'every_ends_with', value: '@me.com' },
])('what is opened and saved unchanged stays the same: %j', (condition) => {
  expect(conditionOf(draftOf(condition))).toEqual(condition)
})

it.each([
  { kind: 'text', value: '' },
  { kind: 'number', value: 'many' },
  { kind: 'number', value: ' ' },
  { kind: 'number', value: 'Infinity' },
] as const)('what is not complete is no condition: %j', ({ kind, value }) => {
  expect(conditionOf({ ...newCondition('a', kind), value })).toBeNull()
})

describe('the terms', () => {
  it('of an opened rule do not become wider by saving it', () => {
    const terms = termsOf(draftOfGrant(grant), NOW)
    expect(terms).toMatchObject({ usesLeft: 3, scope: 'always' })
    expect(Date.parse(terms?.expiresAt ?? '')).toBeLessThanOrEqual(Date.parse(grant.expiresAt ?? ''))
  })

  it('of a used-up rule do not become unlimited', () => {
    expect(termsOf(draftOfGrant({ ...grant, usesLeft: 0 }), NOW)?.usesLeft).toBe(1)
  })

  it.each(['0', '-1', '1.5', 'x', '1e9'])('are not complete with %s uses', (uses) => {
    expect(termsOf({ ...draft, uses }, NOW)).toBeNull()
  })

  it('are not complete with an end in the past, or with none', () => {
    expect(termsOf({ ...draft, until: 'date', date: '2020-01-01T00:00' }, NOW)).toBeNull()
    expect(termsOf({ ...draft, until: 'date', date: '' }, NOW)).toBeNull()
  })

  it('end a week from now', () => {
    expect(termsOf({ ...draft, until: 'week' }, NOW)?.expiresAt).toBe('2026-11-29T00:00:00.000Z')
  })
})
