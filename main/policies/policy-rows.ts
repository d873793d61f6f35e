import type { Policy } from '../../preload/contract/shapes.ts'
import { durably, type Database } from '../platform/database.ts'

/** What the person has set, by workspace, app and tool; `''` stands for every app, and for all tools. */
export interface PolicyRows {
  get(workspaceId: string, appId: string, tool: string): Policy | undefined
  /** By name of the tool. */
  list(workspaceId: string, appId: string): { tool: string; policy: Policy }[]
  /** @param policy null removes the setting */
  set(workspaceId: string, appId: string, tool: string, policy: Policy | null): void
}

interface Row {
  readonly workspaceId: string
  readonly appId: string
  readonly tool: string
  readonly policy: Policy
}

/**
 * Kept in memory and written through: the bridge asks on every call. What goes from the disk with its app or workspace
 * may stay here, since no other gets their ids.
 */
export function createPolicyRows(database: Database): PolicyRows {
  const upsert = database.prepare(
    'INSERT INTO tool_policies (workspace_id, app_id, tool, policy) VALUES (?, ?, ?, ?)' +
      ' ON CONFLICT DO UPDATE SET policy = excluded.policy',
  )
  const remove = database.prepare(
    'DELETE FROM tool_policies WHERE workspace_id = ? AND app_id = ? AND tool = ?',
  )
  const known = new Map<string, Map<string, Policy>>()
  const keep = ({ workspaceId, appId, tool, policy }: Row): void => {
    const place = placeOf(workspaceId, appId)
    known.set(place, (known.get(place) ?? new Map<string, Policy>()).set(tool, policy))
  }
  database
    .prepare<[], Row>('SELECT workspace_id AS workspaceId, app_id AS appId, tool, policy FROM tool_policies')
    .all()
    .forEach(keep)
  return {
    get: (workspaceId, appId, tool) => known.get(placeOf(workspaceId, appId))?.get(tool),
    list: (workspaceId, appId) =>
      [...(known.get(placeOf(workspaceId, appId)) ?? [])]
        .map(([tool, policy]) => ({ tool, policy }))
        .sort((one, other) => one.tool.localeCompare(other.tool)),
    set(workspaceId, appId, tool, policy) {
      durably(database, () => {
        if (policy === null) remove.run(workspaceId, appId, tool)
        else upsert.run(workspaceId, appId, tool, policy)
      })
      if (policy === null) known.get(placeOf(workspaceId, appId))?.delete(tool)
      else keep({ workspaceId, appId, tool, policy })
    },
  }
}

const placeOf = (workspaceId: string, appId: string): string => `${workspaceId}/${appId}`
