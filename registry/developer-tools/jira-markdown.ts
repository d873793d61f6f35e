import { inlineNodes, type AdfNode } from './jira-markdown-inline.ts'

type Lines = readonly string[]

/** A block and the line after it. */
interface Found {
  readonly node: AdfNode
  readonly next: number
}

/** Lists and quotations that lie deeper stay as they are written. */
const MOST_LEVELS = 8
/** How far in a line has to begin to belong to the item above it. */
const INDENT = 2
const TAB = 4

const FENCE = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/
const QUOTE = /^ {0,3}> ?(.*)$/
const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(.*))?$/
/** What ends a paragraph; a year at the start of a line does not. */
const INTERRUPTION = /^[ \t]*(?:[-*+]|1[.)])[ \t]+\S/

/**
 * Markdown as a document of Jira: headings, paragraphs, nested lists, quotations, fenced code, rules. Plain text is
 * Markdown too; its line ends stay.
 *
 * @returns a document that Jira takes, whatever the text: an empty one for an empty text
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function adfOfMarkdown(markdown: string) {
  return { type: 'doc', version: 1, content: blocksOf(markdown.split(/\r\n?|\n/), 0) }
}

function blocksOf(lines: Lines, level: number): readonly AdfNode[] {
  const blocks: AdfNode[] = []
  let index = 0
  while (index < lines.length) {
    const found = blockAt(lines, index, level)
    if (found) blocks.push(found.node)
    index = found?.next ?? index + 1
  }
  return blocks
}

function blockAt(lines: Lines, index: number, level: number): Found | undefined {
  const line = lines[index] ?? ''
  if (line.trim() === '') return undefined
  const single = singleBlock(line)
  if (single) return { node: single, next: index + 1 }
  const nested =
    level < MOST_LEVELS ? (quoteAt(lines, index, level) ?? listAt(lines, index, level)) : undefined
  return codeAt(lines, index) ?? nested ?? paragraphAt(lines, index)
}

function singleBlock(line: string): AdfNode | undefined {
  if (RULE.test(line)) return { type: 'rule' }
  const [, marks = '', words = ''] = HEADING.exec(line) ?? []
  if (marks === '') return undefined
  return { type: 'heading', attrs: { level: marks.length }, content: inlineNodes(words.trim()) }
}

function codeAt(lines: Lines, index: number): Found | undefined {
  const [, space = '', mark = '', language = ''] = FENCE.exec(lines[index] ?? '') ?? []
  if (mark === '') return undefined
  const isEnd = (line: string) => line.trim().startsWith(mark) && /^(?:`+|~+)$/.test(line.trim())
  const end = firstLine(lines, index + 1, isEnd)
  const code = lines.slice(index + 1, end).map((line) => dedented(line, widthOf(space)))
  const text = code.join('\n')
  const node: AdfNode = {
    type: 'codeBlock',
    ...(language !== '' && { attrs: { language } }),
    ...(text !== '' && { content: [{ type: 'text', text }] }),
  }
  return { node, next: end + 1 }
}

function quoteAt(lines: Lines, index: number, level: number): Found | undefined {
  const next = firstLine(lines, index, (line) => !QUOTE.test(line))
  if (next === index) return undefined
  const inner = lines.slice(index, next).map((line) => QUOTE.exec(line)?.[1] ?? '')
  return { node: { type: 'blockquote', content: withinBlock(blocksOf(inner, level + 1)) }, next }
}

interface Item {
  /** Where its mark begins, and where its words do. */
  readonly start: number
  readonly inside: number
  /** Undefined for a bullet. */
  readonly number: number | undefined
  readonly words: string
}

function itemOf(line: string): Item | undefined {
  const [match, space = '', mark = '', gap = ' ', words = ''] = ITEM.exec(line) ?? []
  if (match === undefined || RULE.test(line)) return undefined
  const start = widthOf(space)
  const number = /^\d/.test(mark) ? Number.parseInt(mark, 10) : undefined
  return { start, inside: start + mark.length + Math.min(widthOf(gap), TAB), number, words }
}

function listAt(lines: Lines, index: number, level: number): Found | undefined {
  const first = itemOf(lines[index] ?? '')
  if (first === undefined) return undefined
  const isOrdered = first.number !== undefined
  const items: AdfNode[] = []
  let next = index
  for (;;) {
    const item = itemOf(lines[next] ?? '')
    const belongs =
      item !== undefined && item.start < first.start + INDENT && (item.number !== undefined) === isOrdered
    if (!belongs) break
    const end = endOfItem(lines, next + 1, first.start + INDENT)
    const inner = lines.slice(next + 1, end).map((line) => dedented(line, item.inside))
    items.push({ type: 'listItem', content: withinBlock(blocksOf([item.words, ...inner], level + 1)) })
    next = afterBlanks(lines, end)
  }
  const attrs = isOrdered && first.number !== 1 ? { attrs: { order: first.number ?? 1 } } : {}
  return { node: { type: isOrdered ? 'orderedList' : 'bulletList', ...attrs, content: items }, next }
}

/** An item goes on while lines begin further in, over blank lines too. */
function endOfItem(lines: Lines, from: number, indent: number): number {
  let end = from
  while (end < lines.length) {
    const filled = afterBlanks(lines, end)
    const line = lines[filled]
    if (line === undefined || widthOf(/^[ \t]*/.exec(line)?.[0] ?? '') < indent) break
    end = filled + 1
  }
  return end
}

function afterBlanks(lines: Lines, from: number): number {
  return firstLine(lines, from, (line) => line.trim() !== '')
}

/** The first such line, or the end. */
function firstLine(lines: Lines, from: number, isWanted: (line: string) => boolean): number {
  let index = from
  while (index < lines.length && !isWanted(lines[index] ?? '')) index += 1
  return index
}

function paragraphAt(lines: Lines, index: number): Found {
  const next = firstLine(lines, index + 1, (line) => line.trim() === '' || interrupts(line))
  const words = lines.slice(index, next).map((line) => line.trim())
  return { node: { type: 'paragraph', content: inlineNodes(words.join('\n')) }, next }
}

function interrupts(line: string): boolean {
  return [RULE, HEADING, QUOTE, FENCE, INTERRUPTION].some((pattern) => pattern.test(line))
}

/** What an item or a quotation may hold: no headings, no rules, no quotations, and no list before any words. */
function withinBlock(blocks: readonly AdfNode[]): readonly AdfNode[] {
  const kept = blocks.flatMap((block): readonly AdfNode[] => {
    if (block.type === 'rule') return []
    if (block.type === 'blockquote') return block.content ?? []
    return [block.type === 'heading' ? { type: 'paragraph', content: block.content ?? [] } : block]
  })
  const startsWell = kept[0]?.type === 'paragraph' || kept[0]?.type === 'codeBlock'
  return startsWell ? kept : [{ type: 'paragraph', content: [] }, ...kept]
}

function widthOf(space: string): number {
  return Array.from(space).reduce((width, sign) => width + (sign === '\t' ? TAB : 1), 0)
}

/** Takes away up to so much of the space that a line begins with. */
function dedented(line: string, width: number): string {
  let taken = 0
  let index = 0
  while (taken < width && (line[index] === ' ' || line[index] === '\t')) {
    taken += line[index] === '\t' ? TAB : 1
    index += 1
  }
  return line.slice(index)
}
