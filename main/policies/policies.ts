import type { AppPolicies, PolicySource } from '../../preload/contract/grant.ts'
import type { Policy } from '../../preload/contract/shapes.ts'
import type { Tool } from '../../registry/define.ts'
import type { Call } from '../tools/call.ts'
import type { Database } from '../platform/database.ts'
import type { GrantedCall, Grants } from './grants.ts'
import { createPolicyRows } from './policy-rows.ts'
import { resolvePolicy, settle, type PolicyAnswer, type PolicySettings } from './resolve-policy.ts'

const EVERY_APP = ''
const EVERY_TOOL = ''

export interface Policies {
  /**
   * What a call needs now. A remembered answer that it relies on is used by this.
   *
   * @throws when the use of a limited answer cannot be written; the call must then not run
   */
  decide(call: PolicyQuestion): PolicyAnswer
  /** What a call would need; nothing is used. */
  resolve(call: PolicyQuestion): PolicyAnswer
  /** What holds for a tool and an app, before any remembered answer. */
  ofApp(workspaceId: string, appId: string, tool: Tool): Policy
  /** What holds for a tool in the workspace, whoever calls. */
  ofWorkspace(workspaceId: string, tool: Tool): Policy
  /** What holds for a tool and why; without an app: whoever calls. */
  explain(workspaceId: string, tool: Tool, appId?: string): { policy: Policy; because: PolicySource }
  /** What the person has set for one app. */
  listOfApp(workspaceId: string, appId: string): AppPolicies
  /** @param policy null goes back to what holds without it */
  set(place: PolicyPlace, policy: Policy | null): void
}

/** What a setting is about. Without an app: every app; without a tool: all tools of the app. */
export interface PolicyPlace {
  readonly workspaceId: string
  readonly appId?: string | undefined
  readonly tool?: string | undefined
}

export interface PolicyQuestion extends Omit<GrantedCall, 'tool'> {
  readonly workspaceId: string
  readonly tool: Tool
}

/** What a call asks of the policies. */
export function policyQuestion(
  call: Pick<Call, 'app' | 'connection' | 'tool' | 'arguments'>,
): PolicyQuestion {
  const { app, connection, tool } = call
  return {
    workspaceId: app.workspaceId,
    appId: app.id,
    connectionId: connection.id,
    tool,
    arguments: call.arguments,
    identity: call,
  }
}

export function createPolicies(database: Database, grants: Grants): Policies {
  const rows = createPolicyRows(database)
  const settings = (workspaceId: string, tool: Tool, appId?: string): PolicySettings => ({
    appTool: appId === undefined ? undefined : rows.get(workspaceId, appId, tool.name),
    app: appId === undefined ? undefined : rows.get(workspaceId, appId, EVERY_TOOL),
    workspaceTool: rows.get(workspaceId, EVERY_APP, tool.name),
    definition: tool.defaultPolicy,
  })
  const answer = (question: PolicyQuestion, find: Grants['find']): PolicyAnswer => {
    const { workspaceId, appId, tool } = question
    const known = settings(workspaceId, tool, appId)
    // A use is not spent on what is blocked, nor on what runs without it.
    const isAsked = settle(known).policy === 'ask'
    const grant = isAsked ? find({ ...question, tool: tool.name })?.madeFrom : undefined
    return resolvePolicy({ ...known, grant })
  }
  return {
    decide: (question) => answer(question, grants.take),
    resolve: (question) => answer(question, grants.find),
    ofApp: (workspaceId, appId, tool) => settle(settings(workspaceId, tool, appId)).policy,
    ofWorkspace: (workspaceId, tool) => settle(settings(workspaceId, tool)).policy,
    explain: (workspaceId, tool, appId) => settle(settings(workspaceId, tool, appId)),
    listOfApp(workspaceId, appId) {
      const set = rows.list(workspaceId, appId)
      return {
        all: rows.get(workspaceId, appId, EVERY_TOOL) ?? null,
        tools: set.filter(({ tool }) => tool !== EVERY_TOOL),
      }
    },
    set: ({ workspaceId, appId = EVERY_APP, tool = EVERY_TOOL }, policy) =>
      rows.set(workspaceId, appId, tool, policy),
  }
}
