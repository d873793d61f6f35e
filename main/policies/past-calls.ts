import type { RuleTrial } from '../../preload/contract/grant.ts'
import type { Condition } from '../../preload/contract/rule.ts'
import type { Database } from '../platform/database.ts'
import { judgePastCall } from './judge-past-call.ts'

/** A rule is tried on so many calls at most. */
const MOST_CALLS = 100
/** How far back the log is looked through, in lines: a tool that was never used costs no more. */
const LOOKED_AT = 20_000
const MOST_EXAMPLES = 5

export interface TrialQuestion {
  readonly workspaceId: string
  readonly tool: string
  readonly conditions: readonly Condition[]
  readonly appId?: string | undefined
  readonly accountName?: string | undefined
}

interface PastCall {
  readonly at: number
  readonly appName: string
  readonly details: string
}

// The last line of a call stands for it; its first one has the same arguments.
const LATEST =
  "outcome NOT IN ('started', 'note') AND seq > (SELECT coalesce(max(seq), 0) - ? FROM audit)" +
  ' AND workspace_id = ? AND tool = ? AND (? IS NULL OR app_id = ?) AND (? IS NULL OR account_name = ?)'

/** Tries a rule on the last calls of a tool, as the activity log has recorded them. */
export function tryOnPastCalls(database: Database, question: TrialQuestion): RuleTrial {
  const { workspaceId, tool, conditions, appId = null, accountName = null } = question
  const calls = database
    .prepare<unknown[], PastCall>(
      `SELECT at, app_name AS appName, details FROM audit WHERE ${LATEST} ORDER BY seq DESC LIMIT ?`,
    )
    .all(LOOKED_AT, workspaceId, tool, appId, appId, accountName, accountName, MOST_CALLS)
  const judged = calls.map((call) => ({ ...call, verdict: judgePastCall(conditions, parsed(call.details)) }))
  return {
    of: judged.length,
    matched: judged.filter(({ verdict }) => verdict === 'matched').length,
    unknown: judged.filter(({ verdict }) => verdict === 'unknown').length,
    examples: judged
      .slice(0, MOST_EXAMPLES)
      .map((call) => ({ ...call, at: new Date(call.at).toISOString() })),
  }
}

function parsed(details: string): unknown {
  try {
    return JSON.parse(details)
  } catch {
    return undefined
  }
}
