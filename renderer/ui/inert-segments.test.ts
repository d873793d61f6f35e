import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headOf, toInertSegments } from './inert-segments.ts'

const show = (value: string): string =>
  toInertSegments(value)
    .map(({ text }) => text)
    .join('')

describe('toInertSegments', () => {
  it.each([
    ['right-to-left override', 'invoice\u202Egpj.exe', 'invoice⟨U+202E⟩gpj.exe'],
    ['isolates', '\u2066a\u2069', '⟨U+2066⟩a⟨U+2069⟩'],
    ['zero-width space and joiner', 'pay\u200Bpal\u200D', 'pay⟨U+200B⟩pal⟨U+200D⟩'],
    ['byte order mark', '\uFEFFx', '⟨U+FEFF⟩x'],
    ['soft hyphen', 'a\u00ADb', 'a⟨U+00AD⟩b'],
    ['carriage return, null, escape', 'a\r\u0000\u001B', 'a⟨U+000D⟩⟨U+0000⟩⟨U+001B⟩'],
    ['line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
    ['no-break and hair space', 'a\u00A0b\u200A', 'a⟨U+00A0⟩b⟨U+200A⟩'],
    ['Hangul filler', '\u3164', '⟨U+3164⟩'],
    ['blank Braille pattern', '\u2800', '⟨U+2800⟩'],
    ['tag characters', '\u{E0041}', '⟨U+E0041⟩'],
    ['variation selectors', 'a\uFE01\u{E0101}', 'a⟨U+FE01⟩⟨U+E0101⟩'],
    ['half a surrogate pair', 'a\uD800b', 'a⟨U+D800⟩b'],
    ['private use', '\uE000', '⟨U+E000⟩'],
  ])('names %s', (_, value, shown) => {
    expect(show(value)).toBe(shown)
  })

  it.each([
    'plain words, “quotes” – and dashes',
    '  two spaces,\n\ta tab and a new line  ',
    'Grüße aus 東京, שלום, مرحبا, नमस्ते',
    '🎉 👍🏽 ✓',
  ])('leaves %j as it is', (value) => {
    expect(toInertSegments(value)).toEqual([{ kind: 'text', text: value }])
  })

  it('names line feed and tab where the text has only one line', () => {
    const shown = toInertSegments('Hi\n\tTo: me \u202E', 'one').map(({ text }) => text)
    expect(shown.join('')).toBe('Hi⟨U+000A⟩⟨U+0009⟩To: me ⟨U+202E⟩')
  })

  it('tells a real mark from text that looks like one', () => {
    expect(toInertSegments('⟨U+202E⟩')).toEqual([{ kind: 'text', text: '⟨U+202E⟩' }])
  })

  it('never lets a hidden character through, and loses no visible one', () => {
    assert(
      property(string({ unit: 'binary' }), (value) => {
        const segments = toInertSegments(value)
        const seen = segments.filter(({ kind }) => kind === 'text').map(({ text }) => text)
        expect(seen.join('')).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        const hidden = segments.filter(({ kind }) => kind === 'mark').flatMap(({ text }) => text.split('⟩'))
        expect(Array.from(value).length).toBe(
          Array.from(seen.join('')).length + hidden.filter(Boolean).length,
        )
      }),
    )
  })
})

describe('headOf', () => {
  it('does not cut a character in two', () => {
    expect(headOf('a😀b', 2)).toBe('a')
    expect(headOf('a😀b', 3)).toBe('a😀')
    expect(headOf('abc', 9)).toBe('abc')
  })
})
