import { HubError } from '../../preload/contract/errors.ts'
import type { ClientFacts, ConfigFormat } from './client-facts.ts'
import { checkDrop, checkPut, entryIn, notPossible, type FormatEditor } from './config-target.ts'
import { jsonEditor } from './edit-json.ts'
import { tomlEditor } from './edit-toml.ts'
import { yamlEditor } from './edit-yaml.ts'
import type { Entry } from './entry-shapes.ts'

const EDITORS: Readonly<Record<ConfigFormat, FormatEditor>> = {
  json: jsonEditor,
  toml: tomlEditor,
  yaml: yamlEditor,
}

const BOM = '\uFEFF'

type Target = Pick<ClientFacts, 'format' | 'container' | 'preamble'>

/** What a configuration says of us. */
export interface ConfigReading {
  /** The entry under our name, whoever wrote it. */
  readonly entry: unknown
  /** Whether the place for entries is there, even if it is empty. */
  readonly hasContainer: boolean
}

/** @throws HubError when it is not of its format, with line and column */
export function readConfig(text: string, { format, container }: Target): ConfigReading {
  const data = EDITORS[format].parse(bare(text))
  return { entry: entryIn(data, container), hasContainer: Object.hasOwn(data, container.key) }
}

/**
 * Writes the entry into the text. Everything else stays as it is, byte for byte: comments, order, indentation, line
 * breaks.
 *
 * @throws HubError when the text is not of its format, or cannot be changed without changing something else
 */
export function putEntry(text: string, { format, container, preamble }: Target, entry: Entry): string {
  const editor = EDITORS[format]
  const before = bare(text).trim() === '' && preamble !== undefined ? preamble : bare(text)
  const data = editor.parse(before)
  entryIn(data, container)
  const after = orRefuse(() => editor.put(before, container, entry))
  checkPut(data, editor.parse(after), container, entry)
  return mark(text) + after
}

/** Takes the entry out again. @param withContainer removes its place too, if nothing else is in it */
export function dropEntry(text: string, { format, container }: Target, withContainer: boolean): string {
  const editor = EDITORS[format]
  const data = editor.parse(bare(text))
  if (entryIn(data, container) === undefined) return text
  const after = orRefuse(() => editor.drop(bare(text), container, withContainer))
  checkDrop(data, editor.parse(after), container)
  return mark(text) + after
}

/** A library that gives up on a text is no reason to fail: the file is left as it is, and the person hears why. */
function orRefuse(work: () => string): string {
  try {
    return work()
  } catch (error) {
    throw error instanceof HubError ? error : notPossible()
  }
}

const mark = (text: string): string => (text.startsWith(BOM) ? BOM : '')
const bare = (text: string): string => (text.startsWith(BOM) ? text.slice(1) : text)
