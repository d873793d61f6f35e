import { z } from 'zod'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'

const refused = z.object({ error: z.string(), message: z.string().nullish() })

/** What HTTP would have said: most errors have status 400, also that of a session that has ended. */
const STATUS_OF_ERROR: ReadonlyMap<string, number> = new Map([
  ['ExpiredToken', 401],
  ['InvalidToken', 401],
  ['AuthFactorTokenRequired', 401],
  ['BlockedActor', 403],
  ['BlockedByActor', 403],
  ['NotFound', 404],
  ['HandleNotFound', 404],
])

const APP_PASSWORD_NEEDED = ownReason('appPassword', 'Bluesky')

/**
 * The error in an answer, where its name says more than its status.
 *
 * @see https://atproto.com/specs/xrpc#error-responses
 */
export function blueskyRefusal(answer: unknown): ProviderError | undefined {
  const { data } = refused.safeParse(answer)
  const status = STATUS_OF_ERROR.get(data?.error ?? '')
  if (data === undefined || status === undefined) return undefined
  const isCodeWanted = data.error === 'AuthFactorTokenRequired'
  return new ProviderError(isCodeWanted ? APP_PASSWORD_NEEDED : data.message || data.error, status)
}
