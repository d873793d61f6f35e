import type { ActivityLine } from '../../preload/contract/activity.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Database } from '../platform/database.ts'
import { STORED_LINE, type StoredLine } from './chain.ts'

/** A handler may note what it does; nobody reads more than that. */
const MOST_LINES = 200

/** @returns reads all lines of one call, oldest first. @throws HubError RESOURCE_NOT_FOUND */
export function createCallReader(database: Database) {
  const select = database.prepare<[string, string, number], StoredLine>(
    `SELECT ${STORED_LINE} FROM audit WHERE call_id = ? AND workspace_id = ? ORDER BY seq LIMIT ?`,
  )
  return (workspaceId: string, callId: string): { lines: ActivityLine[]; isCut: boolean } => {
    const lines = select.all(callId, workspaceId, MOST_LINES + 1)
    if (lines.length === 0) throw new HubError('RESOURCE_NOT_FOUND', sentences.audit.noCall)
    return { lines: lines.slice(0, MOST_LINES).map(lineForWindow), isCut: lines.length > MOST_LINES }
  }
}

function lineForWindow(line: StoredLine): ActivityLine {
  const { seq, outcome, reason, durationMs, details } = line
  return {
    seq,
    at: new Date(line.at).toISOString(),
    outcome,
    reason,
    // Sound: only codes of the list are ever written.
    errorCode: line.errorCode as ActivityLine['errorCode'],
    durationMs,
    details,
    hash: line.hash.toString('hex'),
  }
}
