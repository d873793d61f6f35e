import { decideNow, useApprovals } from './approvals.ts'
import { decidePairingsNow, usePairings } from './pairings.ts'

interface Waiting {
  readonly queue: readonly unknown[]
}

/** @returns how many questions wait for the person: about calls, and of programs that ask to be let in */
export const countWaiting = (calls: Waiting, programs: Waiting): number =>
  calls.queue.length + programs.queue.length

export function useWaitingCount(): number {
  return countWaiting(useApprovals(), usePairings())
}

/** Brings back whatever was set aside. */
export function answerNow(): void {
  decideNow()
  decidePairingsNow()
}
