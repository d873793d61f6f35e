import type { EntryShape } from './client-facts.ts'

/** The name under which every client lists the bridge. */
export const ENTRY_NAME = 'gatehouse'

/** What an entry is made of. */
export interface EntryParts {
  /** The bridge's MCP address. */
  readonly url: string
  readonly token: string
  /** How the stdio program is started; for clients that only start programs. */
  readonly program?: {
    readonly command: string
    readonly args: readonly string[]
    readonly dataFolder: string
  }
}

export type Entry = Readonly<Record<string, unknown>>

type Shape = (parts: EntryParts) => Entry

const headers = ({ token }: EntryParts) => ({ Authorization: `Bearer ${token}` })

const SHAPES: Readonly<Record<EntryShape, Shape>> = {
  url: (parts) => ({ url: parts.url, headers: headers(parts) }),
  'typed-http': (parts) => ({ type: 'http', url: parts.url, headers: headers(parts) }),
  'server-url': (parts) => ({ serverUrl: parts.url, headers: headers(parts) }),
  'http-url': (parts) => ({ httpUrl: parts.url, headers: headers(parts) }),
  'toml-http': (parts) => ({ url: parts.url, http_headers: headers(parts) }),
  goose: (parts) => ({
    type: 'streamable_http',
    name: ENTRY_NAME,
    description: 'Your accounts, through Gatehouse',
    enabled: true,
    uri: parts.url,
    headers: headers(parts),
    envs: {},
    env_keys: [],
    timeout: 300,
  }),
  // Jan reads command and args whatever the type is.
  jan: (parts) => ({
    type: 'http',
    url: parts.url,
    headers: headers(parts),
    command: '',
    args: [],
    env: {},
    active: true,
  }),
  continue: (parts) => ({
    name: ENTRY_NAME,
    type: 'streamable-http',
    url: parts.url,
    requestOptions: { headers: headers(parts) },
  }),
  // In the environment, never in the arguments: every program of the computer can read those.
  stdio: ({ token, program }) => ({
    command: program?.command ?? '',
    args: program?.args ?? [],
    env: { GATEHOUSE_TOKEN: token, GATEHOUSE_DATA: program?.dataFolder ?? '' },
  }),
}

/** @returns the entry as the client wants it */
export function entryFor(shape: EntryShape, parts: EntryParts): Entry {
  return SHAPES[shape](parts)
}

/** @returns the token that an entry carries, wherever it keeps it; undefined when it has none of ours */
export function tokenIn(entry: unknown): string | undefined {
  return /gatehouse_[\w-]{20,}/.exec(JSON.stringify(entry) ?? '')?.[0]
}

/** @returns whether two entries are the same but for the token */
export function isSameButToken(one: unknown, other: unknown): boolean {
  const bare = (entry: unknown): string =>
    JSON.stringify(entry, sortKeys)?.replace(/gatehouse_[\w-]+/g, '') ?? ''
  return bare(one) === bare(other)
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
