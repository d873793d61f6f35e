import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { isTable, type FormatEditor } from './config-target.ts'
import { ENTRY_NAME, type Entry } from './entry-shapes.ts'
import { positionAt, refusal, unreadable } from './refusal.ts'
import {
  applyTextEdits,
  indentAt,
  lineBreakOf,
  lineStart,
  removeRange,
  withLastBreak,
  type TextEdit,
} from './text-edits.ts'

/** `SyntaxKind` of jsonc-parser, whose ambient enum cannot be imported as a value. */
const KIND = { closeBrace: 2, comma: 5, lineBreak: 14, trivia: 15, end: 17 } as const

const LENIENT = { allowTrailingComma: true, allowEmptyContent: true }

/** JSON, with or without comments and trailing commas. */
export const jsonEditor: FormatEditor = {
  parse(text) {
    const root = rootOf(text)
    if (root === undefined) return {}
    const value: unknown = getNodeValue(root)
    return isTable(value) ? value : {}
  },
  put(text, { key }, entry) {
    const root = rootOf(text)
    if (root === undefined) return withLastBreak(text) + pretty({ [key]: { [ENTRY_NAME]: entry } }, text)
    const container = findNodeAtLocation(root, [key])
    if (container === undefined) return insert(text, root, root, key, { [ENTRY_NAME]: entry })
    const old = findNodeAtLocation(root, [key, ENTRY_NAME])
    return old === undefined
      ? insert(text, root, container, ENTRY_NAME, entry)
      : replace(text, root, old, entry)
  },
  drop(text, container, withContainer) {
    const done = dropProperty(text, [container.key, ENTRY_NAME])
    const left = findNodeAtLocation(rootOf(done) ?? EMPTY, [container.key])
    const isEmpty = left?.children?.length === 0 && !hasComment(done, left)
    return withContainer && isEmpty ? dropProperty(done, [container.key]) : done
  },
}

const EMPTY: Node = { type: 'object', offset: 0, length: 0, children: [] }

/** @returns undefined for a text without a value. @throws HubError with line and column */
function rootOf(text: string): Node | undefined {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, LENIENT)
  const [error] = errors
  if (error !== undefined) {
    const { line, column } = positionAt(text, error.offset)
    throw unreadable(faultOf(printParseErrorCode(error.error)), line, column)
  }
  if (root !== undefined && root.type !== 'object') {
    throw refusal(sentences.clients.content.noObject)
  }
  if (root !== undefined) refuseDoubles(text, root)
  return root
}

/** @param code as the parser prints it, `CommaExpected` */
function faultOf(code: string): Sentence | string {
  const faults: Readonly<Record<string, Sentence>> = sentences.clients.json
  return faults[code] ?? 'JSON'
}

/** Programs differ in which one of two they take. */
function refuseDoubles(text: string, table: Node): void {
  const seen = new Set<unknown>()
  for (const property of table.children ?? []) {
    const [name, value] = property.children ?? []
    if (seen.has(name?.value)) {
      const { line } = positionAt(text, property.offset)
      throw refusal(sentences.clients.content.twice(String(name?.value), line))
    }
    seen.add(name?.value)
    if (value?.type === 'object') refuseDoubles(text, value)
  }
}

function insert(text: string, root: Node, table: Node, key: string, value: unknown): string {
  const last = table.children?.at(-1)
  const oneLine = isOneLine(text, root)
  if (last === undefined) return insertFirst(text, root, table, key, value)
  const { at, hasComma, endsLine } = afterProperty(text, last)
  const isOwnLine = !oneLine && text.slice(lineStart(text, last.offset), last.offset).trim() === ''
  const indent = isOwnLine ? indentAt(text, last.offset) : ''
  const property = `${JSON.stringify(key)}:${oneLine ? '' : ' '}${render(value, text, root, indent, !isOwnLine)}`
  const lead = isOwnLine ? lineBreakOf(text) + indent : oneLine ? '' : ' '
  const edits: TextEdit[] = [
    { from: at, to: at, text: `${lead}${property}${hasComma && endsLine ? ',' : ''}` },
  ]
  const end = last.offset + last.length
  if (hasComma) return applyTextEdits(text, edits)
  if (at === end) return applyTextEdits(text, [{ from: at, to: at, text: `,${lead}${property}` }])
  return applyTextEdits(text, [...edits, { from: end, to: end, text: ',' }])
}

