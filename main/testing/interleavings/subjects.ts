import type { BridgeAnswer, BridgeClient } from '../bridge-client.ts'

/** One app of a round, and since when it must not run anything. */
export interface Seat {
  client: BridgeClient
  isRemoved: boolean
  /** The last line of the log before each of these began. */
  readonly forbidden: Map<Forbidden, number>
  /** Whether a call of it may run without a question. */
  isTrusted: boolean
}

export type Forbidden = 'removed' | 'disabled' | 'blocked' | 'app blocked'

/** One call that an app wants done, under a title that nothing else has. */
export interface Subject {
  readonly title: string
  readonly seat: Seat
  /** How many of its questions were answered with a yes that the hub took. */
  allowed: number
  /** Of these, how many something stood in the way of, before they had run. */
  excused: number
  /** When the last question that was allowed would have ended. */
  expiresAt: number
  /** Whether a remembered answer about this title alone was given. */
  isTrusted: boolean
  readonly approvals: Set<string>
  readonly tampered: Set<string>
  sent: number
}

/** A request of an app that is on its way. */
export interface Sending {
  readonly subject: Subject
  readonly controller: AbortController
  /** Undefined as long as there is no answer; null when there will be none. */
  answer: BridgeAnswer | null | undefined
}

export const EDITED = ' edited'

/** The title that an app had asked for, of one that may be the person's. */
export const askedTitle = (title: string): string => title.replace(EDITED, '')

/** What a ticket or an outcome is called, in one word. */
export function heardCode({ status, body }: BridgeAnswer): string {
  return body.error?.code ?? (status === 202 ? 'pending' : 'data')
}
