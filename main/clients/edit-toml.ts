import { parse, patch } from '@decimalturn/toml-patch'
import { entryIn, isTable, type Container, type Data, type FormatEditor } from './config-target.ts'
import { ENTRY_NAME, type Entry } from './entry-shapes.ts'
import { unreadable } from './refusal.ts'
import { lineBreakOf, withLastBreak } from './text-edits.ts'

/** TOML 1.0. */
export const tomlEditor: FormatEditor = {
  parse: parseToml,
  put(text, container, entry) {
    const bare =
      entryIn(parseToml(text), container) === undefined ? text : tomlEditor.drop(text, container, false)
    const appended = appendTable(bare, container, entry)
    // A container written inside one line takes no table of its own.
    return canParse(appended) ? appended : patch(bare, withEntry(parseToml(bare), container, entry))
  },
  drop(text, container, withContainer) {
    const wanted = withoutEntry(parseToml(text), container, withContainer)
    const done = removeTables(text, container)
    const isGone = canParse(done) && entryIn(parseToml(done), container) === undefined
    return isGone ? done : patch(text, wanted)
  },
}

function parseToml(text: string): Data {
  try {
    const data: unknown = parse(text)
    return isTable(data) ? data : {}
  } catch (error) {
    const { line = 1, column = 0 } = error as { readonly line?: number; readonly column?: number }
    throw unreadable('TOML', line, column + 1)
  }
}

function canParse(text: string): boolean {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}

function appendTable(text: string, { key }: Container, entry: Entry): string {
  const line = lineBreakOf(text)
  const rows = Object.entries(entry).map(([name, value]) => `${name} = ${inline(value)}${line}`)
  const gap = text.trim() === '' ? '' : line
  return `${withLastBreak(text)}${gap}[${key}.${ENTRY_NAME}]${line}${rows.join('')}`
}

/** What our entries are made of, on one line. A JSON string is a TOML basic string. */
function inline(value: unknown): string {
  if (!isTable(value)) return JSON.stringify(value)
  const pairs = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)} = ${inline(inner)}`)
  return `{ ${pairs.join(', ')} }`
}

/** Takes out our table, and tables inside it, line by line; comments and what follows stay. */
function removeTables(text: string, { key }: Container): string {
  const ours = new RegExp(`^[ \\t]*\\[[ \\t]*${key}[ \\t]*\\.[ \\t]*"?${ENTRY_NAME}"?[ \\t]*[.\\]]`)
  let isInside = false
  const kept: string[] = []
  for (const line of text.split(/(?<=\n)/)) {
    if (/^[ \t]*\[/.test(line)) {
      isInside = ours.test(line)
      // The empty line that was put before it.
      if (isInside && kept.at(-1)?.trim() === '') kept.pop()
    }
    if (!isInside || /^[ \t]*#/.test(line) || line.trim() === '') kept.push(line)
  }
  return kept.join('')
}

function withEntry(data: Data, { key }: Container, entry: Entry): Data {
  const held = data[key]
  return { ...data, [key]: { ...(isTable(held) ? held : {}), [ENTRY_NAME]: entry } }
}

function withoutEntry(data: Data, { key }: Container, withContainer: boolean): Data {
  const { [key]: held, ...rest } = data
  if (!isTable(held)) return data
  const left = Object.fromEntries(Object.entries(held).filter(([name]) => name !== ENTRY_NAME))
  return withContainer && Object.keys(left).length === 0 ? rest : { ...data, [key]: left }
}
