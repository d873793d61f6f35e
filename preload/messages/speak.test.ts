import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOf } from './languages.ts'
import { speak } from './speak.ts'

const messages = {
  plain: 'Everything',
  named: 'Remove {0} from {1}?',
  counted: '{0}: {1, plural, =0 {none} one {# call} other {# calls}}',
  big: '{0, number} rows',
} as const
const translation = {
  plain: 'Alles',
  named: '{0} aus {1} entfernen?',
  counted: '{0}: {1, plural, =0 {keine} one {# Aufruf} other {# Aufrufe}}',
  big: '{0, number} Zeilen',
}
const english = speak(messages, 'en', messages)
const german = speak(messages, 'de', translation)

/** Text as a hostile name would be: what the format itself is made of, quotes, tags, and characters that hide. */
const hostile = oneof(
  string({ unit: 'binary' }),
  array(
    constantFrom('{', '}', "'", "''", '{0}', '{1}', '#', '<b>', '</b>', '|', '\\', '\u202E', ' ', 'plural,'),
  ).map((parts) => parts.join('')),
)

describe('what is put in', () => {
  it('comes out unchanged, whatever it holds', () => {
    assert(
      property(hostile, hostile, (first, second) => {
        expect(english.named(first, second)).toBe(`Remove ${first} from ${second}?`)
        expect(german.named(first, second)).toBe(`${first} aus ${second} entfernen?`)
        expect(german.counted(first, 2)).toBe(`${first}: 2 Aufrufe`)
      }),
    )
  })

  it('does not stay for the next call', () => {
    expect(german.named('a', 'b')).toBe('a aus b entfernen?')
    expect(german.named('c', 'd')).toBe('c aus d entfernen?')
  })
})

describe('numbers and plurals', () => {
  it.each([
    [0, 'x: keine', 'x: none'],
    [1, 'x: 1 Aufruf', 'x: 1 call'],
    [1200, 'x: 1.200 Aufrufe', 'x: 1,200 calls'],
  ])('%d follows the language', (n, inGerman, inEnglish) => {
    expect(german.counted('x', n)).toBe(inGerman)
    expect(english.counted('x', n)).toBe(inEnglish)
  })

  it('are written as the language writes them', () => {
    expect([german.big(1_234_567), english.big(1_234_567)]).toEqual(['1.234.567 Zeilen', '1,234,567 rows'])
  })
})

describe('a broken message', () => {
  it('is said in English, and again in English the next time, rather than ending the window', () => {
    const broken = speak(messages, 'de', { ...translation, named: '{0} aus {1, plural} entfernen?' })
    expect(broken.named('a', 'b')).toBe('Remove a from b?')
    expect(broken.named('c', 'd')).toBe('Remove c from d?')
    expect(broken.plain).toBe('Alles')
  })

  it('is shown as it is written when English is broken too', () => {
    const source = { lost: 'Count {0, plural}' } as const
    expect(speak(source, 'en', source).lost(1)).toBe('Count {0, plural}')
  })
})

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['en-US', 'en'],
  ['fr', 'en'],
  ['den', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
])('a system that speaks %j is spoken to in %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language)
})
