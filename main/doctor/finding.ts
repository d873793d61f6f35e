import type { DoctorAction, DoctorLine } from '../../preload/contract/doctor.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'

/** What one check found out. */
export interface Finding extends Pick<DoctorLine, 'state' | 'action'> {
  /** What is the case, and for a problem what to do. */
  readonly sentence: Sentence
  /** Stands in the report instead of a sentence that may hold words of the provider, or not only English. */
  readonly forReport?: Sentence
}

/** One look at one thing. It changes nothing that lasts, and shows no credential to anybody. */
export interface Check {
  readonly id: string
  readonly title: Sentence
  /** How long it may take; the doctor has a usual limit. */
  readonly limitMs?: number
  /** What else to say when that time is over. */
  readonly whenLate?: Sentence
  /** May throw: then the line says that the check failed. */
  run(signal: AbortSignal): Promise<Finding>
}

export const fine = (sentence: Sentence): Finding => ({ state: 'ok', sentence, action: 'none' })

export const problem = (sentence: Sentence, action: DoctorAction = 'retry'): Finding => ({
  state: 'problem',
  sentence,
  action,
})

export const note = (sentence: Sentence, action: DoctorAction = 'none'): Finding => ({
  state: 'note',
  sentence,
  action,
})

export const skipped = (sentence: Sentence): Finding => ({ state: 'skipped', sentence, action: 'none' })
