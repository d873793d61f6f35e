import { z } from 'zod'
import { OWN_EVENTS } from '../../preload/contract/own-activity.ts'
import type { RequestOutput } from '../../preload/contract/requests.ts'
import type { Database } from '../platform/database.ts'
import type { AuditLog } from './audit-log.ts'
import type { Jobs } from './jobs.ts'
import type { MarkKeeper } from './mark-keeper.ts'
import { createLastOwnEvent, type OwnEventLine } from './own-events.ts'
import { verifyChain } from './verify-chain.ts'

type Verdict = RequestOutput<'activity.verify'>

interface VerifyDependencies {
  readonly database: Database
  readonly log: AuditLog
  readonly marks: Pick<MarkKeeper, 'found'>
  readonly jobs: Pick<Jobs, 'run'>
}

/** What the line about a restore says of the backup. */
export const restoreDetails = z.object({
  backup_made_at: z.iso.datetime(),
  /** Where the log ended that was there before: what is kept aside can be compared with it. */
  replaced_entries: z.number().int(),
  replaced_last_hash: z.string(),
})

/** @returns recomputes the chain, compares its end with the mark, and says what explains a younger mark or an older log */
export function createVerifyLog({ database, log, marks, jobs }: VerifyDependencies): () => Promise<Verdict> {
  const lastEvent = createLastOwnEvent(database)
  return async () => {
    log.flush()
    const end = await marks.found()
    const mark = typeof end === 'string' ? undefined : end
    const heads = mark === undefined ? [log.head()] : [log.head(), mark.head]
    const checked = await jobs.run('verify', log.head().seq, (watch) => verifyChain(database, heads, watch))
    return {
      ...checked,
      end: typeof end === 'string' ? end : 'checked',
      markedSince: mark?.since ?? 0,
      gap: mark?.gap ?? null,
      restored: restoreOf(lastEvent(OWN_EVENTS.restore)),
      startedOver: momentOf(lastEvent(OWN_EVENTS.startOver)),
    }
  }
}

function momentOf(line: OwnEventLine | undefined): { seq: number; at: string } | null {
  return line === undefined ? null : { seq: line.seq, at: new Date(line.at).toISOString() }
}

function restoreOf(line: OwnEventLine | undefined): Verdict['restored'] {
  const moment = momentOf(line)
  const details = restoreDetails.safeParse(parsed(line?.details ?? ''))
  return moment === null || !details.success ? null : { ...moment, madeAt: details.data.backup_made_at }
}

/** The line may have been changed: that is what is being looked for. */
function parsed(details: string): unknown {
  try {
    return JSON.parse(details)
  } catch {
    return null
  }
}
