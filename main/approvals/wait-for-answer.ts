import type { Clock } from '../platform/platform.ts'
import type { Outcome } from '../tools/call.ts'
import type { ParkedCall } from './parked-call.ts'

const PROGRESS_EVERY_MS = 5_000

export interface AskOptions {
  /** How long the app can be kept waiting. */
  readonly waitMs: number
  /** Aborts when the app no longer wants the answer. */
  readonly signal?: AbortSignal | undefined
  /** Called every 5 s, so that the app's own time limit starts anew. */
  readonly onProgress?: ((waitedMs: number) => void) | undefined
}

/** A ticket for a call that is still waiting, in the words of the wire. */
export interface Ticket {
  readonly status: 'approval_pending'
  readonly approval_id: string
  readonly expires_at: string
  readonly next: string
}

export type AskAnswer =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'pending'; readonly ticket: Ticket }

/**
 * Waits for a parked call until it is settled, the app's patience ends, or the app leaves.
 * Progress starts at once, so that a client that resets its limit on progress does so.
 *
 * @param onAbandoned called when the last one who waited has left without a ticket
 */
export function waitForAnswer(
  entry: ParkedCall,
  { waitMs, signal, onProgress }: AskOptions,
  clock: Clock,
  onAbandoned: () => void,
): Promise<AskAnswer> {
  entry.waiters += 1
  const startedAt = clock.now()
  return new Promise((resolve, reject) => {
    let stopProgress = (): void => undefined
    const tick = (): void => {
      onProgress?.(clock.now() - startedAt)
      stopProgress = clock.after(PROGRESS_EVERY_MS, tick)
    }
    const leave = (): void => {
      entry.waiters -= 1
      stopTimer()
      stopProgress()
      signal?.removeEventListener('abort', abort)
    }
    const abort = (): void => {
      leave()
      if (entry.waiters === 0 && !entry.ticketed) onAbandoned()
      reject(signal?.reason as Error)
    }
    const stopTimer = clock.after(waitMs, () => {
      leave()
      entry.ticketed = true
      resolve({ kind: 'pending', ticket: ticketOf(entry) })
    })
    if (onProgress !== undefined) tick()
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted === true) return abort()
    void entry.settled.then((outcome) => {
      leave()
      resolve({ kind: 'outcome', outcome })
    })
  })
}

const WAITS_FOR: Readonly<Record<ParkedCall['awaits'], string>> = {
  answer: 'The person has not answered yet.',
  signIn: 'The account’s sign-in has ended; the call runs when the person has reconnected it in Gatehouse.',
}

function ticketOf(entry: ParkedCall): Ticket {
  return {
    status: 'approval_pending',
    approval_id: entry.id,
    expires_at: new Date(entry.expiresAt).toISOString(),
    next: `${WAITS_FOR[entry.awaits]} Call gatehouse_get_result with this approval_id; do not repeat the call.`,
  }
}
