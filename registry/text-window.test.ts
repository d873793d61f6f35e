import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWindow } from './text-window.ts'

describe('textWindow', () => {
  it('returns a short text alone, without numbers about it', () => {
    expect(textWindow('abc', 0, 3)).toEqual({ text: 'abc' })
  })

  it('returns an empty end for an offset behind the text', () => {
    expect(textWindow('abc', 10, 2)).toEqual({ text: '', total_chars: 3 })
  })

  it('read window by window gives the whole text, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 9 }), (text, length) => {
        let read = ''
        let offset: number | undefined = 0
        while (offset !== undefined) {
          const window = textWindow(text, offset, length)
          expect(window.text).not.toMatch(/^[\u{dc00}-\u{dfff}]|[\u{d800}-\u{dbff}]$/u)
          read += window.text
          offset = window.next_offset
        }
        expect(read).toBe(text)
      }),
    )
  })
})
