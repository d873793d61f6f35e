import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { Clock } from '../platform/platform.ts'
import { failure, type Outcome } from '../tools/call.ts'
import type { Vault } from '../vault/vault.ts'
import type { ApprovalRows, ApprovalState } from './approval-rows.ts'
import type { ParkedCall } from './parked-call.ts'
import type { AskAnswer } from './wait-for-answer.ts'

const KEPT_MS = 24 * 60 * 60_000

interface OutcomeDependencies {
  readonly rows: ApprovalRows
  readonly clock: Clock
  readonly vault: Vault
}

/** What became of calls whose app left with a ticket; sealed, because answers hold what accounts hold. */
export interface KeptOutcomes {
  keep(entry: ParkedCall, outcome: Outcome): Promise<void>
  /** The same for a call that will not run: why, and what the person said. Never rejects: its state is kept anyway. */
  keepClosed(entry: ParkedCall, outcome: Outcome): Promise<void>
  /** @throws HubError RESOURCE_NOT_FOUND */
  answerOf(appId: string, approvalId: string): Promise<AskAnswer>
}

export function createKeptOutcomes({ rows, clock, vault }: OutcomeDependencies): KeptOutcomes {
  const forgetOld = (): void => rows.forgetOutcomesBefore(clock.now() - KEPT_MS)
  forgetOld()
  const sealedOf = async (entry: ParkedCall, outcome: Outcome): Promise<Buffer | null> =>
    entry.ticketed ? await vault.seal(entry.id, textOf(outcome)).catch(() => null) : null
  return {
    async keep(entry, outcome) {
      forgetOld()
      rows.finish(entry.id, await sealedOf(entry, outcome))
    },
    async keepClosed(entry, outcome) {
      try {
        const sealed = await sealedOf(entry, outcome)
        if (sealed !== null) rows.keepOutcome(entry.id, sealed)
      } catch {
        // Quitting closes the database meanwhile.
      }
    },
    async answerOf(appId, approvalId) {
      forgetOld()
      const row = rows.get(approvalId)
      if (row?.appId !== appId) throw new HubError('RESOURCE_NOT_FOUND', sentences.approvals.noApproval)
      if (row.sealedOutcome !== null) {
        const text = await vault.unseal(approvalId, row.sealedOutcome)
        return { kind: 'outcome', outcome: JSON.parse(text) as Outcome }
      }
      return { kind: 'outcome', outcome: failure(closedError(row.state)) }
    },
  }
}

/** In English alone: it is kept for apps. */
function textOf(outcome: Outcome): string {
  return JSON.stringify(outcome.ok ? outcome : { ...outcome, sentence: undefined })
}

/** What an app is told of a call that did not run, or whose end is not known any more. */
export function closedError(state: ApprovalState, reason?: string | Sentence): HubError {
  if (state === 'denied') {
    const { denied, deniedBecause } = sentences.approvals
    const isBare = reason === undefined || reason === ''
    return new HubError('APPROVAL_DENIED', isBare ? denied : deniedBecause(reason))
  }
  if (state === 'expired') return new HubError('APPROVAL_EXPIRED', sentences.approvals.expired)
  if (state === 'withdrawn') return new HubError('APPROVAL_WITHDRAWN', sentences.approvals.withdrawn)
  if (state === 'finished') return new HubError('RESOURCE_NOT_FOUND', sentences.approvals.handedOver)
  return new HubError('OUTCOME_UNKNOWN', sentences.approvals.stopped)
}
