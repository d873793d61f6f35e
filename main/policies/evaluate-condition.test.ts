import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { operator, type Condition } from '../../preload/contract/rule.ts'
import { conditionHolds, conditionsHold } from './evaluate-condition.ts'

const holds = (operator: Condition['operator'], value: Condition['value'], found: unknown): boolean =>
  conditionHolds({ path: 'to', operator, value }, { to: found })

describe('an ending is no way to somebody else', () => {
  it.each(['a@me.com', 'ada.lovelace+x@me.com'])('%s ends with @me.com', (text) => {
    expect(holds('ends_with', '@me.com', text)).toBe(true)
  })
  it.each([
    'a@evil.com, b@me.com',
    'a@evil.com,b@me.com',
    'a@evil.com;b@me.com',
    'a@evil.com b@me.com',
    'a@evil.com\nb@me.com',
    'a@evil.com\u2028b@me.com',
    'a@evil.com\u0000b@me.com',
    'a@evil.com\u200Bb@me.com',
    'a@evil.com，b@me.com',
    'a@evil.com\u037Eb@me.com',
    'a＠evil.com/b@me.com',
    'a﹫evil.com/b@me.com',
    '<a@evil.com>b@me.com',
    'a@evil.com<b@me.com',
    '"a@evil.com"@me.com',
    'a@evil.com@me.com',
    'a@evil.com(@me.com',
    '@evil.com:b@me.com',
    'evil.com!a@me.com',
    'a%evil.com@me.com',
    'https://evil.com/@me.com',
    'Ada <a@me.com>',
    'Ada <a@evil.com> a@me.com',
    'A@ME.COM',
    'а@evil.com?to=b@me.com',
  ])('%j does not end with @me.com', (text) => {
    expect(holds('ends_with', '@me.com', text)).toBe(false)
  })
  it.each([
    ['me.com', 'a@me.com', true],
    ['me.com', 'a@mail.me.com', true],
    ['me.com', 'a@notme.com', false],
    ['.me.com', 'a@mail.me.com', true],
    ['.md', '/notes/todo.md', true],
    ['C02', 'C01,C02', false],
    ['bots', '#evil #bots', false],
    ['', 'anything', false],
  ])('ending %j, text %j: %s', (ending, text, expected) => {
    expect(holds('ends_with', ending, text)).toBe(expected)
  })
  it('wants every element of a list, one at least, and each one a single address', () => {
    expect(holds('every_ends_with', '@me.com', ['a@me.com', 'b@me.com'])).toBe(true)
    expect(holds('every_ends_with', '@me.com', ['a@me.com', 'x@evil.com'])).toBe(false)
    expect(holds('every_ends_with', '@me.com', ['x@evil.com,a@me.com'])).toBe(false)
    expect(holds('every_ends_with', '@me.com', [['a@me.com']])).toBe(false)
    expect(holds('every_ends_with', '@me.com', [])).toBe(false)
    expect(holds('every_ends_with', '@me.com', 'a@me.com')).toBe(false)
    expect(holds('ends_with', '@me.com', ['a@me.com'])).toBe(false)
    expect(holds('every_ends_with', '@me.com', { 0: 'a@me.com', length: 1 })).toBe(false)
  })
})

describe('a pattern', () => {
  it.each([
    ['*@me.com', 'a@me.com', true],
    ['*@me.com', 'a@evil.com,b@me.com', false],
    ['*@me.com', 'a@evil.com@me.com', false],
    ['*me.com', 'a@me.com', false],
    ['me/*', 'me/notes', true],
    ['me/*', 'me/notes, evil/secrets', false],
    ['me/*', 'x/me/notes', false],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a.c', 'abc', false],
    ['[a-z]', 'b', false],
    ['', 'x', false],
    ['Report *', 'Report 12', true],
    ['Report *', 'Report 12 and more', false],
  ])('%j over %j: %s', (pattern, text, expected) => {
    expect(holds('matches', pattern, text)).toBe(expected)
  })
  it('equals the regular expression it stands for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ',', ' ', '@', '*'), maxLength: 12 })
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 }),
        (found, pattern) => {
          const expression = new RegExp(`^${pattern.replaceAll(/\*+/g, '[ab*]*')}$`)
          expect(holds('matches', pattern, found)).toBe(expression.test(found))
        },
      ),
      { numRuns: 2_000 },
    )
  })
  it('takes no longer for a pattern made to be slow', () => {
    const began = performance.now()
    expect(holds('matches', `${'a*'.repeat(400)}b`, 'a'.repeat(4_000))).toBe(false)
    expect(holds('matches', `*${'a'.repeat(900)}b*`, 'a'.repeat(4_000))).toBe(false)
    expect(holds('matches', '*', 'a'.repeat(3_000_000))).toBe(false)
    expect(performance.now() - began).toBeLessThan(200)
  })
})

