import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'
import { sentences } from '../../preload/messages/sentences.ts'

/** What the person is told of a sign-in that failed. @param say in the person's language */
export function signInProblem(
  error: unknown,
  say: (sentence: Sentence) => string,
): NonNullable<SignIn['problem']> {
  const known = error instanceof HubError ? error : new HubError('INTERNAL', sentences.signIn.notFinished)
  const { code, message, remedy } = known.toBody(say)
  return { code, message, remedy }
}
