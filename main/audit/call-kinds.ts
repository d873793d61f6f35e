import type { ActivityFilter } from '../../preload/contract/activity.ts'
import type { Database } from '../platform/database.ts'
import type { AuditLine } from './audit-log.ts'

/** What calls have in common; few against the number of calls, so every filter begins here. */
const KIND_COLUMNS = {
  workspaceId: 'workspace_id',
  appId: 'app_id',
  integrationId: 'integration_id',
  tool: 'tool',
  accountName: 'account_name',
  outcome: 'outcome',
} as const satisfies Partial<Record<keyof AuditLine, string>>

type KindField = keyof typeof KIND_COLUMNS

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

/** @returns the ids of every kind that the filter lets through, whatever its text and dates */
export function matchingKinds(
  database: Database,
  workspaceId: string,
  filter: ActivityFilter,
): readonly number[] {
  const wanted: Partial<Record<KindField, string | undefined>> = { ...pickKind(filter), workspaceId }
  const given = KIND_FIELDS.filter((field) => wanted[field] !== undefined)
  return database
    .prepare<unknown[], number>(
      `SELECT id FROM call_kinds WHERE ${given.map((field) => `${KIND_COLUMNS[field]} = ?`).join(' AND ')}`,
    )
    .pluck()
    .all(...given.map((field) => wanted[field]))
}

function pickKind(filter: ActivityFilter): Partial<Record<KindField, string | undefined>> {
  const { appId, integrationId, tool, accountName, outcome } = filter
  return { appId, integrationId, tool, accountName, outcome }
}
