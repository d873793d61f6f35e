import { setImmediate } from 'node:timers/promises'
import type { Database } from '../platform/database.ts'
import type { AuditLine } from './audit-log.ts'
import { createCallBatch } from './call-batch.ts'
import { createKindIds } from './call-kinds.ts'

/** What the activity screen reads: tables made of the log's lines, always a little behind them. */
export interface CallIndex {
  /** Lines of the log that are not in it yet. */
  behind(): number
  /** Takes in some lines. @returns whether there may be more */
  step(lines: number): boolean
  /** Takes in all there is, with pauses, so that calls go on meanwhile. */
  catchUp(): Promise<void>
  /** Forgets everything; the next steps read the log from its start. */
  reset(): void
}

export interface IndexedLine extends Omit<AuditLine, 'reason' | 'errorCode' | 'durationMs'> {
  readonly seq: number
}

/** So many lines take a few milliseconds. */
const STEP_LINES = 200

const TABLES = ['call_kinds', 'calls', 'call_counts', 'call_stretches', 'call_days'] as const

/** @throws when the database cannot be written */
export function createCallIndex(database: Database): CallIndex {
  const kinds = createKindIds(database)
  const batch = createCallBatch(database, kinds.idOf)
  const lastSeq = database.prepare<[], number | null>('SELECT max(seq) FROM audit').pluck()
  const progress = database.prepare<[], number>('SELECT read_to FROM call_progress').pluck()
  const advance = database.prepare('UPDATE call_progress SET read_to = ?')
  const next = database.prepare<[number, number], IndexedLine>(
    'SELECT seq, at, workspace_id AS workspaceId, call_id AS callId, app_id AS appId, app_name AS appName,' +
      ' integration_id AS integrationId, tool, account_name AS accountName, outcome, details' +
      ' FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  const readTo = (): number => progress.get() ?? 0
  const behind = (): number => (lastSeq.get() ?? 0) - readTo()

  const take = database.transaction((lines: readonly IndexedLine[]) => {
    batch.add(lines)
    advance.run(lines.at(-1)?.seq ?? 0)
  })
  const step = (limit: number): boolean => {
    const lines = next.all(readTo(), limit)
    if (lines.length === 0) return false
    try {
      take(lines)
    } catch (error) {
      // Ids that were made in the transaction are gone with it.
      kinds.forget()
      throw error
    }
    return lines.length === limit
  }
  const reset = database.transaction(() => {
    for (const table of TABLES) database.exec(`DELETE FROM ${table}`)
    database.exec("INSERT INTO calls_text (calls_text) VALUES ('delete-all')")
    advance.run(0)
    kinds.forget()
  })
  // It has read lines that the log does not have: whoever removed them, it fits no more.
  if (behind() < 0) reset()
  return {
    behind,
    step,
    async catchUp() {
      while (step(STEP_LINES)) await setImmediate()
    },
    reset,
  }
}
