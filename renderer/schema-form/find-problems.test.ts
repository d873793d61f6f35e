import { describe, expect, it } from 'vitest'
import { canShow, isSame, readEntry, Unreadable, withMember, writeEntry } from './entered-value.ts'
import { findProblems, optionFor } from './find-problems.ts'
import { formNode, type FormNode } from './form-node.ts'

const node = formNode({
  type: 'object',
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 5 },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    to: {
      anyOf: [
        { type: 'string', format: 'email' },
        { type: 'array', items: { type: 'string' }, minItems: 1 },
      ],
    },
    due: { type: ['string', 'null'] },
    rows: {
      type: 'array',
      items: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] },
    },
  },
  required: ['title'],
})

describe('what can be seen to be wrong', () => {
  it.each([
    [{}, ['title']],
    [{ title: '' }, ['title']],
    [{ title: 'sixsix' }, ['title']],
    [{ title: 'a', count: 0 }, ['count']],
    [{ title: 'a', count: 10 }, ['count']],
    [{ title: 'a', count: 1.5 }, ['count']],
    [{ title: 'a', count: new Unreadable('1x') }, ['count']],
    [{ title: 'a', to: [] }, ['to']],
    [{ title: 'a', rows: [{ n: 1 }, {}] }, ['rows.1.n']],
    [{ title: 'a', due: null, to: 'a@x', rows: [] }, []],
  ])('in %j stands at %j', (values, paths) => {
    expect(findProblems(node, values).map(({ path }) => path)).toEqual(paths)
  })
})

describe('a schema from elsewhere', () => {
  it.each([
    [null],
    ['text'],
    [{ type: 'unheard-of' }],
    [{ $ref: '#/x' }],
    [{ type: 'array' }],
    [{ type: 'object' }],
    [{}],
  ])('that is %j becomes a field for JSON, not an error', (schema) => {
    expect(formNode(schema).kind).toBe('json')
  })

  it('whose value does not fit is not shown by a control that would change it', () => {
    expect(canShow(formNode({ type: 'string' }), 7)).toBe(false)
    expect(canShow(formNode({ enum: ['a'] }), 'b')).toBe(false)
    expect(canShow(formNode({ type: 'number' }), '7')).toBe(false)
  })
})

describe('what is typed', () => {
  const number = formNode({ type: 'number' })

  it.each([
    ['7', 7],
    [' -1.50 ', -1.5],
    ['.5', 0.5],
    ['1e3', 1000],
  ])('as a number, %j, is %j', (typed, value) => {
    expect(readEntry(number, typed)).toBe(value)
  })

  it.each(['', '  ', '0x10', '1,5', 'Infinity', '1e999', '12a'])('as a number, %j, is none', (typed) => {
    expect(readEntry(number, typed)).toEqual(new Unreadable(typed))
  })

  it('as text stays text, whatever it looks like', () => {
    for (const typed of ['7', 'true', '', ' a ', '{"a":1}']) {
      expect(readEntry(formNode({ type: 'string' }), typed)).toBe(typed)
    }
  })

  it('stays in the field while it cannot be read', () => {
    const json = formNode({})
    const half = readEntry(json, '{"a": ')
    expect(writeEntry(json, half)).toBe('{"a": ')
    expect(findProblems(json, half)).toHaveLength(1)
  })
})

it('a member that is left out is gone, and an empty text is not', () => {
  expect(Object.keys(withMember({ a: 1, b: 2 }, 'a', undefined))).toEqual(['b'])
  expect(withMember({ a: 'x' }, 'a', '')).toEqual({ a: '' })
  expect(isSame({ a: '' }, {})).toBe(false)
  expect(isSame({ a: undefined }, {})).toBe(false)
})

it('a value of several kinds is shown by the kind it has', () => {
  const either = formNode({ type: ['string', 'number', 'null'] }) as FormNode & { kind: 'either' }
  expect(optionFor(either, 7).kind).toBe('number')
  expect(optionFor(either, null).kind).toBe('null')
  expect(optionFor(either, new Unreadable('7.')).kind).toBe('number')
})
