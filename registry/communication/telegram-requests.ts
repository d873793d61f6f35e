import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { countAnswer } from './telegram-answers.ts'

/** https://core.telegram.org/bots/api#sendmessage, https://core.telegram.org/bots/api#sendphoto */
export const MOST_TEXT = 4096
export const MOST_CAPTION = 1024

/** Markup does not count, so that only what has none can be measured here; the rest is for Telegram to measure. */
export function fits(text: string | undefined, parse_mode: string | undefined, most: number): boolean {
  return parse_mode !== undefined || Array.from(text ?? '').length <= most
}

export function tooLong(field: string, most: number) {
  return { path: [field], message: `Telegram takes at most ${most} characters` }
}

interface Circumstances {
  readonly silent?: boolean | undefined
  readonly topic_id?: number | undefined
  readonly reply_to_message_id?: number | undefined
}

/** How a message is sent, in Telegram's names. */
export function sending({ silent, topic_id, reply_to_message_id: message_id }: Circumstances) {
  return {
    disable_notification: silent,
    message_thread_id: topic_id,
    reply_parameters: message_id === undefined ? undefined : { message_id },
  }
}

/** How many people are in a chat. Not every chat tells every bot, which must not cost the chat itself. */
export async function memberCount(
  chat_id: string,
  { request }: Pick<ToolContext, 'request'>,
): Promise<number | undefined> {
  try {
    const { data } = await request('POST /getChatMemberCount', { json: { chat_id }, schema: countAnswer })
    return data.result
  } catch (error) {
    if (error instanceof ProviderError && [400, 403, 404].includes(error.status)) return undefined
    throw error
  }
}
