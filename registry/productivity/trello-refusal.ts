import { z } from 'zod'
import { ProviderError } from '../provider-error.ts'

const limited = z.object({
  error: z.enum(['API_KEY_LIMIT_EXCEEDED', 'API_TOKEN_LIMIT_EXCEEDED']),
  message: z.string().nullish(),
})

/** Both limits are counted over this time, and no header says when it ends. */
const WINDOW_SECONDS = 10

/**
 * What Trello's status does not say: how long a limit lasts, and that “unauthorized” is about one card or board.
 *
 * @see https://developer.atlassian.com/cloud/trello/guides/rest-api/rate-limits/
 */
export function trelloRefusal(answer: unknown): ProviderError | undefined {
  const { data } = limited.safeParse(answer)
  if (data !== undefined) return new ProviderError(data.message ?? data.error, 429, WINDOW_SECONDS)
  const isForbidden =
    typeof answer === 'string' && /^unauthorized (?:\w+ )*permission requested$/.test(answer)
  return isForbidden ? new ProviderError(answer, 403) : undefined
}
