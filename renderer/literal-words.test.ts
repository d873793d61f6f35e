import { expect, it } from 'vitest'
import { parseSync } from 'vite'

const sources = import.meta.glob<string>('./**/*.tsx', { query: '?raw', import: 'default', eager: true })

/** What a person sees or hears of an element. */
const SPOKEN =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|heading|hint|caption|confirm|lead|note|body)$/

interface Syntax {
  readonly type: string
  readonly [key: string]: unknown
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Words between tags, and in the attributes that are read out or shown. */
function literalWords(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(literalWords)
  if (!isSyntax(node)) return []
  const found = node.type === 'JSXText' ? [node['value']] : spokenLiteral(node)
  const inside = Object.values(node).flatMap(literalWords)
  return [...found.filter((text) => typeof text === 'string' && /\p{L}/u.test(text)), ...inside] as string[]
}

function spokenLiteral(node: Syntax): readonly unknown[] {
  if (Array.isArray(node['children'])) return node['children'].flatMap(literalsOf)
  if (node.type !== 'JSXAttribute' || !isSyntax(node['name'])) return []
  return SPOKEN.test(String(node['name']['name'])) ? literalsOf(node['value']) : []
}

function literalsOf(value: unknown): readonly unknown[] {
  if (!isSyntax(value)) return []
  if (value.type === 'Literal') return [value['value']]
  if ('expression' in value) return literalsOf(value['expression'])
  if (value.type === 'ConditionalExpression')
    return ['consequent', 'alternate'].flatMap((part) => literalsOf(value[part]))
  if (value.type === 'LogicalExpression') return literalsOf(value['right'])
  if (value.type !== 'TemplateLiteral' || !Array.isArray(value['quasis'])) return []
  return value['quasis'].map((part: { value: { cooked: string } }) => part.value.cooked)
}

const wordsIn = (file: string, source: string): readonly string[] =>
  literalWords(parseSync(file, source).program)

it('finds words where they stand', () => {
  const source =
    'export const A = () => <p title="One" className="two">Three {`Four ${5}`} <b alt={"Six"} />{a && (b ? "Seven" : c)}</p>'
  expect(
    wordsIn('a.tsx', source)
      .map((word) => word.trim())
      .toSorted(),
  ).toEqual(['Four', 'One', 'Seven', 'Six', 'Three'])
})

it.each(Object.entries(sources))('%s says nothing that is not in the catalogue', (file, source) => {
  expect(wordsIn(file, source)).toEqual([])
})
