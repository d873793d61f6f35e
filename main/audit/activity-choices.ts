import type { RequestOutput } from '../../preload/contract/requests.ts'
import type { Database } from '../platform/database.ts'

/** @returns reads what the calls of a workspace have, by name: also what no longer exists */
export function createChoices(database: Database) {
  const distinct = (column: string) =>
    database
      .prepare<[string], string>(
        `SELECT DISTINCT ${column} FROM call_kinds WHERE workspace_id = ? AND ${column} <> '' ORDER BY ${column}`,
      )
      .pluck()
  const integrations = distinct('integration_id')
  const tools = distinct('tool')
  const accounts = distinct('account_name')
  // The name of the newest kind is the one the app had last.
  const apps = database.prepare<[string], { id: string; name: string }>(
    'SELECT app_id AS id, app_name AS name, max(id) FROM call_kinds' +
      " WHERE workspace_id = ? AND app_id <> '' GROUP BY app_id ORDER BY name",
  )
  return (workspaceId: string): RequestOutput<'activity.choices'> => ({
    apps: apps.all(workspaceId).map(({ id, name }) => ({ id, name })),
    integrations: integrations.all(workspaceId),
    tools: tools.all(workspaceId),
    accounts: accounts.all(workspaceId),
  })
}
