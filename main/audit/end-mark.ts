import { z } from 'zod'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Database } from '../platform/database.ts'
import type { Vault } from '../vault/vault.ts'
import type { SealedColumn } from '../vault/sealed-column.ts'
import type { ChainHead } from './audit-log.ts'

const MARK_ID = 'end'
const boundTo = (id: string): string => `audit-mark/${id}`

export const sealedMarks: SealedColumn = {
  table: 'audit_marks',
  column: 'sealed',
  key: ['id'],
  boundTo,
  ifDamaged: sentences.audit.markDamaged,
  forget: 'delete rows',
}

const gap = z.object({ after: z.number().int(), upTo: z.number().int() })

const stored = z.object({
  seq: z.number().int(),
  hash: z.string(),
  since: z.number().int(),
  // Marks of earlier versions have none.
  gap: gap.nullable().default(null),
})

/** Lines that came after a mark and that no other one followed: above `after`, up to `upTo`. */
export type MarkGap = z.infer<typeof gap>

/** Where the log ended, and since which line that was noted; 0 is from the first line on. */
export interface EndMark {
  readonly head: ChainHead
  readonly since: number
  /** The newest one. */
  readonly gap: MarkGap | null
}

export type FoundMark = EndMark | 'locked' | 'missing'

/**
 * Notes where the log ends, sealed by the vault: who removes lines from its end cannot make a mark that fits. Who
 * also puts back an older mark can.
 */
export interface EndMarks {
  exists(): boolean
  /** Reads what an earlier run has left. `missing`: there is none, or it does not open with the vault's key. */
  read(): Promise<FoundMark>
  write(mark: EndMark): Promise<void>
}

export function createEndMarks(
  database: Database,
  vault: Pick<Vault, 'ready' | 'seal' | 'unseal'>,
): EndMarks {
  const select = database.prepare<[string], Buffer>('SELECT sealed FROM audit_marks WHERE id = ?').pluck()
  const upsert = database.prepare('INSERT OR REPLACE INTO audit_marks (id, sealed) VALUES (?, ?)')
  return {
    exists: () => select.get(MARK_ID) !== undefined,
    async read() {
      const sealed = select.get(MARK_ID)
      if (sealed === undefined) return 'missing'
      const hasKey = await vault.ready().then(
        () => true,
        () => false,
      )
      if (!hasKey) return 'locked'
      try {
        const mark = stored.parse(JSON.parse(await vault.unseal(boundTo(MARK_ID), sealed)))
        const { seq, hash, since, gap } = mark
        return { head: { seq, hash: Buffer.from(hash, 'hex') }, since, gap }
      } catch {
        return 'missing'
      }
    },
    async write({ head, since, gap }) {
      const text = JSON.stringify({ seq: head.seq, hash: head.hash.toString('hex'), since, gap })
      const sealed = await vault.seal(boundTo(MARK_ID), text)
      if (database.open) upsert.run(MARK_ID, sealed)
    },
  }
}
