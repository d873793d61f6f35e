import type { Condition } from '../../preload/contract/rule.ts'
import type { Decision } from '../../preload/contract/shapes.ts'

/** How long an answer holds, as a person chooses it. */
export const UNTILS = ['session', 'hour', 'today', 'week', 'month', 'forever'] as const
export type Until = (typeof UNTILS)[number]

/** How many more calls it holds for; 0 is any number. */
export const USES = [0, 1, 5, 10, 50] as const

export interface Lasting {
  readonly until: Until
  /** 0: any number of calls. */
  readonly uses: number
  /** What has to be the same; null: whatever the tool is called with. */
  readonly conditions: readonly Condition[] | null
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Where the choice starts. What destroys starts narrow and short. */
export function usualLasting(isDestructive: boolean, proposals: readonly Condition[]): Lasting {
  const isNarrow = isDestructive && proposals.length > 0
  return {
    until: isDestructive ? 'hour' : 'month',
    uses: 0,
    conditions: isNarrow ? proposals : null,
  }
}

/** @param now milliseconds; “today” ends at the person's own midnight */
export function lastingDecision({ until, uses, conditions }: Lasting, now: number): Decision {
  const when = conditions === null ? {} : { conditions: [...conditions] }
  if (until === 'session') return { kind: 'allow_session', ...when }
  return {
    kind: 'allow_always',
    ...when,
    expiresAt: endOf(until, now),
    ...(uses > 0 && { uses }),
  }
}

function endOf(until: Exclude<Until, 'session'>, now: number): string | null {
  if (until === 'forever') return null
  if (until === 'today') return new Date(new Date(now).setHours(24, 0, 0, 0)).toISOString()
  return new Date(now + { hour: HOUR_MS, week: 7 * DAY_MS, month: 30 * DAY_MS }[until]).toISOString()
}
