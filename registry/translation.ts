import type { AuthMethod, Field } from './auth.ts'
import type { Integration, Tool } from './define.ts'
import type { Preview } from './preview.ts'

/** What a person reads of an integration, in another language. A model always reads the definition's English. */
export interface Translation {
  readonly description: string
  /** Labels, hints, reasons and short names of scopes, each by its English. */
  readonly words: Readonly<Record<string, string>>
  /** By the tool's name. */
  readonly tools: Readonly<Record<string, ToolTranslation>>
}

export interface ToolTranslation {
  readonly description: string
  /** What a question is asked with; a function where the English one says some of the arguments. */
  // Arguments have been checked against the tool's own schema.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly summary: string | ((args: Record<string, any>) => string)
  /** Where the picture of a call has words of ours as its place, title or reader: those in this language. */
  readonly previewWords?: (words: string) => string
}

/** Every text of an integration's accounts that a person reads, in the order of the definition. */
export function wordsOf({ auth, defaults = [] }: Integration): readonly string[] {
  const found = [...auth.flatMap(wordsOfMethod), ...defaults.map(({ label }) => label)]
  return [...new Set(found)]
}

function wordsOfMethod(method: AuthMethod): readonly string[] {
  const fields = method.fields.flatMap(wordsOfField)
  if (method.type !== 'oauth2') return [method.label, ...fields]
  const because = method.grantEnds === undefined ? [] : [method.grantEnds.because]
  return [...method.scopeNames.values(), ...fields, ...because]
}

const wordsOfField = ({ label, hint }: Field): readonly string[] =>
  hint === undefined ? [label] : [label, hint]

/**
 * The same integration as a person reads it: whatever the translation leaves out stays English.
 *
 * @returns one to show, not to run or to list: its handlers, schemas and names are those of the definition
 */
export function translated(
  integration: Integration,
  { description, words, tools }: Translation,
): Integration {
  const say = (english: string): string =>
    Object.hasOwn(words, english) ? (words[english] ?? english) : english
  return {
    ...integration,
    description,
    auth: integration.auth.map((method) => translatedMethod(method, say)),
    ...(integration.defaults && {
      defaults: integration.defaults.map((written) => ({ ...written, label: say(written.label) })),
    }),
    tools: integration.tools.map((tool) => translatedTool(tool, tools[tool.name])),
  }
}

function translatedMethod(method: AuthMethod, say: (english: string) => string): AuthMethod {
  const fields = method.fields.map((field) => ({
    ...field,
    label: say(field.label),
    ...(field.hint !== undefined && { hint: say(field.hint) }),
  }))
  if (method.type !== 'oauth2') return { ...method, fields, label: say(method.label) }
  const { grantEnds } = method
  return {
    ...method,
    fields,
    scopeNames: new Map([...method.scopeNames].map(([scope, name]) => [scope, say(name)])),
    ...(grantEnds && { grantEnds: { ...grantEnds, because: say(grantEnds.because) } }),
  }
}

function translatedTool(tool: Tool, translation: ToolTranslation | undefined): Tool {
  if (translation === undefined) return tool
  const { description, summary, previewWords: say } = translation
  const summarize = typeof summary === 'string' ? () => summary : summary
  // Schemas are built on first use: a copy by spreading would build them all now.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it lacks, it has from its prototype
  return Object.assign(Object.create(tool) as Tool, {
    description,
    summarize,
    ...(say && { preview: (args: Record<string, unknown>) => previewIn(say, tool.preview(args)) }),
  })
}

function previewIn(say: (words: string) => string, preview: Preview | undefined): Preview | undefined {
  if (preview?.kind === 'message') return { ...preview, place: say(preview.place) }
  if (preview?.kind === 'document' && preview.title !== undefined)
    return { ...preview, title: say(preview.title) }
  if (preview?.kind === 'mail' && preview.to !== undefined) return { ...preview, to: preview.to.map(say) }
  return preview
}
