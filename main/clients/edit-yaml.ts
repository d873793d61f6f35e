import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  parseAllDocuments,
  stringify,
  type Document,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { sentences } from '../../preload/messages/sentences.ts'
import { isOurs, isTable, type Container, type Data, type FormatEditor } from './config-target.ts'
import { ENTRY_NAME, type Entry } from './entry-shapes.ts'
import { positionAt, refusal, unreadable } from './refusal.ts'
import { applyTextEdits, lineBreakOf, lineEnd, lineStart, withLastBreak } from './text-edits.ts'

const STEP = 2

/** YAML 1.2, one document. Changed as text at the place the parser names: writing it anew would move everything. */
export const yamlEditor: FormatEditor = {
  parse: (text) => dataOf(documentOf(text)),
  put(text, container, entry) {
    const data = yamlEditor.parse(text)
    const held = data[container.key]
    const isThere = Array.isArray(held) ? held.some(isOurs) : isTable(held) && Object.hasOwn(held, ENTRY_NAME)
    return insert(isThere ? yamlEditor.drop(text, container, false) : text, container, entry)
  },
  drop(text, container, withContainer) {
    const root = documentOf(text).contents
    const pair = isMap(root) ? pairOf(root, container.key) : undefined
    if (pair === undefined || !isMap(root)) return text
    const held = pair.value
    const done = dropItem(text, held, container)
    const isLast = isCollection(held) && held.items.length === 1
    if (!isLast) return done
    return withContainer ? dropKey(done, container.key) : done
  },
}

type Parsed = Document.Parsed

function documentOf(text: string): Parsed {
  // Its warnings would quote the file, secrets and all, in the program's output.
  const documents = parseAllDocuments(text, { logLevel: 'error' })
  if (!Array.isArray(documents)) return emptyDocument()
  const [document, second] = documents
  if (document === undefined) return emptyDocument()
  if (second !== undefined) throw refusal(sentences.clients.content.severalDocuments)
  const [error] = document.errors
  if (error !== undefined) {
    const { line, column } = positionAt(text, error.pos[0])
    throw unreadable('YAML', line, column)
  }
  const { contents } = document
  const isNothing = contents === null || (isScalar(contents) && contents.value === null)
  if (!isNothing && !isMap(contents)) {
    throw refusal(sentences.clients.content.noTable)
  }
  return document
}

function emptyDocument(): Parsed {
  const [document] = parseAllDocuments('null') as Parsed[]
  if (document === undefined) throw refusal(sentences.clients.content.unreadable)
  return document
}

function dataOf(document: Parsed): Data {
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 })
    return isTable(data) ? data : {}
  } catch {
    throw refusal(sentences.clients.content.circular)
  }
}

function insert(text: string, container: Container, entry: Entry): string {
  const root = documentOf(text).contents
  const pair = isMap(root) ? pairOf(root, container.key) : undefined
  if (!isMap(root) || pair === undefined) return appendKey(text, root, container, entry)
  const held = pair.value
  if (isAlias(held)) {
    throw refusal(sentences.clients.content.alias(container.key))
  }
  if (isCollection(held) && held.flow === true) return insertFlow(text, held, container, entry)
  if (isCollection(held) && held.items.length > 0) return insertBlock(text, held, container, entry)
  return insertBelowKey(text, pair, container, entry)
}

/** The whole container, behind everything. */
function appendKey(text: string, root: ParsedNode | null, container: Container, entry: Entry): string {
  if (isMap(root) && root.flow === true) return insertRootFlow(text, root, container, entry)
  const indent = isMap(root) ? columnOf(text, startOf(root.items[0]?.key)) : 0
  const line = lineBreakOf(text)
  const item = container.kind === 'list' ? [entry] : { [ENTRY_NAME]: entry }
  return withLastBreak(text) + block({ [container.key]: item }, indent, line)
}

function insertRootFlow(text: string, root: YAMLMap, container: Container, entry: Entry): string {
  const item = container.kind === 'list' ? [entry] : { [ENTRY_NAME]: entry }
  const at = startOf(root) + 1
  const comma = root.items.length > 0 ? ', ' : ''
  return splice(text, at, `${JSON.stringify(container.key)}: ${JSON.stringify(item)}${comma}`)
}

function insertFlow(text: string, held: YAMLMap | YAMLSeq, { kind }: Container, entry: Entry): string {
  const item = JSON.stringify(entry)
  const comma = held.items.length > 0 ? ', ' : ''
  return splice(
    text,
    startOf(held) + 1,
    `${kind === 'list' ? item : `${JSON.stringify(ENTRY_NAME)}: ${item}`}${comma}`,
  )
}

