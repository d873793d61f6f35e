import type { DoctorLine } from '../../preload/contract/doctor.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { withinTime } from '../tools/time-limit.ts'
import { note, problem, type Check, type Finding } from './finding.ts'

const USUAL_LIMIT_MS = 10_000

/** A line of the window before it is put into words, and what else is known of it. */
export interface CheckedLine extends Finding, Pick<DoctorLine, 'id'> {
  readonly title: Sentence
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
  whenLate = sentences.doctor.tryAgain,
}: Check): Promise<Finding & Pick<CheckedLine, 'isLate'>> {
  try {
    return await withinTime(limitMs, undefined, run)
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    const seconds = Math.round(limitMs / 1_000)
    if (isLate) return { ...problem(sentences.doctor.late(seconds, whenLate)), isLate }
    // Nothing of an unknown error is passed on: its text may hold anything.
    return note(sentences.doctor.notLooked, 'retry')
  }
}
