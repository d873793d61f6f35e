import type { Grant } from '../../preload/contract/shapes.ts'
import { newId } from '../identifiers.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'

/** Remembered yeses, each bound to one app, one account and one tool. */
export interface Grants {
  find(appId: string, connectionId: string, tool: string): 'session' | 'always' | undefined
  add(grant: { appId: string; connectionId: string; tool: string; scope: 'session' | 'always' }): void
  list(workspaceId: string): Grant[]
  revoke(grantId: string): void
}

type GrantRow = Omit<Grant, 'createdAt'> & { createdAt: number }

/** Answers remembered "for this session" end here, when the next session begins. */
export function createGrants(database: Database, clock: Clock): Grants {
  durably(database, () => void database.prepare("DELETE FROM grants WHERE scope = 'session'").run())
  const select = database.prepare<[string, string, string], { scope: 'session' | 'always' }>(
    'SELECT scope FROM grants WHERE app_id = ? AND connection_id = ? AND tool = ?',
  )
  const upsert = database.prepare(
    'INSERT INTO grants (id, app_id, connection_id, tool, scope, created_at) VALUES (?, ?, ?, ?, ?, ?)' +
      ' ON CONFLICT (app_id, connection_id, tool) DO UPDATE SET' +
      // A lasting yes is not cut short by a later one for the session.
      " scope = CASE WHEN scope = 'always' THEN scope ELSE excluded.scope END",
  )
  const list = database.prepare<[string], GrantRow>(
    'SELECT grants.id, apps.name AS appName, tool, account_name AS accountName, scope,' +
      ' grants.created_at AS createdAt FROM grants JOIN apps ON apps.id = app_id' +
      ' JOIN connections ON connections.id = connection_id WHERE apps.workspace_id = ? ORDER BY grants.created_at DESC',
  )
  const remove = database.prepare('DELETE FROM grants WHERE id = ?')
  return {
    find: (appId, connectionId, tool) => select.get(appId, connectionId, tool)?.scope,
    add({ appId, connectionId, tool, scope }) {
      durably(database, () => void upsert.run(newId('grt'), appId, connectionId, tool, scope, clock.now()))
    },
    list: (workspaceId) =>
      list.all(workspaceId).map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() })),
    revoke: (grantId) => durably(database, () => void remove.run(grantId)),
  }
}
