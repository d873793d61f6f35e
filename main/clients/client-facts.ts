import type { Sentence } from '../../preload/contract/sentence.ts'

/** Systems whose paths are known. */
export type SystemName = 'linux' | 'darwin' | 'win32'

/**
 * A file of the client. `path` begins with a base in braces: `{home}`, `{xdg}`, `{xdgData}`, `{support}`, `{appData}`,
 * `{localAppData}`, `{pointed}`, or `{env:NAME}`, which wins where the variable is set. One part may have a `*`.
 */
export interface Place {
  readonly path: string
  /** Where the client itself notes its folder: `{pointed}` is what the file, or this key of it, says. */
  readonly pointedBy?: { readonly file: string; readonly key?: string }
  /** Where the same client wants another entry in this file. */
  readonly shape?: EntryShape
}

export type ConfigFormat = 'json' | 'toml' | 'yaml'

/** How an entry looks; see `entry-shapes.ts`. */
export const ENTRY_SHAPES = [
  'url',
  'typed-http',
  'server-url',
  'http-url',
  'toml-http',
  'goose',
  'jan',
  'continue',
  'stdio',
] as const
export type EntryShape = (typeof ENTRY_SHAPES)[number]

/** All that is known of one AI program: facts only. */
export interface ClientFacts {
  readonly id: string
  readonly name: string
  readonly format: ConfigFormat
  /** Where the entries lie in the file: keys of a table, or with `list` a list of tables with a `name`. */
  readonly container: { readonly key: string; readonly kind: 'table' | 'list' }
  readonly shape: EntryShape
  /** The best first; the last one is where the client puts its file when there is none. */
  readonly places: Readonly<Record<SystemName, readonly Place[]>>
  /** Files and folders that only an installed client leaves behind. */
  readonly traces: Readonly<Record<SystemName, readonly string[]>>
  /** Its programs, as they are called in PATH. */
  readonly programs: readonly string[]
  /** What makes it read its file again. */
  readonly restart: Sentence
  /** A file beside it which the client would no longer read once this one exists. */
  readonly shadows?: string
  /** What a file of this client must begin with. */
  readonly preamble?: string
}
