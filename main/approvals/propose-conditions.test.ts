import { describe, expect, it } from 'vitest'
import { conditions } from '../../preload/contract/rule.ts'
import { proposeConditions } from './propose-conditions.ts'

describe('what “only with these values” may mean', () => {
  it('is each short value, by its path, and each list as a whole', () => {
    expect(proposeConditions({ to: ['a@x', 'b@x', 'a@x'], urgent: false, at: { hour: 9 } })).toEqual([
      { path: 'to', operator: 'every_one_of', value: ['a@x', 'b@x'] },
      { path: 'urgent', operator: 'equals', value: false },
      { path: 'at.hour', operator: 'equals', value: 9 },
    ])
  })

  it.each([
    ['a long text', { body: 'x'.repeat(101) }],
    ['a text of several lines', { body: 'a\nb' }],
    ['an empty list, which would hold for nothing', { to: [] }],
    ['a list with objects, which would be compared in part', { rows: [{ a: 1 }, 'b'] }],
    ['null, which no rule can name', { due: null }],
    ['a name with a dot, which reads as a path', { 'a.b': 1 }],
  ])('is never %s', (_, args) => {
    expect(proposeConditions(args)).toEqual([])
  })

  it('is no more than one answer can hold', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`n${index}`, index]))
    expect(conditions.parse(proposeConditions(many))).toHaveLength(10)
  })
})