function insertFirst(text: string, root: Node, table: Node, key: string, value: unknown): string {
  const line = lineBreakOf(text)
  const outer = indentAt(text, firstOnLine(text, table.offset))
  const inner = outer + unitOf(text, root)
  const inside = text.slice(table.offset + 1, table.offset + table.length - 1)
  const start = table.offset + 1
  const property = `${line}${inner}${JSON.stringify(key)}: ${render(value, text, root, inner, false)}`
  // A comment on the line of the brace stays there.
  const comment = /^[^\n]*?\/\/[^\r\n]*/.exec(inside)?.[0].length ?? 0
  const close = inside.slice(comment).includes('\n') ? '' : line + outer
  return applyTextEdits(text, [{ from: start + comment, to: start + comment, text: property + close }])
}

function replace(text: string, root: Node, old: Node, entry: Entry): string {
  const indent = indentAt(text, firstOnLine(text, old.offset))
  const value = render(entry, text, root, indent, isOneLine(text, root))
  return applyTextEdits(text, [{ from: old.offset, to: old.offset + old.length, text: value }])
}

/** Where the next property goes: behind the comma and the comments on the line of this one. */
function afterProperty(text: string, property: Node) {
  const end = property.offset + property.length
  const scanner = createScanner(text, false)
  scanner.setPosition(end)
  let hasComma = false
  let at = end
  for (;;) {
    const kind: number = scanner.scan()
    if (kind === KIND.comma) hasComma = true
    if (kind === KIND.lineBreak) return { at: scanner.getTokenOffset(), hasComma, endsLine: true }
    if (kind === KIND.closeBrace || kind === KIND.end) {
      return { at, hasComma, endsLine: hasComma }
    }
    if (kind !== KIND.trivia) at = scanner.getTokenOffset() + scanner.getTokenLength()
  }
}

function dropProperty(text: string, path: readonly string[]): string {
  const property = findNodeAtLocation(rootOf(text) ?? EMPTY, [...path])?.parent
  const siblings = property?.parent?.children
  if (property === undefined || siblings === undefined) return text
  const end = property.offset + property.length
  const comma = commaAfter(text, end)
  const edits = [removeRange(text, property.offset, comma ?? end)]
  const before = siblings[siblings.indexOf(property) - 1]
  if (comma === undefined && before !== undefined) {
    const extra = commaAfter(text, before.offset + before.length)
    if (extra !== undefined) edits.push({ from: extra - 1, to: extra, text: '' })
  }
  return applyTextEdits(text, edits)
}

/** @returns the offset behind the comma that follows, if one does */
function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true)
  scanner.setPosition(offset)
  const kind: number = scanner.scan()
  return kind === KIND.comma ? scanner.getPosition() : undefined
}

function hasComment(text: string, node: Node): boolean {
  return text.slice(node.offset + 1, node.offset + node.length - 1).trim() !== ''
}

function isOneLine(text: string, root: Node): boolean {
  return (
    (root.children?.length ?? 0) > 0 && !text.slice(root.offset, root.offset + root.length).includes('\n')
  )
}

/** @returns the first offset of the line that is no white space */
function firstOnLine(text: string, offset: number): number {
  const start = lineStart(text, offset)
  return start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0)
}

/** One step of the file's own indentation. */
function unitOf(text: string, root: Node): string {
  const first = root.children?.[0]
  const indent = first === undefined ? '' : indentAt(text, first.offset)
  return indent === '' ? '  ' : indent
}

function render(value: unknown, text: string, root: Node, indent: string, compact: boolean): string {
  if (compact) return JSON.stringify(value)
  return JSON.stringify(value, null, unitOf(text, root)).replaceAll('\n', lineBreakOf(text) + indent)
}

function pretty(value: unknown, text: string): string {
  return `${JSON.stringify(value, null, 2)}\n`.replaceAll('\n', lineBreakOf(text))
}
