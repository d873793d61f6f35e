import type { Sentence } from '../../preload/contract/sentence.ts'
import type { Connection } from '../../preload/contract/shapes.ts'
import { storedSentence, storeSentence } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import { atSite, type Site } from '../../registry/site.ts'
import type { Database } from '../platform/database.ts'

export interface ConnectionRow {
  readonly id: string
  readonly workspaceId: string
  readonly integrationId: string
  readonly authType: Connection['authType']
  readonly accountId: string
  readonly accountName: string
  /** Where the account lives; empty for most integrations. */
  readonly site: Site
  readonly status: Connection['status']
  readonly scopes: readonly string[]
  readonly connectedAt: number
  /** When the person signed in last. No two sign-ins of a connection have the same. */
  readonly signedInAt: number
  /** Why it no longer works; null while it does. */
  readonly problem: Sentence | null
  /** Whether calls that name no account mean this one. */
  readonly isDefault: boolean
}

type StoredRow = Omit<ConnectionRow, 'scopes' | 'site' | 'isDefault' | 'problem'> & {
  readonly problem: string | null
  readonly scopes: string
  readonly site: string
  readonly isDefault: number
}

const COLUMNS =
  'id, workspace_id AS workspaceId, integration_id AS integrationId, auth_type AS authType,' +
  ' account_id AS accountId, account_name AS accountName, site, status, scopes, connected_at AS connectedAt,' +
  ' signed_in_at AS signedInAt, problem, is_default AS isDefault'

/** Reads and writes of the `connections` table, and nothing more. */
export interface ConnectionRows {
  get(id: string): ConnectionRow | undefined
  list(workspaceId: string, integrationId?: string): ConnectionRow[]
  findAccount(workspaceId: string, integrationId: string, accountId: string): ConnectionRow | undefined
  save(row: ConnectionRow): void
  /** @param problem why it no longer works; left out for one that does */
  setStatus(id: string, status: ConnectionRow['status'], problem?: Sentence): void
  /** Makes one account the default of its integration, and no other. */
  setDefault(row: ConnectionRow): void
  /** Says of every account that it has to be signed in to again. @param problem why */
  expireAll(problem: Sentence): void
  delete(id: string): void
}

/** The bridge asks on every call, so the rows are kept in memory until one is written. */
export function createConnectionRows(database: Database): ConnectionRows {
  const select = database.prepare<[], StoredRow>(`SELECT ${COLUMNS} FROM connections ORDER BY connected_at`)
  const upsert = database.prepare(
    'INSERT INTO connections (id, workspace_id, integration_id, auth_type, account_id, account_name, site, status,' +
      ' problem, scopes, connected_at, signed_in_at, is_default) VALUES (@id, @workspaceId, @integrationId, @authType,' +
      ' @accountId, @accountName, @site, @status, @problem, @scopes, @connectedAt, @signedInAt, @isDefault)' +
      ' ON CONFLICT (id) DO UPDATE SET auth_type = excluded.auth_type, account_id = excluded.account_id,' +
      ' account_name = excluded.account_name, site = excluded.site, status = excluded.status,' +
      ' problem = excluded.problem, scopes = excluded.scopes, signed_in_at = excluded.signed_in_at',
  )
  const updateStatus = database.prepare('UPDATE connections SET status = ?, problem = ? WHERE id = ?')
  const updateDefault = database.prepare(
    'UPDATE connections SET is_default = (id = ?) WHERE workspace_id = ? AND integration_id = ?',
  )
  const expireAll = database.prepare("UPDATE connections SET status = 'expired', problem = ?")
  const remove = database.prepare('DELETE FROM connections WHERE id = ?')
  let known: readonly ConnectionRow[] | undefined
  const all = (): readonly ConnectionRow[] => (known ??= select.all().map(parseRow))
  // Forgotten, not changed: the transaction around a write may still be rolled back.
  const write = (statement: { run(...values: unknown[]): unknown }, ...values: unknown[]): void => {
    known = undefined
    statement.run(...values)
  }
  return {
    get: (id) => all().find((row) => row.id === id),
    list: (workspaceId, integrationId) =>
      all().filter(
        (row) =>
          row.workspaceId === workspaceId &&
          (integrationId === undefined || row.integrationId === integrationId),
      ),
    findAccount: (workspaceId, integrationId, accountId) =>
      all().find(
        (row) =>
          row.workspaceId === workspaceId &&
          row.integrationId === integrationId &&
          row.accountId === accountId,
      ),
    save: (row) =>
      write(upsert, {
        ...row,
        site: JSON.stringify(row.site),
        scopes: JSON.stringify(row.scopes),
        isDefault: Number(row.isDefault),
        problem: row.problem && storeSentence(row.problem),
      }),
    setStatus: (id, status, problem) =>
      write(updateStatus, status, problem === undefined ? null : storeSentence(problem), id),
    setDefault: ({ id, workspaceId, integrationId }) => write(updateDefault, id, workspaceId, integrationId),
    expireAll: (problem) => write(expireAll, storeSentence(problem)),
    delete: (id) => write(remove, id),
  }
}

const placed = new WeakMap<ConnectionRow, Integration>()

/** The integration as one account sees it. Asked on every call, so kept as long as the row is. */
export function integrationOf(integration: Integration, row: ConnectionRow): Integration {
  const known = placed.get(row)
  if (known !== undefined) return known
  const made = atSite(integration, row.authType, row.site)
  placed.set(row, made)
  return made
}

function parseRow(row: StoredRow): ConnectionRow {
  return {
    ...row,
    site: JSON.parse(row.site) as Site,
    scopes: JSON.parse(row.scopes) as string[],
    isDefault: row.isDefault === 1,
    problem: row.problem === null ? null : storedSentence(row.problem),
  }
}
