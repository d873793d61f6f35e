import { createHash } from 'node:crypto'
import type { AuditLine } from './audit-log.ts'

/** A line as it is stored. */
export interface StoredLine extends AuditLine {
  readonly seq: number
  readonly hash: Buffer
}

/** Every field of a line and its column, in the order in which they are hashed. */
export const COLUMN_OF = {
  at: 'at',
  workspaceId: 'workspace_id',
  callId: 'call_id',
  appId: 'app_id',
  appName: 'app_name',
  integrationId: 'integration_id',
  tool: 'tool',
  accountName: 'account_name',
  outcome: 'outcome',
  reason: 'reason',
  errorCode: 'error_code',
  durationMs: 'duration_ms',
  details: 'details',
} as const satisfies Record<keyof AuditLine, string>

export const FIELDS = Object.keys(COLUMN_OF) as (keyof AuditLine)[]

/** For `SELECT … FROM audit`, also beside other tables: gives a `StoredLine`. */
export const STORED_LINE = [
  'audit.seq AS seq',
  ...FIELDS.map((field) => `audit.${COLUMN_OF[field]} AS ${field}`),
  'audit.hash AS hash',
].join(', ')

/** What the first line is hashed together with. */
export const FIRST_HASH = Buffer.alloc(32)

/** @returns SHA-256 over the hash of the line before and the JSON array of seq and fields, in UTF-8 */
export function hashOf(previous: Buffer, seq: number, line: AuditLine): Buffer {
  const fields = JSON.stringify([seq, ...valuesOf(line)])
  return createHash('sha256').update(previous).update(fields).digest()
}

export function valuesOf(line: AuditLine): AuditLine[keyof AuditLine][] {
  return FIELDS.map((field) => line[field])
}
