import { z } from 'zod'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'

const refused = z.object({
  ok: z.literal(false),
  error_code: z.number().nullish(),
  description: z.string().nullish(),
  parameters: z
    .object({ retry_after: z.number().nullish(), migrate_to_chat_id: z.number().nullish() })
    .nullish(),
})

/**
 * The error in an answer with `ok: false`.
 *
 * @see https://core.telegram.org/bots/api#making-requests
 */
export function telegramRefusal(answer: unknown): ProviderError | undefined {
  const { data } = refused.safeParse(answer)
  if (data === undefined) return undefined
  const { error_code, description, parameters } = data
  const said = description ?? ownReason('refusedSilently', 'Telegram')
  const moved = parameters?.migrate_to_chat_id
  const reason = moved ? ownReason('chatMoved', said, moved) : said
  return new ProviderError(
    reason,
    statusOf(error_code ?? 200, description ?? ''),
    parameters?.retry_after ?? undefined,
  )
}

/** Telegram knows all our methods, so “Not Found” is about the token in the path; a missing chat is a bad request. */
function statusOf(code: number, description: string): number {
  if (code === 404) return 401
  return code === 400 && description.endsWith(' not found') ? 404 : code
}
