import { HubError } from '../../preload/contract/errors.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'

/** What the person is told of a sign-in that failed. */
export function signInProblem(error: unknown): NonNullable<SignIn['problem']> {
  const known =
    error instanceof HubError ? error : new HubError('INTERNAL', 'The sign-in could not be finished.')
  const { code, message, remedy } = known.toBody()
  return { code, message, remedy }
}
