/** A question to the person: about a call, or whether a program may come in. */
interface Question {
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly requestedAt: string
}

/**
 * Oldest first, but the one on screen keeps its place: it may not move under the pointer.
 * @param shownId the question on screen, if any
 */
export function orderQueue<Q extends Question>(waiting: readonly Q[], shownId: string | null): readonly Q[] {
  const byAge = waiting.toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt))
  const shown = byAge.find(({ id }) => id === shownId)
  return shown === undefined ? byAge : [shown, ...byAge.filter((question) => question !== shown)]
}

/** @returns whole seconds until the question lapses, never below 0 */
export function secondsLeft(expiresAt: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / 1000))
}
