import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { defineIntegration } from '../../registry/define.ts'
import { integrations } from '../../registry/index.ts'
import { openDatabase, type Database } from '../platform/database.ts'
import { notes } from '../testing/notes.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { MOST_WORDS, searchWords } from './search-words.ts'
import { createToolIndex, type ToolIndex } from './tool-index.ts'

const every = () => true
const namesOf = (found: ReturnType<ToolIndex['search']>): readonly string[] =>
  found.map(({ tool }) => tool.name)

const handler = () => Promise.resolve({})
const odd = defineIntegration({
  id: 'odd-shop',
  name: 'Odd “Shop” NEAR',
  category: 'finance-ecommerce',
  description: 'Sells.',
  icon: 'notes.svg',
  auth: { type: 'api_key', label: 'Key', helpUrl: 'https://odd.example/keys' },
  hosts: ['api.odd.example'],
  tools: [
    {
      name: 'odd_shop_list_lamps',
      aliases: ['LUMINAIRE_CATALOGUE'],
      description: 'Lamps.',
      parameters: z.object({ wattage: z.int() }),
      handler,
    },
    { name: 'odd_shop_create_lamp', description: 'Lämpchen.', parameters: z.object({}), handler },
    { name: 'odd_shop_get_order', description: 'One order.', parameters: z.object({}), handler },
  ],
})

let database: Database
let index: ToolIndex

beforeEach(() => {
  database = openDatabase(`${temporaryFolder()}/gatehouse.db`)
  onTestFinished(() => void database.close())
  index = createToolIndex(database, [notes, odd])
})

describe('the index', () => {
  it.each([
    ['a part of the name', 'list of lamps', 'odd_shop_list_lamps'],
    ['another form of a word', 'listing a lamp', 'odd_shop_list_lamps'],
    ['the description, without its accents', 'lampchen', 'odd_shop_create_lamp'],
    ['the name of the service', 'odd shop order', 'odd_shop_get_order'],
    ['a parameter', 'wattage', 'odd_shop_list_lamps'],
    ['an alias', 'luminaire', 'odd_shop_list_lamps'],
    ['what people call it', 'show me my purchase', 'odd_shop_get_order'],
  ])('finds a tool by %s', (_, question, tool) => {
    expect(namesOf(index.search(question, 1, every))).toEqual([tool])
  })

  it('tells a question from an order: to look for lamps is not to make one', () => {
    expect(namesOf(index.search('which lamps are there', 1, every))).toEqual(['odd_shop_list_lamps'])
    expect(namesOf(index.search('make a new lamp', 1, every))).toEqual(['odd_shop_create_lamp'])
  })

  it('looks on when the nearest are not wanted: one app’s few tools in a large catalog are found', () => {
    const large = createToolIndex(openDatabase(`${temporaryFolder()}/gatehouse.db`), [...integrations, notes])
    const mine = large.search(
      'list get create update delete issue',
      5,
      ({ integration }) => integration === notes,
    )
    expect(mine).toHaveLength(5)
  })

  it('takes each word once and no more than a limit: a long text costs no more than a short one', () => {
    const long = Array.from({ length: 10_000 }, (_, place) => `word${place} lamp`).join(' ')
    expect(searchWords(long)).toHaveLength(MOST_WORDS)
    expect(index.search('lamp '.repeat(50_000), 5, every).length).toBeGreaterThan(0)
  })

  it('writes nothing into the file', () => {
    index.search('lamp', 5, every)
    const tables = database.prepare("SELECT name FROM main.sqlite_schema WHERE name LIKE 'tool_words%'").all()
    expect(tables).toEqual([])
  })

  it('leaves nothing in the way of a write that is made durable', () => {
    index.search('lamp', 5, every)
    database.prepare("INSERT INTO settings VALUES ('a', 'b')").run()
    expect(database.prepare('SELECT count(*) FROM settings').pluck().get()).toBeGreaterThan(0)
    expect(index.search('lamp', 5, every)).toHaveLength(2)
  })
})

describe('what somebody wrote', () => {
  const syntax = fc.constantFrom(
    '"',
    "'",
    '*',
    '^',
    '(',
    ')',
    ':',
    '-',
    '+',
    '{',
    '}',
    ',',
    ' NEAR(',
    ' AND ',
    ' OR ',
    ' NOT ',
    'name:',
    'tool_words',
    'rank',
    '\0',
    '\\',
  )
  const question = fc
    .array(fc.oneof(syntax, fc.constantFrom('lamp', 'note', 'create'), fc.string({ unit: 'grapheme' })))
    .map((parts) => parts.join(''))

  it('is never taken for the language of the index: no text makes it fail', () => {
    fc.assert(
      fc.property(question, (text) => {
        expect(index.search(text, 20, every).length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    'lamp*',
    'name:lamp',
    '"lamp" NOT "lamp"',
    'lamp AND xylophone',
    '^lamp',
    'NEAR(lamp, 2)',
    '-lamp',
    '{name}: lamp',
  ])('has no operators: %s finds what the word alone does', (text) => {
    expect(namesOf(index.search(text, 5, every))).toContain('odd_shop_list_lamps')
  })

  it.each(['', '   ', '"', 'the and of', '…', '\u200B\u202E'])(
    'finds nothing where there is no word: %j',
    (text) => {
      expect(index.search(text, 5, every)).toEqual([])
    },
  )
})
