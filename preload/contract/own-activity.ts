/** What stands in the activity log for an integration where a line is about Gatehouse itself, or a call to it. */
export const OWN_ACTIVITY = 'gatehouse'

/** What stands there for a tool: what has happened. */
export const OWN_EVENTS = {
  /** A program has asked to be let in. */
  pairing: 'gatehouse_pairing',
  /** The data of a backup took the place of what was there. */
  restore: 'gatehouse_restore',
  /** The vault's key was lost, and what it opened was given up. */
  startOver: 'gatehouse_start_over',
} as const

export type OwnEvent = (typeof OWN_EVENTS)[keyof typeof OWN_EVENTS]

/** Those lines are no calls. */
export const ALL_OWN_EVENTS: readonly string[] = Object.values(OWN_EVENTS)
