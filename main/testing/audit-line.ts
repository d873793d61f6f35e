import type { AuditLine } from '../audit/audit-log.ts'

/** A line of the activity log as a write leaves it. */
export const AUDIT_LINE: AuditLine = {
  at: 1,
  workspaceId: 'wks',
  callId: 'call_1',
  appId: 'app_1',
  appName: 'Desk',
  integrationId: 'notes',
  tool: 'notes_create_note',
  accountName: 'ada@example.com',
  outcome: 'succeeded',
  reason: 'approved',
  errorCode: null,
  durationMs: 3,
  details: '{}',
}
