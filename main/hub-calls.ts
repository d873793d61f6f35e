import { createApprovalRows } from './approvals/approval-rows.ts'
import { createApprovals } from './approvals/approvals.ts'
import type { FaultLog } from './faults/fault-log.ts'
import type { HubParts } from './hub-parts.ts'
import { policyQuestion } from './policies/policies.ts'
import { rememberDecision } from './policies/remember-decision.ts'
import { createCallRecorder } from './tools/call-recorder.ts'
import { createExecuteCall } from './tools/execute-call.ts'
import { createLastGate } from './tools/last-gate.ts'
import { prepareCall } from './tools/prepare-call.ts'
import { createResults } from './tools/results.ts'
import { createRunTool } from './tools/run-tool.ts'

type UsedParts = Pick<
  HubParts,
  | 'platform'
  | 'database'
  | 'network'
  | 'catalog'
  | 'vault'
  | 'workspaces'
  | 'rows'
  | 'access'
  | 'defaultArguments'
  | 'activity'
  | 'apps'
  | 'grants'
  | 'policies'
  | 'pause'
  | 'shown'
  | 'say'
  | 'changed'
>

interface CallParts extends UsedParts {
  readonly faults: FaultLog
}

/** Wires the one path of a call, and the questions on it. */
export function createHubCalls(parts: CallParts): Pick<HubParts, 'approvals' | 'runTool'> {
  const { platform, database, catalog, vault, workspaces, rows, activity, policies, pause, changed } = parts
  const { clock } = platform
  const recorder = createCallRecorder(activity.log, clock, () => changed('activity.added'))
  const gate = createLastGate(parts)
  const execute = createExecuteCall({ ...parts, clock, recorder, connection: rows.get, gate })
  const approvals = createApprovals({
    rows: createApprovalRows(database),
    clock,
    vault,
    run: execute,
    recordNotRun: recorder.notRun,
    remember: (call, decision) => rememberDecision({ ...parts, clock }, call, decision),
    policyOf: (call) => policies.decide(policyQuestion(call)).policy,
    signedInAt: ({ connection }) => rows.get(connection.id)?.signedInAt,
    shown: parts.shown,
    say: parts.say,
    workspaceName: (id) => (workspaces.list().length > 1 ? workspaces.get(id).name : null),
    onChange: () => changed('approvals.changed'),
  })
  const sources = { catalog, connectionsOf: rows.list, defaultsOf: parts.defaultArguments.of }
  const runTool = createRunTool({
    prepare: (app, request) => prepareCall(sources, app, request),
    policies,
    approvals,
    execute,
    recorder,
    results: createResults(database, vault, clock),
    vault,
    pause,
    gate,
  })
  return { approvals, runTool }
}
