import { expect, it } from 'vitest'
import { parseSync } from 'vite'

const sources = import.meta.glob<string>(['./**/*.ts', '!./**/*.test.ts', '!./testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Rooms and files that speak English to models, to clients of a protocol, or to whoever reads a program’s log. */
const SPEAKS_TO_PROGRAMS =
  /^\.\/(?:cli\/|exposure\/(?:call-tool|search-tools)\.|bridge\/(?:edited-note|get-result|manage-input|mcp|openapi|rpc-refusal)\.|authorization\/\w+(?:-\w+)*-(?:route|request)\.|approvals\/wait-for-answer\.|tools\/results\.|clients\/entry-shapes\.|doctor\/report\.)/

/** Errors of our own mistakes and of attacks, which reach nobody but as INTERNAL; one entry that is never shown. */
const NEVER_SAID =
  /^\.\/(?:bridge\/(?:listen-on-socket|own-call)|clients\/config-place|platform\/(?:browser|network)|tools\/time-limit)\./

const SQL_OR_HEADER = /^(?:[A-Z]{4,} |Content-Type: )/

interface Syntax {
  readonly type: string
  readonly [key: string]: unknown
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** What looks like something to be read: a capital, small letters, three words. */
const isSentence = (text: string): boolean =>
  /^[\p{Lu}“]/u.test(text) &&
  /[a-z]/.test(text) &&
  text.trim().split(/\s+/).length > 2 &&
  !SQL_OR_HEADER.test(text)

function sentencesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(sentencesIn)
  if (!isSyntax(node)) return []
  return [...textOf(node).filter(isSentence), ...Object.values(node).flatMap(sentencesIn)]
}

function textOf(node: Syntax): readonly string[] {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']]
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return []
  return [node['quasis'].map((part: { value: { cooked: string } }) => part.value.cooked).join('…')]
}

const found = (file: string, source: string): readonly string[] =>
  sentencesIn(parseSync(file, source).program)

it('finds sentences where they stand, and nothing else', () => {
  const source =
    'const a = `The ${b} is gone.`; say(c ? "It is there." : "no"); run(`SELECT a FROM b WHERE c`, "Bearer token", "Gmail")'
  expect(found('a.ts', source)).toEqual(['The … is gone.', 'It is there.'])
})

const forPeople = Object.entries(sources).filter(
  ([file]) => !SPEAKS_TO_PROGRAMS.test(file) && !NEVER_SAID.test(file),
)

it.each(forPeople)('%s says nothing to a person that is not in the catalogue', (file, source) => {
  expect(found(file, source)).toEqual([])
})

it('makes no exception that is not needed', () => {
  const needless = Object.entries(sources).filter(
    ([file, source]) => NEVER_SAID.test(file) && found(file, source).length === 0,
  )
  expect(needless.map(([file]) => file)).toEqual([])
})
