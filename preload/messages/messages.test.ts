import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { german } from './de/index.ts'
import { sentences as germanSentences } from './de/sentences/index.ts'
import { english } from './en/index.ts'
import { sentences as englishSentences } from './en/sentences/index.ts'
import type { Messages } from './speak.ts'

type Entry = readonly [key: string, message: string]

function flat(messages: Messages, path: readonly string[] = []): readonly Entry[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as const] : flat(value, [...path, key]),
  )
}

const ENGLISH = flat({ ...english, sentences: englishSentences })
const GERMAN = new Map(flat({ ...german, sentences: germanSentences }))
const both = (): readonly Entry[] => [...ENGLISH, ...GERMAN]

/** As the parser has it. */
interface Element {
  readonly type: number
  readonly value: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
}

const KIND = { literal: 0, argument: 1, number: 2, plural: 6, pound: 7 } as const
const KINDS: Readonly<Record<number, string>> = { 1: 'value', 2: 'number', 6: 'plural' }

function read(message: string): readonly Element[] {
  const { getAst } = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true })
  return getAst() as unknown as readonly Element[]
}

function* inside(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element
    for (const { value } of Object.values(element.options ?? {})) yield* inside(value)
  }
}

/** “0 plural”, “1 value”: each once. */
function places(message: string): readonly string[] {
  const found = [...inside(read(message))].flatMap((element) =>
    element.type === KIND.literal || element.type === KIND.pound
      ? []
      : [`${String(element.value)} ${KINDS[element.type] ?? 'unknown'}`],
  )
  return [...new Set(found)].toSorted()
}

const plurals = (message: string) =>
  [...inside(read(message))].flatMap((element) => (element.type === KIND.plural ? [element] : []))

/** Names, and words that German has from English or that both have from elsewhere. */
const SAME_IN_BOTH = new Set(
  (
    'App Apps Tool Tools Token Integration Name Code Text System English Deutsch JSON CSV Argument Cc Bcc In ' +
    'Gatehouse Problem Format Socket Esc Passphrase'
  ).split(' '),
)
const EQUAL_KEYS = new Set([
  'activity.exports.jsonl.name',
  'answers.valueOf',
  'approval.preview.count',
  'clients.line.same',
  'doctor.actionNamed',
  'ledger.line',
  'native.tray.toolTip',
  'pairing.name',
  'program.general.language',
  'program.undoDone.policy',
  'sentences.connections.habit',
  'sentences.connections.itself',
  'sentences.doctor.titles.port',
  'sentences.doctor.withRemedy',
])

describe('the two languages', () => {
  it('have the same keys, so that no window shows a hole', () => {
    expect([...GERMAN.keys()].toSorted()).toEqual(ENGLISH.map(([key]) => key).toSorted())
  })

  it('put the same values in, so that no translation loses or invents one', () => {
    const differing = ENGLISH.filter(
      ([key, message]) => places(message).join() !== places(GERMAN.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it('number their places from 0 without a gap, as they are called with', () => {
    const gaps = ENGLISH.filter(([, message]) => {
      const numbers = new Set(places(message).map((place) => place.split(' ')[0]))
      return [...numbers].some((number) => Number(number) >= numbers.size)
    })
    expect(gaps).toEqual([])
  })

  it('leave no English in German', () => {
    const left = ENGLISH.filter(
      ([key, message]) => GERMAN.get(key) === message && !SAME_IN_BOTH.has(message) && !EQUAL_KEYS.has(key),
    )
    expect(left).toEqual([])
    const mixed = [...GERMAN].filter(([, message]) =>
      /\b(?:the|and|of|your|with|not|is|are|to|for|this)\b/i.test(message.replaceAll(/\{.*?\}|“.*?”/g, '')),
    )
    expect(mixed).toEqual([])
  })
})

describe('every message', () => {
  it('can be read, with places of a known kind only', () => {
    const unknown = both().filter(([, message]) => places(message).some((place) => /unknown/.test(place)))
    expect(unknown).toEqual([])
  })

  it('has a form for one and for others in each plural', () => {
    const lacking = both().filter(([, message]) =>
      plurals(message).some(({ options = {} }) => !('one' in options && 'other' in options)),
    )
    expect(lacking).toEqual([])
  })

  it('is shown as it stands when nothing is put in: no braces, and no apostrophe that would quote them', () => {
    const braced = both().filter(
      ([, message]) => message.includes("'") || (places(message).length === 0 && /[{}]/.test(message)),
    )
    expect(braced).toEqual([])
  })

  it('uses the quotation marks and dots of its language', () => {
    const wrongEnglish = ENGLISH.filter(([, message]) => /[„"]|\.\.\./.test(message))
    const wrongGerman = [...GERMAN].filter(
      ([, message]) =>
        /["”]|\.\.\.|\S…$/.test(message.replaceAll(/Bearer …/g, '')) ||
        message.split('„').length !== message.split('“').length,
    )
    expect([...wrongEnglish, ...wrongGerman]).toEqual([
      ['remedies.UNAUTHORIZED', english.remedies.UNAUTHORIZED],
      ['sentences.remedies.UNAUTHORIZED', english.remedies.UNAUTHORIZED],
    ])
  })
})
