import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { Clock } from '../platform/platform.ts'

const MINUTE_MS = 60_000
/** Calls of one app at the same time, those that wait for the person among them. */
const MOST_AT_ONCE = 128
/** Lists, handshakes and looks at results, for every call. */
const REQUESTS_PER_CALL = 10

/** What is left of an app's allowance: it fills up evenly, and a burst may use all of it (a token bucket). */
interface Bucket {
  left: number
  filledAt: number
}

/** Keeps an app that has run wild from running up bills, and from keeping others out. */
export interface AppLimits {
  /** Counts a request of any kind. @throws HubError RATE_LIMITED with the seconds to wait */
  request(app: PairedApp): void
  /** Counts a call until it has ended. @throws HubError RATE_LIMITED */
  call<T>(app: PairedApp, work: () => Promise<T>): Promise<T>
}

export function createAppLimits(clock: Pick<Clock, 'now'>): AppLimits {
  const requests = new Map<string, Bucket>()
  const calls = new Map<string, Bucket>()
  const running = new Map<string, number>()

  const take = (buckets: Map<string, Bucket>, app: PairedApp, perMinute: number): void => {
    const now = clock.now()
    const bucket = buckets.get(app.id) ?? { left: perMinute, filledAt: now }
    // A clock that was set back must not take anything away.
    const gained = (Math.max(0, now - bucket.filledAt) / MINUTE_MS) * perMinute
    const left = Math.min(perMinute, bucket.left + gained)
    buckets.set(app.id, { left: Math.max(0, left - 1), filledAt: now })
    if (left < 1) throw tooMany(app, Math.ceil(((1 - left) / perMinute) * 60))
  }

  return {
    request: (app) => take(requests, app, app.callsPerMinute * REQUESTS_PER_CALL),
    async call(app, work) {
      const now = running.get(app.id) ?? 0
      if (now >= MOST_AT_ONCE) throw tooMany(app, 1)
      take(calls, app, app.callsPerMinute)
      running.set(app.id, now + 1)
      try {
        return await work()
      } finally {
        running.set(app.id, (running.get(app.id) ?? 1) - 1)
      }
    },
  }
}

function tooMany({ name }: PairedApp, retryAfterSeconds: number): HubError {
  return new HubError('RATE_LIMITED', sentences.bridge.limits.calls(name), { retryAfterSeconds })
}
