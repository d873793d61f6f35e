import type { ActivityFilter } from '../../preload/contract/activity.ts'
import type { Database } from '../platform/database.ts'
import type { AuditLine } from './audit-log.ts'
import { filterWord } from './search-text.ts'

/** What calls have in common; few against the number of calls, so every filter begins here. */
const KIND_COLUMNS = {
  workspaceId: 'workspace_id',
  appId: 'app_id',
  integrationId: 'integration_id',
  tool: 'tool',
  accountName: 'account_name',
  outcome: 'outcome',
} as const satisfies Partial<Record<keyof AuditLine, string>>

export type KindField = keyof typeof KIND_COLUMNS

const KIND_FIELDS = Object.keys(KIND_COLUMNS) as KindField[]

type KindLine = Pick<AuditLine, KindField | 'appName'>

/** Finds the id of a line's kind, and makes one for what is new. Remembers them: a log has few. */
export function createKindIds(database: Database): { idOf(line: KindLine): number; forget(): void } {
  const columns = Object.values(KIND_COLUMNS)
  const find = database.prepare<unknown[], { id: number; app_name: string }>(
    `SELECT id, app_name FROM call_kinds WHERE ${columns.map((name) => `${name} = ?`).join(' AND ')}`,
  )
  const insert = database.prepare(
    `INSERT INTO call_kinds (${columns.join(', ')}, app_name) VALUES (${columns.map(() => '?').join(', ')}, ?)`,
  )
  const rename = database.prepare('UPDATE call_kinds SET app_name = ? WHERE id = ?')
  const known = new Map<string, { readonly id: number; readonly name: string }>()

  const look = (values: readonly string[], name: string): number => {
    const found = find.get(...values)
    if (found === undefined) return Number(insert.run(...values, name).lastInsertRowid)
    if (found.app_name !== name) rename.run(name, found.id)
    return found.id
  }
  return {
    idOf(line) {
      const values = KIND_FIELDS.map((field) => line[field])
      const key = JSON.stringify(values)
      const kind = known.get(key)
      if (kind?.name === line.appName) return kind.id
      const id = look(values, line.appName)
      known.set(key, { id, name: line.appName })
      return id
    },
    forget: () => known.clear(),
  }
}

/** @returns gives the words that stand for a line's kind and for what it can be filtered by. Remembers them. */
export function createFilterWords(): (kind: number, line: Pick<AuditLine, KindField>) => string {
  const known = new Map<string, string>()
  const wordOf = (field: KindField | 'kind', value: string): string => {
    const key = `${field} ${value}`
    const word = known.get(key) ?? filterWord(field, value)
    known.set(key, word)
    return word
  }
  return (kind, line) =>
    [wordOf('kind', String(kind)), ...KIND_FIELDS.map((field) => wordOf(field, line[field]))].join(' ')
}

/** Which kinds a filter lets through. */
export interface KindMatch {
  /** Ids of the kinds, whatever the filter's text and dates. */
  readonly kinds: readonly number[]
  /** Whether that is all kinds there are. */
  readonly anyKind: boolean
  /** Lists of words: such calls have one of each list, and no others do. */
  readonly filterWords: readonly (readonly string[])[]
}

/** Up to so many lists of the index are read side by side faster than several long ones are compared. */
const FEW_KINDS = 32

/** @returns looks up the kinds that a filter lets through in a workspace */
export function createKindMatcher(
  database: Database,
): (workspaceId: string, filter: ActivityFilter) => KindMatch {
  const prepare = (where: string) =>
    database.prepare<unknown[], number>(`SELECT id FROM call_kinds WHERE TRUE${where}`).pluck()
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const idsOf = (wanted: Wanted): readonly number[] => {
    const where = wanted.map(([field]) => ` AND ${KIND_COLUMNS[field]} = ?`).join('')
    const select = statements.get(where) ?? prepare(where)
    statements.set(where, select)
    return select.all(...wanted.map(([, value]) => value))
  }
  return (workspaceId, filter) => {
    const wanted = wantedOf(workspaceId, filter)
    const kinds = idsOf(wanted)
    // One that keeps nothing out beside the others would only be looked at in vain.
    const needed = wanted.reduce<Wanted>((left, part) => {
      const others = left.filter((other) => other !== part)
      return idsOf(others).length === kinds.length ? others : left
    }, wanted)
    return { kinds, anyKind: needed.length === 0, filterWords: wordsFor(needed, kinds) }
  }
}

type Wanted = readonly (readonly [field: KindField, value: string])[]

function wordsFor(needed: Wanted, kinds: readonly number[]): readonly (readonly string[])[] {
  if (needed.length > 1 && kinds.length <= FEW_KINDS) {
    return [kinds.map((kind) => filterWord('kind', String(kind)))]
  }
  return needed.map(([field, value]) => [filterWord(field, value)])
}

const FIELDS_BY_BREADTH = [
  'workspaceId',
  'integrationId',
  'accountName',
  'appId',
  'outcome',
  'tool',
] as const satisfies readonly KindField[]

/** Those first that are the most likely to follow from others. */
function wantedOf(workspaceId: string, filter: ActivityFilter): Wanted {
  const given = { ...filter, workspaceId }
  return FIELDS_BY_BREADTH.flatMap((field) => {
    const value = given[field]
    return value === undefined ? [] : [[field, value] as const]
  })
}