function insertBlock(text: string, held: YAMLMap | YAMLSeq, { kind }: Container, entry: Entry): string {
  const first = isMap(held) ? startOf(held.items[0]?.key) : dashBefore(text, startOf(held.items[0]))
  const lines = block(
    kind === 'list' ? [entry] : { [ENTRY_NAME]: entry },
    columnOf(text, first),
    lineBreakOf(text),
  )
  return insertLines(text, endOf(held), lines)
}

/** Below a key that has nothing, or `null`, for a value. */
function insertBelowKey(
  text: string,
  pair: ReturnType<typeof pairOf> & object,
  { kind }: Container,
  entry: Entry,
) {
  const key = startOf(pair.key)
  const lines = block(
    kind === 'list' ? [entry] : { [ENTRY_NAME]: entry },
    columnOf(text, key) + STEP,
    lineBreakOf(text),
  )
  const [from, to] = rangeOf(pair.value)
  const bare = to > from ? applyTextEdits(text, [{ from, to, text: '' }]) : text
  return insertLines(bare, lineEnd(bare, key), lines)
}

function insertLines(text: string, offset: number, lines: string): string {
  // The end of a block scalar is behind its last line break.
  const at = text[offset - 1] === '\n' ? offset : lineEnd(text, offset)
  if (at === text.length) return withLastBreak(text) + lines
  if (text[offset - 1] === '\n') return splice(text, at, lines)
  return splice(text, text.indexOf('\n', at) + 1, lines)
}

function dropItem(text: string, held: unknown, { kind }: Container): string {
  if (!isCollection(held)) return text
  const index = held.items.findIndex((item) =>
    kind === 'list'
      ? isMap(item) && item.get('name') === ENTRY_NAME
      : isPair(item) && isScalar(item.key) && item.key.value === ENTRY_NAME,
  )
  const item = held.items[index]
  if (item === undefined) return text
  const from = isPair(item) ? startOf(item.key) : startOf(item)
  if (held.flow === true) return dropFlow(text, from, endOf(item))
  return dropLines(text, kind === 'list' ? dashBefore(text, from) : from, endOf(item))
}

function dropKey(text: string, key: string): string {
  const root = documentOf(text).contents
  const pair = isMap(root) ? pairOf(root, key) : undefined
  if (pair === undefined || !isMap(root)) return text
  if (root.flow === true) return dropFlow(text, startOf(pair.key), endOf(pair))
  return dropLines(text, startOf(pair.key), endOf(pair))
}

function dropFlow(text: string, from: number, to: number): string {
  const behind = /^\s*,[ ]?/.exec(text.slice(to))?.[0].length ?? 0
  const before = behind === 0 ? (/,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0) : 0
  return applyTextEdits(text, [{ from: from - before, to: to + behind, text: '' }])
}

function dropLines(text: string, from: number, to: number): string {
  const end = text[to - 1] === '\n' ? to : Math.min(text.length, lineEnd(text, to) + lineBreakAt(text, to))
  return applyTextEdits(text, [{ from: lineStart(text, from), to: end, text: '' }])
}

function lineBreakAt(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  return text.startsWith('\r\n', end) ? 2 : 1
}

function block(value: unknown, indent: number, line: string): string {
  const text = stringify(value, { lineWidth: 0, indent: STEP, aliasDuplicateObjects: false })
  return text.replace(/^(?=.)/gm, ' '.repeat(indent)).replaceAll('\n', line)
}

function splice(text: string, at: number, added: string): string {
  return applyTextEdits(text, [{ from: at, to: at, text: added }])
}

function pairOf(map: YAMLMap, key: string) {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key)
}

/** Where the dash of an item is that begins at the offset. */
function dashBefore(text: string, offset: number): number {
  return text.lastIndexOf('-', offset - 1)
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

function startOf(node: unknown): number {
  return rangeOf(node)[0]
}

/** Where the last thing inside ends, comments behind it left out. */
function endOf(node: unknown): number {
  if (isPair(node))
    return node.value === null ? rangeOf(node.key)[1] : Math.max(endOf(node.value), rangeOf(node.key)[1])
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1))
  return rangeOf(node)[1]
}

function rangeOf(node: unknown): readonly [from: number, to: number] {
  const range =
    typeof node === 'object' && node !== null ? (Reflect.get(node, 'range') as unknown) : undefined
  const [from, to] = Array.isArray(range) ? (range as readonly number[]) : []
  if (from === undefined || to === undefined) throw refusal(sentences.clients.content.unsafe)
  return [from, to]
}
