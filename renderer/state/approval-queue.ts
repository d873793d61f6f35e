import type { Approval } from '../../preload/contract/shapes.ts'

/**
 * Oldest first, but the one on screen keeps its place: it may not move under the pointer.
 * @param shownId the approval on screen, if any
 */
export function orderQueue(waiting: readonly Approval[], shownId: string | null): readonly Approval[] {
  const byAge = waiting.toSorted((a, b) => a.requestedAt.localeCompare(b.requestedAt))
  const shown = byAge.find(({ id }) => id === shownId)
  return shown === undefined ? byAge : [shown, ...byAge.filter((approval) => approval !== shown)]
}

/** @returns whole seconds until the approval lapses, never below 0 */
export function secondsLeft(expiresAt: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / 1000))
}
