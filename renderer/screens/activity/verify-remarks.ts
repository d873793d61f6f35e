import type { RequestOutput } from '../../../preload/contract/requests.ts'
import { text } from '../../text.ts'
import { formatClock, formatDate } from '../../ui/time.ts'

type Result = RequestOutput<'activity.verify'>

/** @returns what is to be known of a log whose chain is intact: how far its end can be trusted, and why not further */
export function remarksOn(result: Result): readonly string[] {
  const { rows, end, markedSince, gap, restored, startedOver } = result
  const words = text.activity
  const isWatched = end === 'begun' || (end === 'checked' && markedSince === 0)
  return [
    // An empty log of a first start has no end to speak of.
    ...(rows === 0 && end !== 'unmarked' ? [] : [words.ends[end]]),
    ...(markedSince > 0 ? [words.markedSince(markedSince)] : []),
    ...(startedOver === null || isWatched
      ? []
      : [words.startedOver(startedOver.seq, moment(startedOver.at))]),
    ...(gap === null ? [] : [words.gap(gap.after + 1, gap.upTo)]),
    ...(restored === null
      ? []
      : [words.restored(restored.seq, moment(restored.at), moment(restored.madeAt))]),
  ]
}

const moment = (timestamp: string): string => `${formatDate(timestamp)}, ${formatClock(timestamp)}`
