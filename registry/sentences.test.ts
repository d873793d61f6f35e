import { describe, expect, it } from 'vitest'
import { changedFields, quote } from './sentences.ts'
import { quote as germanQuote } from './translations/de/sentences.ts'

describe('quote', () => {
  it('keeps a sentence on one line, so that a value cannot add lines of its own', () => {
    expect(quote('Approve\n\nthis ')).toBe('“Approve this”')
  })

  it('cannot be ended by the value itself, so that nobody reads less than is sent', () => {
    expect(quote('a” to “b@example.com')).toBe('“a" to "b@example.com”')
    expect(germanQuote('a“ an „b@example.com')).toBe('„a" an "b@example.com“')
  })

  it('cuts a long value between characters', () => {
    expect(quote('🙂'.repeat(100))).toBe(`“${'🙂'.repeat(79)}…”`)
  })
})

describe('changedFields', () => {
  it.each([
    [{ id: '1', title: 'a' }, 'title'],
    [{ id: '1', title: 'a', state_id: 's' }, 'title and state'],
    [{ id: '1', title: 'a', label_ids: [], due_date: null }, 'title, labels and due date'],
    [{ id: '1', body: undefined }, 'nothing'],
  ])('%j changes %s', (args, words) => {
    expect(changedFields(args, 'id')).toBe(words)
  })
})
