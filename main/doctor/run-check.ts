import type { DoctorLine } from '../../preload/contract/doctor.ts'
import { withinTime } from '../tools/time-limit.ts'
import { note, problem, type Check, type Finding } from './finding.ts'

const USUAL_LIMIT_MS = 10_000

/** A line of the window, and what else is known of it. */
export interface CheckedLine extends DoctorLine, Pick<Finding, 'forReport'> {
  /** Nothing was found out, because it took too long. */
  readonly isLate?: true
}

/** Runs one check. One that hangs or fails becomes a line that says so: this never throws. */
export async function runCheck(check: Check): Promise<CheckedLine> {
  const { id, title } = check
  return { id, title, ...(await findingOf(check)) }
}

async function findingOf({
  run,
  limitMs = USUAL_LIMIT_MS,
  whenLate = 'Try again.',
}: Check): Promise<Finding & Pick<CheckedLine, 'isLate'>> {
  try {
    return await withinTime(limitMs, undefined, run)
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    const seconds = Math.round(limitMs / 1_000)
    if (isLate) return { ...problem(`There was no answer within ${seconds} seconds. ${whenLate}`), isLate }
    // Nothing of an unknown error is passed on: its text may hold anything.
    return note('This could not be looked at.', 'retry')
  }
}