describe('other comparisons', () => {
  it.each([
    ['equals', '#bots', '#bots', true],
    ['equals', '#bots', '#bots ', false],
    ['equals', 'é', 'e\u0301', false],
    ['equals', 5, '5', false],
    ['equals', 0, -0, true],
    ['equals', true, true, true],
    ['equals', 'a', ['a'], false],
    ['equals', ['a'], 'a', false],
    ['one_of', ['a', 'b'], 'b', true],
    ['one_of', ['a', 1], '1', false],
    ['one_of', 'abc', 'b', false],
    ['every_one_of', ['a', 'b'], ['a', 'b', 'a'], true],
    ['every_one_of', ['a', 'b'], ['a', 'c'], false],
    ['every_equals', 'a', ['a', 'a'], true],
    ['at_most', 50, 50, true],
    ['at_most', 50, 50.01, false],
    ['at_most', 50, '5', false],
    ['at_most', 50, -1_000_000, false],
    ['at_most', -5, -6, true],
    ['at_most', 50, Number.NaN, false],
    ['at_most', 50, Number.NEGATIVE_INFINITY, false],
    ['at_most', '50', 5, false],
    ['at_most', 50, null, false],
  ] as const)('%s %j with %j: %s', (operator, value, found, expected) => {
    expect(holds(operator, value as Condition['value'], found)).toBe(expected)
  })
})

describe('a path', () => {
  const at = (path: string, values: unknown): boolean =>
    conditionHolds({ path, operator: 'equals', value: 'x' }, values)
  it('goes through objects only, and only through what is their own', () => {
    expect(at('a.b', { a: { b: 'x' } })).toBe(true)
    expect(at('a.0', { a: ['x'] })).toBe(false)
    expect(at('a.b', { 'a.b': 'x' })).toBe(false)
    expect(at('a.b', Object.create({ a: { b: 'x' } }))).toBe(false)
    expect(at('__proto__.b', { a: 'x' })).toBe(false)
    expect(at('__proto__', JSON.parse('{"__proto__":"x"}'))).toBe(true)
    expect(conditionHolds({ path: 'a.length', operator: 'equals', value: 1 }, { a: 'x' })).toBe(false)
    expect(conditionHolds({ path: 'constructor.name', operator: 'equals', value: 'Object' }, {})).toBe(false)
  })
  it('of a missing argument never satisfies, whatever the comparison', () => {
    for (const each of operator.options)
      expect(conditionHolds({ path: 'cc', operator: each, value: '*' }, { to: 'a' })).toBe(false)
  })
})

const anyCondition = fc.record({
  path: fc.oneof(fc.constantFrom('a', 'a.b', '__proto__', 'a.__proto__.b', '.', ''), fc.string()),
  operator: fc.constantFrom(...operator.options),
  value: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.array(fc.oneof(fc.string(), fc.double())),
  ),
})

it('never throws, whatever it is given, and answers the same twice', () => {
  const values = fc.oneof(
    fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.anything()),
  )
  fc.assert(
    fc.property(anyCondition, values, (condition, given) => {
      const answer = conditionHolds(condition, given)
      expect(typeof answer).toBe('boolean')
      expect(conditionHolds(condition, given)).toBe(answer)
    }),
    { numRuns: 5_000 },
  )
})

it('one more condition never makes a rule wider', () => {
  const values = fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.string(), fc.array(fc.string())))
  fc.assert(
    fc.property(fc.array(anyCondition, { maxLength: 3 }), anyCondition, values, (some, more, given) => {
      if (conditionsHold([...some, more], given)) expect(conditionsHold(some, given)).toBe(true)
    }),
  )
})
