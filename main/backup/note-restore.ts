import type { z } from 'zod'
import { OWN_EVENTS } from '../../preload/contract/own-activity.ts'
import { createAuditLog, type ChainHead } from '../audit/audit-log.ts'
import { ownLine } from '../audit/own-events.ts'
import type { restoreDetails } from '../audit/verify-log.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { CURRENT } from '../workspaces/workspaces.ts'

interface Restore {
  /** When the backup was made: ISO 8601. */
  readonly madeAt: string
  /** Where the log ends that is put aside. */
  readonly replaced: ChainHead
}

/**
 * Writes into the log of a backup that it takes the place of another one by the person's own choice: what came after
 * the backup is missing from it, and nobody shall have to guess why.
 *
 * @param path the unpacked database
 * @throws when it cannot be written: then nothing may be restored
 */
export function noteRestore(
  { openDatabase, clock }: Pick<Platform, 'openDatabase' | 'clock'>,
  path: string,
  { madeAt, replaced }: Restore,
): void {
  const restored = openDatabase(path)
  try {
    const workspaceId = currentWorkspaceOf(restored)
    const details: z.infer<typeof restoreDetails> = {
      backup_made_at: madeAt,
      replaced_entries: replaced.seq,
      replaced_last_hash: replaced.hash.toString('hex'),
    }
    const facts = { event: OWN_EVENTS.restore, outcome: 'succeeded', workspaceId, details } as const
    createAuditLog(restored).append(ownLine({ ...facts, at: clock.now() }))
  } finally {
    restored.close()
  }
}

/** The one that the window will show. */
function currentWorkspaceOf(database: Database): string {
  const select = database.prepare<[string], string>(
    'SELECT id FROM workspaces ORDER BY id = (SELECT value FROM settings WHERE name = ?) DESC, created_at, rowid',
  )
  return select.pluck().get(CURRENT) ?? ''
}
