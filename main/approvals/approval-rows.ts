import { sentences } from '../../preload/messages/sentences.ts'
import { durably, type Database } from '../platform/database.ts'
import type { SealedColumn } from '../vault/sealed-column.ts'

export type ApprovalState =
  'waiting' | 'running' | 'finished' | 'denied' | 'expired' | 'withdrawn' | 'unknown'

export const sealedOutcomes: SealedColumn = {
  table: 'approvals',
  column: 'sealed_outcome',
  key: ['id'],
  boundTo: (id) => id,
  ifDamaged: sentences.vault.damaged.outcome,
  forget: 'clear column',
}

export interface ApprovalRow {
  readonly id: string
  readonly appId: string
  readonly state: ApprovalState
  readonly sealedOutcome: Buffer | null
}

/** The `approvals` table. Arguments are not in it: a parked call does not outlive the process. */
export interface ApprovalRows {
  insert(row: { id: string; appId: string; tool: string; argumentsHash: string; requestedAt: number }): void
  /** @returns false when the row was no longer in `from`: somebody else was first */
  move(id: string, from: ApprovalState, to: ApprovalState, at: number): boolean
  /** The person has changed what will run. */
  changeArguments(id: string, argumentsHash: string): void
  finish(id: string, sealedOutcome: Buffer | null): void
  /** How a call that will not run was closed, in more words than its state has. */
  keepOutcome(id: string, sealedOutcome: Buffer): void
  get(id: string): ApprovalRow | undefined
  forgetOutcomesBefore(at: number): void
}

export function createApprovalRows(database: Database): ApprovalRows {
  closeLeftovers(database)
  const insert = database.prepare(
    'INSERT INTO approvals (id, app_id, tool, arguments_hash, state, requested_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const move = database.prepare('UPDATE approvals SET state = ?, decided_at = ? WHERE id = ? AND state = ?')
  const change = database.prepare(
    "UPDATE approvals SET arguments_hash = ? WHERE id = ? AND state = 'waiting'",
  )
  const finish = database.prepare("UPDATE approvals SET state = 'finished', sealed_outcome = ? WHERE id = ?")
  const keep = database.prepare('UPDATE approvals SET sealed_outcome = ? WHERE id = ?')
  const select = database.prepare<[string], ApprovalRow>(
    'SELECT id, app_id AS appId, state, sealed_outcome AS sealedOutcome FROM approvals WHERE id = ?',
  )
  const forget = database.prepare(
    'UPDATE approvals SET sealed_outcome = NULL WHERE decided_at < ? AND sealed_outcome IS NOT NULL',
  )
  return {
    insert({ id, appId, tool, argumentsHash, requestedAt }) {
      durably(database, () => void insert.run(id, appId, tool, argumentsHash, 'waiting', requestedAt))
    },
    move: (id, from, to, at) => durably(database, () => move.run(to, at, id, from).changes === 1),
    changeArguments: (id, hash) => durably(database, () => void change.run(hash, id)),
    finish: (id, sealedOutcome) => durably(database, () => void finish.run(sealedOutcome, id)),
    keepOutcome: (id, sealedOutcome) => void keep.run(sealedOutcome, id),
    get: (id) => select.get(id),
    forgetOutcomesBefore: (at) => void forget.run(at),
  }
}

/** After a stop: what waited never runs; of what was running nobody knows the end. */
function closeLeftovers(database: Database): void {
  durably(database, () => {
    database.exec("UPDATE approvals SET state = 'withdrawn' WHERE state = 'waiting'")
    database.exec("UPDATE approvals SET state = 'unknown' WHERE state = 'running'")
  })
}
