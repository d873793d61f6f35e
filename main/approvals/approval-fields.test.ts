import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalFields } from './approval-fields.ts'

describe('the fields of a question', () => {
  it('name every value by its place', () => {
    const value = {
      to: ['a@x', 'b@x'],
      options: { urgent: true, copies: 0 },
      note: null,
      empty: '',
      list: [],
      map: {},
    }
    expect(approvalFields(value)).toEqual([
      { path: 'to[0]', text: 'a@x' },
      { path: 'to[1]', text: 'b@x' },
      { path: 'options.urgent', text: 'true' },
      { path: 'options.copies', text: '0' },
      { path: 'note', text: 'null' },
      { path: 'empty', text: '' },
      { path: 'list', text: '[]' },
      { path: 'map', text: '{}' },
    ])
  })

  it('leave out no text that would be sent, whatever the shape', () => {
    const texts = fc.string({ minLength: 1 })
    const shapes = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        texts,
        fc.integer(),
        fc.array(tie('value')),
        fc.dictionary(texts, tie('value')),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(texts, shapes.value), (value) => {
        const shown = approvalFields(value).map(({ text }) => text)
        const leaves: string[] = []
        JSON.stringify(value, (_, item: unknown) => {
          if (typeof item === 'string') leaves.push(item)
          return item
        })
        expect(shown.filter((text) => leaves.includes(text)).length).toBeGreaterThanOrEqual(leaves.length)
      }),
      { numRuns: 200 },
    )
  })
})
