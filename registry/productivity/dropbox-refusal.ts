import { z } from 'zod'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'

const refused = z.object({
  error_summary: z.string(),
  error: z.object({ required_scope: z.string().nullish() }).nullish().catch(undefined),
})

/** What HTTP would have said: Dropbox reports nearly every error of an endpoint with status 409. */
const STATUS_OF_SUMMARY: readonly (readonly [RegExp, number])[] = [
  [/^(?:invalid_access_token|expired_access_token|user_suspended)\b/, 401],
  [/^(?:missing_scope|invalid_account_type|paper_access_denied|team_access_denied|no_permission)\b/, 403],
  [/(?:^|\/)too_many_(?:requests|write_operations)\b/, 429],
  [/(?:^|\/)not_found\b/, 404],
]

/**
 * The error in an answer with `error_summary`, such as `path/not_found/..`: the dots are noise on purpose.
 *
 * @see https://www.dropbox.com/developers/documentation/http/documentation#error-handling
 */
export function dropboxRefusal(answer: unknown): ProviderError | undefined {
  const { data } = refused.safeParse(answer)
  if (data === undefined) return undefined
  const summary = data.error_summary.replace(/\/?\.*$/, '')
  const scope = data.error?.required_scope
  const reason = scope ? ownReason('scopeNeeded', summary, scope) : summary
  const status = STATUS_OF_SUMMARY.find(([pattern]) => pattern.test(summary))?.[1]
  return new ProviderError(reason, status ?? 409)
}
