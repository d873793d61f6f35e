import { retryAfterSeconds } from '../../registry/rate-limit.ts'
import type { Clock } from '../platform/platform.ts'

type Fetch = (integrationId: string, url: string, init?: RequestInit) => Promise<Response>

const TRANSIENT = new Set([429, 502, 503, 504])
const MOST_TRIES = 3
const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 5_000

/**
 * Repeats a read that met a passing fault, as often and as late as the provider allows (RFC 9110 10.2.3).
 * Only for tools that change nothing.
 */
export function withReadRetry(fetch: Fetch, clock: Clock): Fetch {
  return async (integrationId, url, init = {}) => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(integrationId, url, init)
      if (!TRANSIENT.has(response.status) || attempt >= MOST_TRIES) return response
      const pause = pauseMs(response, attempt)
      if (pause > LONGEST_PAUSE_MS) return response
      await response.body?.cancel()
      await sleep(clock, pause, init.signal ?? undefined)
    }
  }
}

function pauseMs(response: Response, attempt: number): number {
  const asked = retryAfterSeconds(response.headers)
  if (asked !== undefined) return asked * 1_000
  // Without a stated time a limit is left alone: guessing makes it worse.
  return response.status === 429 ? Number.POSITIVE_INFINITY : FIRST_PAUSE_MS * 2 ** (attempt - 1)
}

function sleep(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(ms, resolve)
    signal?.addEventListener('abort', () => {
      stop()
      reject(signal.reason as Error)
    })
  })
}
