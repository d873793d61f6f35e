import * as fc from 'fast-check'
import { z } from 'zod'
import type { JsonSchemaObject } from '../define.ts'
import { propertySchema, sample, type PropertySchema } from './sample-arguments.ts'

/** The same arguments twice: every free text of `hostile` is an ordinary word in `benign`. */
export interface Twins {
  readonly hostile: Readonly<Record<string, unknown>>
  readonly benign: Readonly<Record<string, unknown>>
}

interface Twin {
  readonly hostile: unknown
  readonly benign: unknown
}

/** Each would change an address that is put together as a string. */
const ADDRESS_PIECES = [
  '/',
  '..',
  '../../admin',
  '//evil.example',
  '\\..\\',
  '.',
  '@evil.example',
  '://',
  'a',
  'me',
]
const ESCAPE_PIECES = [
  '%',
  '%2F..%2f',
  '%00',
  '\0',
  '?',
  '&',
  '#',
  '=',
  ';',
  '+',
  '?a=b&c=d',
  '#x',
  '&limit=1',
]
/** … a document, a header, a mail, or what a person reads. */
const QUOTE_PIECES = [
  '"',
  "'",
  '`',
  '\\',
  '{',
  '}',
  '${x}',
  '{id}',
  '{+path}',
  '") { viewer { id } }',
  '$',
  '# ',
]
const LINE_PIECES = [
  '\r\n',
  '\n',
  '\r',
  '\r\nBcc: eve@evil.example\r\n\r\nhi',
  '\r\nx-injected: 1',
  '\u2028',
  '\t',
]
const UNICODE_PIECES = ['é', '日本', '😀', '\u202e', '\ufeff', '\ud800', '\u0085', '0', ' ']

const HOSTILE_PIECES = [ADDRESS_PIECES, ESCAPE_PIECES, QUOTE_PIECES, LINE_PIECES, UNICODE_PIECES].flat()

const pieces = fc.array(fc.constantFrom(...HOSTILE_PIECES), { minLength: 1, maxLength: 6 })
const hostileText = fc.oneof(
  { weight: 4, arbitrary: pieces.map((list) => list.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

/** Local parts with every sign that RFC 5322 3.2.3 lets stand in one. */
const hostileAddress = fc
  .array(fc.constantFrom(..."abz019!#$%&'*+-/=?^_`{|}~".split('')), { minLength: 1, maxLength: 12 })
  .map((signs) => `${signs.join('')}@example.com`)

/**
 * Arguments as a tool's JSON Schema describes them, with texts that try to break out of whatever they are put in.
 * What only the tool's own parser knows (refinements) is for the caller to sort out.
 */
export function hostileArguments(schema: JsonSchemaObject): fc.Arbitrary<Twins> {
  return objectTwins(propertySchema.parse(schema))
}

function objectTwins({ properties = {}, required = [] }: PropertySchema): fc.Arbitrary<Twins> {
  const twins = Object.entries(properties).map(([name, schema]) => [name, twinsOf(name, schema)] as const)
  return fc.record(Object.fromEntries(twins), { requiredKeys: [...required] }).map((fields) => ({
    hostile: Object.fromEntries(Object.entries(fields).map(([name, { hostile }]) => [name, hostile])),
    benign: Object.fromEntries(Object.entries(fields).map(([name, { benign }]) => [name, benign])),
  }))
}

function twinsOf(name: string, schema: PropertySchema): fc.Arbitrary<Twin> {
  if (schema.const !== undefined) return fc.constant(same(schema.const))
  if (schema.enum) return fc.constantFrom(...schema.enum).map(same)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => twinsOf(name, one)))
  const types = [schema.type ?? 'string'].flat()
  return fc.oneof(...types.map((type) => typedTwins(name, type, schema)))
}

function typedTwins(name: string, type: string, schema: PropertySchema): fc.Arbitrary<Twin> {
  const { minimum = -1000, maximum = minimum + 100_000 } = schema
  switch (type) {
    case 'string':
      return textTwins(name, schema)
    case 'integer':
      return fc.integer({ min: minimum, max: maximum }).map(same)
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true }).map(same)
    case 'boolean':
      return fc.boolean().map(same)
    case 'array':
      return listTwins(name, schema)
    case 'object':
      return schema.properties ? objectTwins(schema) : dictionaryTwins(name, schema)
    default:
      return fc.constant(same(null))
  }
}

const ORDINARY_ADDRESS = 'ada@example.com'

/** What a pattern allows is ordinary by that pattern: both twins are then the same text. */
function textTwins(name: string, schema: PropertySchema): fc.Arbitrary<Twin> {
  const { format, pattern, minLength = 0, maxLength = Number.MAX_SAFE_INTEGER } = schema
  const addresses = hostileAddress.map((hostile) => ({ hostile, benign: ORDINARY_ADDRESS }))
  if (format === 'email') return addresses
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern)).map(same)
  const texts = hostileText
    .filter(({ length }) => length >= minLength && length <= maxLength)
    .map((hostile) => ({ hostile, benign: ordinary(hostile) ?? sample(name, schema) }))
  return fc.oneof({ weight: 8, arbitrary: texts }, { weight: 1, arbitrary: addresses })
}

/** Texts that tools rightly tell from others: an address, and nothing at all, which is also the top folder. */
function ordinary(hostile: string): string | undefined {
  if (/^\/*$/.test(hostile)) return ''
  return hostile.includes('@') ? ORDINARY_ADDRESS : undefined
}

function listTwins(name: string, { items = {}, minItems = 0, maxItems = 3 }: PropertySchema) {
  const lists = fc.array(twinsOf(name, items), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 2),
  })
  return lists.map((twins) => ({
    hostile: twins.map(({ hostile }) => hostile),
    benign: twins.map(({ benign }) => benign),
  }))
}

/** Free keys are texts too. */
function dictionaryTwins(name: string, { additionalProperties }: PropertySchema): fc.Arbitrary<Twin> {
  const values = twinsOf(name, z.custom<PropertySchema>().parse(additionalProperties ?? {}))
  const entries = fc.uniqueArray(fc.tuple(hostileText, values), { maxLength: 3, selector: ([key]) => key })
  return entries.map((pairs) => ({
    hostile: Object.fromEntries(pairs.map(([key, { hostile }]) => [key, hostile])),
    benign: Object.fromEntries(pairs.map(([, { benign }], index) => [`key ${index}`, benign])),
  }))
}

function same(value: unknown): Twin {
  return { hostile: value, benign: value }
}
