import type { Approvals } from '../approvals/approvals.ts'
import type { Apps } from '../apps/apps.ts'
import type { ConnectionRow, ConnectionRows } from '../connections/connection-rows.ts'
import type { Workspaces } from './workspaces.ts'

interface DeleteDependencies {
  readonly workspaces: Workspaces
  readonly approvals: Approvals
  readonly apps: Apps
  readonly rows: ConnectionRows
  /** Ends an account: at its provider, then here. */
  readonly disconnect: (row: ConnectionRow) => Promise<boolean>
  /** Ends what an app has open. */
  readonly removeApp: (appId: string) => void
}

/**
 * Ends everything of a workspace before it is forgotten: its open questions, its apps, its accounts. What stops half
 * way can be begun again, since the workspace goes last.
 *
 * @returns how many accounts their providers did not confirm as ended
 * @throws HubError RESOURCE_NOT_FOUND, or INVALID_PARAMS when it is the only one
 */
export async function deleteWorkspace(
  { workspaces, approvals, apps, rows, disconnect, removeApp }: DeleteDependencies,
  workspaceId: string,
): Promise<{ unconfirmed: number }> {
  workspaces.refuseLast(workspaceId)
  approvals.withdraw(({ app }) => app.workspaceId === workspaceId)
  for (const { id } of apps.list(workspaceId)) removeApp(id)
  const ended = await Promise.all(rows.list(workspaceId).map(disconnect))
  workspaces.remove(workspaceId)
  return { unconfirmed: ended.filter((revoked) => !revoked).length }
}
