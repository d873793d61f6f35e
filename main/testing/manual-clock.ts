import type { Clock } from '../platform/platform.ts'

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves on and fires what is due, in order, giving promises their turn after each. */
  advance(ms: number): Promise<void>
  /** Moves on without firing anything, as when the computer was asleep. */
  sleep(ms: number): void
  /** How many timers wait. */
  pending(): number
}

interface Timer {
  readonly at: number
  readonly callback: () => void
}

export function createManualClock(start = Date.UTC(2026, 0, 2)): ManualClock {
  let now = start
  const timers = new Set<Timer>()
  const nextUntil = (end: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    async advance(ms) {
      const end = now + ms
      for (let timer = nextUntil(end); timer !== undefined; timer = nextUntil(end)) {
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.callback()
        await turn()
      }
      now = Math.max(now, end)
      await turn()
    },
    sleep(ms) {
      now += ms
    },
    pending: () => timers.size,
  }
}

/** Lets everything run that waits for nothing outside. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
