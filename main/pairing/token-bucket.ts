import type { Clock } from '../platform/platform.ts'

/** An allowance that fills up evenly; a burst may use all of it. */
export interface TokenBucket {
  /** @returns 0 when there was something to take, else the seconds until there is */
  take(): number
}

/**
 * @param size how much a burst may use
 * @param refillMs how long one takes to come back
 */
export function createTokenBucket(clock: Pick<Clock, 'now'>, size: number, refillMs: number): TokenBucket {
  let left = size
  let filledAt = clock.now()
  return {
    take() {
      const now = clock.now()
      // A clock that was set back must not take anything away.
      left = Math.min(size, left + Math.max(0, now - filledAt) / refillMs)
      filledAt = now
      if (left < 1) return Math.max(1, Math.ceil(((1 - left) * refillMs) / 1_000))
      left -= 1
      return 0
    },
  }
}
