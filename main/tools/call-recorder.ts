import type { ErrorCode } from '../../preload/contract/errors.ts'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import type { AuditLine, AuditLog } from '../audit/audit-log.ts'
import { redact } from '../audit/redact.ts'
import type { Clock } from '../platform/platform.ts'
import type { Call, Outcome } from './call.ts'

/** Writes a call's lines into the activity log. */
export interface CallRecorder {
  /**
   * Before a write runs. A read has one line, at its end: it changes nothing that a stop could leave open.
   *
   * @throws when the log cannot be written: then the call must not run
   */
  started(call: Call, reason: string): void
  finished(call: Call, reason: string, outcome: Outcome, durationMs: number): void
  /** A call that never ran: denied, expired, withdrawn, refused. */
  notRun(call: Call, outcome: ActivityEntry['outcome'], reason: string, errorCode: ErrorCode): void
  /** One more line by the handler itself. */
  note(call: Call, action: string, details?: Readonly<Record<string, unknown>>): void
}

export function createCallRecorder(audit: AuditLog, clock: Clock, onLine: () => void): CallRecorder {
  const write = (call: Call, line: Pick<AuditLine, 'outcome' | 'reason'> & Partial<AuditLine>): void => {
    const isRead = call.tool.effect === 'read'
    const append = isRead ? audit.appendSoon : audit.append
    append({
      at: clock.now(),
      workspaceId: call.app.workspaceId,
      callId: call.id,
      appId: call.app.id,
      appName: call.app.name,
      integrationId: call.integration.id,
      tool: call.tool.name,
      accountName: call.connection.accountName,
      errorCode: null,
      durationMs: null,
      details: argumentsOf(call),
      ...line,
    })
    onLine()
  }
  return {
    started(call, reason) {
      if (call.tool.effect !== 'read') write(call, { outcome: 'started', reason })
    },
    finished(call, reason, outcome, durationMs) {
      const errorCode = outcome.ok ? null : outcome.error.code
      write(call, {
        outcome: outcome.ok ? 'succeeded' : 'failed',
        reason,
        errorCode,
        durationMs: Math.round(durationMs),
      })
    },
    notRun: (call, outcome, reason, errorCode) => write(call, { outcome, reason, errorCode }),
    note: (call, action, details = {}) =>
      write(call, {
        outcome: 'note',
        reason: action.slice(0, 200),
        details: JSON.stringify(redact(details)),
      }),
  }
}

const recorded = new WeakMap<Call, string>()

/** Computed once a call, though a call has two lines. */
function argumentsOf(call: Call): string {
  const known = recorded.get(call)
  if (known !== undefined) return known
  const ran = redact(call.arguments)
  const text = JSON.stringify(call.asked === undefined ? ran : { asked: redact(call.asked), ran })
  recorded.set(call, text)
  return text
}
