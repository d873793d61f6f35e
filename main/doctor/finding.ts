import type { DoctorAction, DoctorLine } from '../../preload/contract/doctor.ts'

/** What one check found out. */
export interface Finding extends Pick<DoctorLine, 'state' | 'sentence' | 'action'> {
  /** Stands in the report instead of a sentence that may hold words of the provider. */
  readonly forReport?: string
}

/** One look at one thing. It changes nothing that lasts, and shows no credential to anybody. */
export interface Check {
  readonly id: string
  readonly title: string
  /** How long it may take; the doctor has a usual limit. */
  readonly limitMs?: number
  /** What else to say when that time is over. */
  readonly whenLate?: string
  /** May throw: then the line says that the check failed. */
  run(signal: AbortSignal): Promise<Finding>
}

export const fine = (sentence: string): Finding => ({ state: 'ok', sentence, action: 'none' })

export const problem = (sentence: string, action: DoctorAction = 'retry'): Finding => ({
  state: 'problem',
  sentence,
  action,
})

export const note = (sentence: string, action: DoctorAction = 'none'): Finding => ({
  state: 'note',
  sentence,
  action,
})

export const skipped = (sentence: string): Finding => ({ state: 'skipped', sentence, action: 'none' })
