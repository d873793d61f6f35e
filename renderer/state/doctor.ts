import { create } from 'zustand'
import type { RequestInput } from '../../preload/contract/requests.ts'
import type { Checkup } from '../../preload/contract/doctor.ts'
import { request, toProblem, type Problem } from '../hub.ts'

interface Doctor {
  /** `null` while the checks run, and when they could not. */
  readonly checkup: Checkup | null
  readonly problem: Problem | null
  readonly busy: boolean
}

const RUNNING: Doctor = { checkup: null, problem: null, busy: true }

/** What the connection doctor found out last. */
export const useDoctor = create<Doctor>(() => RUNNING)

let latest = 0

/** Looks at an account, or at an integration before there is one; of several runs only the latest counts. */
export async function runCheckup(subject: RequestInput<'doctor.run'>): Promise<void> {
  const mine = ++latest
  useDoctor.setState(RUNNING)
  const outcome = await request('doctor.run', subject).then(
    (checkup) => ({ checkup }),
    (thrown: unknown) => ({ problem: toProblem(thrown) }),
  )
  if (mine === latest) useDoctor.setState({ ...outcome, busy: false })
}
