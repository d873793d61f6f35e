/** Below this a reset counts the seconds from now: as a time it would lie before the year 2002. */
const SECONDS_OR_TIME = 1_000_000_000

/** Beyond this a reset is a time in milliseconds: as seconds it would lie after the year 5000. */
const SECONDS_OR_MILLISECONDS = 100_000_000_000

/**
 * How long the provider asks callers to wait: `Retry-After` (RFC 9110 10.2.3: seconds or an HTTP date), else the
 * latest `x-ratelimit-…reset` whose `…remaining` is 0.
 *
 * @returns whole seconds, never negative; undefined when the headers do not say
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const retryAfter = headers.get('retry-after')
  if (retryAfter !== null) return secondsOf(retryAfter)
  const resets = exhaustedLimits(headers).map((prefix) => untilReset(headers.get(`${prefix}reset`)))
  const known = resets.filter((seconds) => seconds !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

/** Whether a refusal is about the rate and not about rights: some providers say 403 for both. */
export function isRateLimited(status: number, headers: Headers): boolean {
  if (status === 429) return true
  return status === 403 && (headers.has('retry-after') || exhaustedLimits(headers).length > 0)
}

/** `x-ratelimit-`, `x-ratelimit-requests-`, … of every limit with nothing left. */
function exhaustedLimits(headers: Headers): readonly string[] {
  return [...headers].flatMap(([name, value]) => {
    const prefix = /^(x-ratelimit-(?:\w+-)*)remaining$/.exec(name)?.[1]
    return prefix !== undefined && value.trim() === '0' ? [prefix] : []
  })
}

function secondsOf(retryAfter: string): number | undefined {
  if (/^\s*\d+(\.\d+)?\s*$/.test(retryAfter)) return Math.ceil(Number(retryAfter))
  return untilDate(retryAfter)
}

/** An HTTP date, or ISO 8601. */
function untilDate(text: string): number | undefined {
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : untilMilliseconds(date)
}

function untilReset(reset: string | null): number | undefined {
  const time = Number(reset ?? Number.NaN)
  if (Number.isNaN(time)) return reset === null ? undefined : untilDate(reset)
  if (!Number.isFinite(time) || time <= 0) return undefined
  if (time < SECONDS_OR_TIME) return Math.ceil(time)
  return untilMilliseconds(time > SECONDS_OR_MILLISECONDS ? time : time * 1000)
}

function untilMilliseconds(time: number): number {
  return Math.max(0, Math.ceil((time - Date.now()) / 1000))
}
