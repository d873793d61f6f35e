import { sentences } from '../../preload/messages/sentences.ts'
import { durably, type Database } from '../platform/database.ts'
import type { SealedColumn } from '../vault/sealed-column.ts'

export const sealedSignIns: SealedColumn = {
  table: 'pending_sign_ins',
  column: 'sealed',
  key: ['state_hash'],
  boundTo: (stateHash) => stateHash,
  ifDamaged: sentences.vault.damaged.signIn,
  forget: 'delete rows',
}

/** A sign-in that waits for the browser's answer; its secrets are sealed. */
export interface PendingSignIn {
  readonly workspaceId: string
  readonly integrationId: string
  readonly sealed: Buffer
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** Rows of `pending_sign_ins`, by the hash of their state. */
export interface PendingSignIns {
  /** @param now also forgets what ended before it */
  add(stateHash: string, pending: PendingSignIn, now: number): void
  has(stateHash: string): boolean
  /** Reads and removes at once: a state works once, also when two answers arrive together. */
  take(stateHash: string): PendingSignIn | undefined
}

export function createPendingSignIns(database: Database): PendingSignIns {
  const insert = database.prepare(
    'INSERT INTO pending_sign_ins (state_hash, workspace_id, integration_id, sealed, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
  const removeOld = database.prepare('DELETE FROM pending_sign_ins WHERE expires_at < ?')
  const select = database.prepare<[string]>('SELECT 1 FROM pending_sign_ins WHERE state_hash = ?')
  const take = database.prepare<[string], PendingSignIn>(
    'DELETE FROM pending_sign_ins WHERE state_hash = ? RETURNING workspace_id AS workspaceId,' +
      ' integration_id AS integrationId, sealed, expires_at AS expiresAt',
  )
  return {
    add: (stateHash, { workspaceId, integrationId, sealed, expiresAt }, now) =>
      durably(database, () => {
        removeOld.run(now)
        insert.run(stateHash, workspaceId, integrationId, sealed, expiresAt)
      }),
    has: (stateHash) => select.get(stateHash) !== undefined,
    take: (stateHash) => durably(database, () => take.get(stateHash)),
  }
}
