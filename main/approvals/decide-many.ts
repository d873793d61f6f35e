import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { ManyDecided, ManyDecision } from '../../preload/contract/approval-detail.ts'
import type { Call } from '../tools/call.ts'
import type { Approvals } from './approvals.ts'

/**
 * Answers several questions of one kind, each on its own and once.
 *
 * @param say in the person’s language
 * @returns which were answered, and which could not be: they had ended meanwhile
 * @throws HubError INVALID_PARAMS, and nothing is answered, when they are not alike, or are to be allowed and would
 *   destroy something or widen what an app may do: those are looked at one by one
 */
export function decideMany(
  approvals: Pick<Approvals, 'callOf' | 'decide'>,
  { approvalIds, decision }: ManyDecision,
  say: (sentence: Sentence) => string,
): ManyDecided {
  const decided: string[] = []
  const missed: ManyDecided['missed'] = []
  const ids = [...new Set(approvalIds)]
  refuseUnlike(
    ids.flatMap((id) => openCall(approvals, id)),
    decision,
  )
  for (const approvalId of ids) {
    try {
      approvals.decide(approvalId, decision)
      decided.push(approvalId)
    } catch (error) {
      missed.push({ approvalId, message: say(sentenceOf(error)) })
    }
  }
  return { decided, missed }
}

function openCall(approvals: Pick<Approvals, 'callOf'>, approvalId: string): readonly Call[] {
  try {
    return [approvals.callOf(approvalId)]
  } catch {
    return []
  }
}

function refuseUnlike(calls: readonly Call[], decision: ManyDecision['decision']): void {
  const kinds = new Set(
    calls.map(({ app, tool, connection }) => JSON.stringify([app.id, tool.name, connection.id])),
  )
  if (kinds.size > 1) {
    throw new HubError('INVALID_PARAMS', sentences.approvals.unlike)
  }
  const isWeighty = calls.some(({ tool, perform }) => tool.effect === 'destructive' || perform !== undefined)
  if (isWeighty && decision.kind !== 'deny') {
    throw new HubError('INVALID_PARAMS', sentences.approvals.oneByOne)
  }
}

function sentenceOf(error: unknown): Sentence {
  return error instanceof HubError ? error.sentence : sentences.approvals.answerNotKept
}
