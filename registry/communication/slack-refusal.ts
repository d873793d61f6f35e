import { z } from 'zod'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'

const refused = z.object({
  ok: z.literal(false),
  error: z.string().nullish(),
  needed: z.string().nullish(),
})

/** What HTTP would have said: Slack reports nearly every error with status 200. */
const STATUS_OF_ERROR: ReadonlyMap<string, number> = new Map([
  ['not_authed', 401],
  ['invalid_auth', 401],
  ['account_inactive', 401],
  ['token_revoked', 401],
  ['token_expired', 401],
  ['missing_scope', 403],
  ['not_allowed_token_type', 403],
  ['no_permission', 403],
  ['access_denied', 403],
  ['channel_not_found', 404],
  ['message_not_found', 404],
  ['thread_not_found', 404],
  ['user_not_found', 404],
  ['users_not_found', 404],
  ['ratelimited', 429],
  ['rate_limited', 429],
  ['service_unavailable', 503],
])

/**
 * The error in an answer with `ok: false`.
 *
 * @see https://docs.slack.dev/apis/web-api#responses
 */
export function slackRefusal(answer: unknown): ProviderError | undefined {
  const { data } = refused.safeParse(answer)
  if (data === undefined) return undefined
  const code = data.error ?? 'unknown_error'
  const reason = data.needed ? ownReason('scopeNeeded', code, data.needed) : code
  const missing = code === 'missing_scope' ? (data.needed?.split(',') ?? []) : []
  return new ProviderError(reason, STATUS_OF_ERROR.get(code) ?? 200, undefined, missing)
}
