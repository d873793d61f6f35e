import { z } from 'zod'
import { compact } from '../compact.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { inlineMarkdown, plainItems, richText, richTextOf } from './notion-rich-text.ts'

const text = z.string().nullish()
const address = z.object({ url: text }).nullish()

/** A block holds its content under the name of its type. */
export const block = z.looseObject({ id: z.string(), type: text, has_children: z.boolean().nullish() })

const content = z.object({
  rich_text: richText.nullish(),
  caption: richText.nullish(),
  cells: z.array(richText).nullish(),
  checked: z.boolean().nullish(),
  language: text,
  expression: text,
  title: text,
  url: text,
  external: address,
  file: address,
})

type Content = z.output<typeof content>

/** What stands before the text of a line. */
const PREFIXES: Readonly<Record<string, string>> = {
  paragraph: '',
  heading_1: '# ',
  heading_2: '## ',
  heading_3: '### ',
  heading_4: '#### ',
  bulleted_list_item: '- ',
  numbered_list_item: '1. ',
  toggle: '- ',
  quote: '> ',
  callout: '> ',
}

const SAME_NAMED =
  'bash c c# c++ css diff go graphql html java javascript json kotlin lua markdown mermaid php powershell ' +
  'python r ruby rust scala shell sql swift toml typescript xml yaml'

/** Languages by the names Markdown gives them: Notion refuses one that it does not know. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ...SAME_NAMED.split(' ').map((name) => [name, name] as const),
  ['js', 'javascript'],
  ['ts', 'typescript'],
  ['py', 'python'],
  ['rb', 'ruby'],
  ['sh', 'shell'],
  ['yml', 'yaml'],
  ['md', 'markdown'],
  ['dockerfile', 'docker'],
])

const MOST_AT_ONCE = 100

/** A block as one row: what it says, in Markdown, and whether more lies within. */
export function blockRow({ id, type, has_children, ...rest }: z.output<typeof block>) {
  const found = content.safeParse(rest[type ?? '']).data
  const markdown = found === undefined ? undefined : markdownOf(type ?? '', found)
  return compact({ id, type, markdown, has_children: has_children === true ? true : undefined })
}

function markdownOf(type: string, found: Content): string | undefined {
  const words = inlineMarkdown(found.rich_text)
  const prefix = PREFIXES[type]
  if (prefix !== undefined) return `${prefix}${words}`
  if (type === 'to_do') return `- [${found.checked === true ? 'x' : ' '}] ${words}`
  if (type === 'code') return `\`\`\`${found.language ?? ''}\n${wordsOf(found)}\n\`\`\``
  if (type === 'divider') return '---'
  if (type === 'equation') return `$$${found.expression ?? ''}$$`
  if (type === 'table_row') return `| ${(found.cells ?? []).map(inlineMarkdown).join(' | ')} |`
  return found.title ?? linkOf(found) ?? (words === '' ? undefined : words)
}

/** Code is taken word for word: a mark would be read as part of it. */
function wordsOf({ rich_text }: Content): string {
  return (rich_text ?? []).map((item) => item.plain_text ?? '').join('')
}

function linkOf(found: Content): string | undefined {
  const url = found.url ?? found.external?.url ?? found.file?.url
  return url ? `[${inlineMarkdown(found.caption) || 'link'}](${url})` : undefined
}

type NewBlock = Readonly<Record<string, unknown>>

const LINES: readonly (readonly [pattern: RegExp, blockOf: (words: string, mark: string) => NewBlock])[] = [
  [/^\s*(?:-{3,}|\*{3,}|_{3,})\s*()()$/, () => ({ divider: {} })],
  [/^\s*(#{1,6})\s+(.*)$/, (words, mark) => written(`heading_${Math.min(mark.length, 3)}`, words)],
  [/^\s*[-*+]\s+\[([ xX])\]\s+(.*)$/, (words, mark) => written('to_do', words, { checked: mark !== ' ' })],
  [/^\s*([-*+])\s+(.*)$/, (words) => written('bulleted_list_item', words)],
  [/^\s*(\d+[.)])\s+(.*)$/, (words) => written('numbered_list_item', words)],
  [/^\s*(>)\s?(.*)$/, (words) => written('quote', words)],
]

function written(type: string, words: string, more: Readonly<Record<string, unknown>> = {}): NewBlock {
  return { [type]: { rich_text: richTextOf(words), ...more } }
}

/**
 * Markdown as blocks: headings, paragraphs, lists, to-dos, quotes, fenced code, dividers. Lists are not nested.
 *
 * @throws ProviderError 400 when there is nothing, or more than Notion takes at once
 */
export function blocksOf(markdown: string): readonly NewBlock[] {
  const blocks: NewBlock[] = []
  const paragraph: string[] = []
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push(written('paragraph', paragraph.splice(0).join('\n')))
  }
  const lines = markdown.split(/\r?\n/)
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const fence = /^\s*(`{3,}|~{3,})\s*([^\s`]*)/.exec(line)
    const single = fence ? undefined : lineBlock(line)
    if (!fence && !single && line.trim() !== '') {
      paragraph.push(line.trim())
      continue
    }
    endParagraph()
    if (single) blocks.push(single)
    if (!fence) continue
    const end = endOfFence(lines, index + 1, fence[1] ?? '')
    blocks.push(codeBlock(lines.slice(index + 1, end), fence[2] ?? ''))
    index = end
  }
  endParagraph()
  return accepted(blocks)
}

function lineBlock(line: string): NewBlock | undefined {
  for (const [pattern, blockOf] of LINES) {
    const match = pattern.exec(line)
    if (match) return blockOf(match[2] ?? '', match[1] ?? '')
  }
  return undefined
}

function endOfFence(lines: readonly string[], start: number, mark: string): number {
  const end = lines.findIndex((line, index) => index >= start && line.trim().startsWith(mark))
  return end === -1 ? lines.length : end
}

function codeBlock(lines: readonly string[], language: string): NewBlock {
  const known = LANGUAGES.get(language.toLowerCase()) ?? 'plain text'
  return { code: { rich_text: plainItems(lines.join('\n')), language: known } }
}

function accepted(blocks: readonly NewBlock[]): readonly NewBlock[] {
  if (blocks.length === 0) throw new ProviderError(ownReason('nothingToAdd'), 400)
  if (blocks.length <= MOST_AT_ONCE) return blocks
  throw new ProviderError(ownReason('tooManyBlocks', 'Notion', MOST_AT_ONCE, blocks.length), 400)
}
