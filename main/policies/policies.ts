import type { Policy } from '../../preload/contract/shapes.ts'
import type { Tool } from '../../registry/define.ts'
import type { Call } from '../tools/call.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Grants } from './grants.ts'
import { resolvePolicy, type PolicyAnswer } from './resolve-policy.ts'

const EVERY_APP = ''

export interface Policies {
  /** What a call of this tool by this app with this account needs. */
  resolve(call: PolicyQuestion): PolicyAnswer
  /** What holds for a tool and an app, before any remembered answer. */
  ofApp(workspaceId: string, appId: string, tool: Tool): Policy
  /** What holds for a tool in the workspace, whoever calls. */
  ofWorkspace(workspaceId: string, tool: Tool): Policy
  /** @param policy null goes back to the tool's default */
  set(workspaceId: string, tool: string, policy: Policy | null): void
}

export interface PolicyQuestion {
  readonly workspaceId: string
  readonly appId: string
  readonly connectionId: string
  readonly tool: Tool
}

/** What a call asks of the policies. */
export function policyQuestion({
  app,
  connection,
  tool,
}: Pick<Call, 'app' | 'connection' | 'tool'>): PolicyQuestion {
  return { workspaceId: app.workspaceId, appId: app.id, connectionId: connection.id, tool }
}

export function createPolicies(database: Database, grants: Grants): Policies {
  const select = database.prepare<[string, string, string], { policy: Policy }>(
    'SELECT policy FROM tool_policies WHERE workspace_id = ? AND app_id = ? AND tool = ?',
  )
  const upsert = database.prepare(
    'INSERT INTO tool_policies (workspace_id, app_id, tool, policy) VALUES (?, ?, ?, ?)' +
      ' ON CONFLICT DO UPDATE SET policy = excluded.policy',
  )
  const remove = database.prepare(
    'DELETE FROM tool_policies WHERE workspace_id = ? AND app_id = ? AND tool = ?',
  )
  const stored = (workspaceId: string, appId: string, tool: string): Policy | undefined =>
    select.get(workspaceId, appId, tool)?.policy
  return {
    resolve: ({ workspaceId, appId, connectionId, tool }) =>
      resolvePolicy({
        grant: grants.find(appId, connectionId, tool.name),
        appTool: stored(workspaceId, appId, tool.name),
        workspaceTool: stored(workspaceId, EVERY_APP, tool.name),
        definition: tool.defaultPolicy,
      }),
    ofApp: (workspaceId, appId, tool) =>
      resolvePolicy({
        grant: undefined,
        appTool: stored(workspaceId, appId, tool.name),
        workspaceTool: stored(workspaceId, EVERY_APP, tool.name),
        definition: tool.defaultPolicy,
      }).policy,
    ofWorkspace: (workspaceId, tool) => stored(workspaceId, EVERY_APP, tool.name) ?? tool.defaultPolicy,
    set(workspaceId, tool, policy) {
      durably(database, () => {
        if (policy === null) remove.run(workspaceId, EVERY_APP, tool)
        else upsert.run(workspaceId, EVERY_APP, tool, policy)
      })
    },
  }
}
