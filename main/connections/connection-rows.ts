import type { Connection } from '../../preload/contract/shapes.ts'
import type { DefaultArgument, Integration } from '../../registry/define.ts'
import { atSite, type Site } from '../../registry/site.ts'
import type { Database } from '../platform/database.ts'
import type { PickedArgument } from './default-arguments.ts'

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
}

type StoredRow = Omit<ConnectionRow, 'scopes' | 'site'> & { readonly scopes: string; readonly site: string }

const COLUMNS =
  'id, workspace_id AS workspaceId, integration_id AS integrationId, auth_type AS authType,' +
  ' account_id AS accountId, account_name AS accountName, site, status, scopes, connected_at AS connectedAt'

/** Reads and writes of the `connections` table, and nothing more. */
export interface ConnectionRows {
  get(id: string): ConnectionRow | undefined
  list(workspaceId: string, integrationId?: string): ConnectionRow[]
  findAccount(workspaceId: string, integrationId: string, accountId: string): ConnectionRow | undefined
  save(row: ConnectionRow): void
  setStatus(id: string, status: ConnectionRow['status']): void
  delete(id: string): void
}

/** The bridge asks on every call, so the rows are kept in memory until one is written. */
export function createConnectionRows(database: Database): ConnectionRows {
  const select = database.prepare<[], StoredRow>(`SELECT ${COLUMNS} FROM connections ORDER BY connected_at`)
  const upsert = database.prepare(
    'INSERT INTO connections (id, workspace_id, integration_id, auth_type, account_id, account_name, site,' +
      ' status, scopes, connected_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET' +
      ' auth_type = excluded.auth_type, account_id = excluded.account_id, account_name = excluded.account_name,' +
      ' site = excluded.site, status = excluded.status, scopes = excluded.scopes',
  )
  const updateStatus = database.prepare('UPDATE connections SET status = ? WHERE id = ?')
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
      write(
        upsert,
        row.id,
        row.workspaceId,
        row.integrationId,
        row.authType,
        row.accountId,
        row.accountName,
        JSON.stringify(row.site),
        row.status,
        JSON.stringify(row.scopes),
        row.connectedAt,
      ),
    setStatus: (id, status) => write(updateStatus, status, id),
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

/**
 * What the window may know of a connection.
 *
 * @param facts which arguments the integration lets a person set
 * @param picked what they have set
 */
export function connectionForWindow(
  row: ConnectionRow,
  facts: readonly DefaultArgument[],
  picked: ReadonlyMap<string, PickedArgument>,
): Connection {
  return {
    id: row.id,
    integrationId: row.integrationId,
    accountName: row.accountName,
    authType: row.authType,
    site: { ...row.site },
    status: row.status,
    scopes: [...row.scopes],
    connectedAt: new Date(row.connectedAt).toISOString(),
    defaults: facts.map(({ argument, label }) => ({
      argument,
      label,
      picked: picked.get(argument)?.name ?? null,
    })),
  }
}

function parseRow(row: StoredRow): ConnectionRow {
  return { ...row, site: JSON.parse(row.site) as Site, scopes: JSON.parse(row.scopes) as string[] }
}
