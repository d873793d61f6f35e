import { compact } from '../compact.ts'
import type { PageArguments } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { queueAnswer, updatesAnswer, updateRow } from './telegram-answers.ts'

/** Telegram shows no more of its queue at once, and more only after these were taken off. */
const MOST_SHOWN = 100

/**
 * What waits for the bot, oldest first, without taking anything off the queue: an `offset` would do that, for good
 * and for every program that reads the same bot. `allowed_updates` stays away too: it is a setting, and would remain.
 *
 * @see https://core.telegram.org/bots/api#getting-updates
 */
export async function waitingUpdates({ cursor, limit }: PageArguments, { request }: ToolContext) {
  const seen = updateId(cursor)
  const { data } = await request('POST /getUpdates', { json: { limit: MOST_SHOWN }, schema: updatesAnswer })
  const { data: queue } = await request('POST /getWebhookInfo', { schema: queueAnswer })
  const waiting = queue.result.pending_update_count
  const unseen = data.result.filter(({ update_id }) => update_id > seen)
  const page = unseen.slice(0, limit)
  // A repeat within half a second is answered with a single update, however many wait.
  const isCut = data.result.length === 1 && waiting > 1
  const end = page.at(-1)?.update_id ?? seen
  const next = unseen.length > page.length || isCut ? String(end) : undefined
  return compact({ updates: page.map(updateRow), next_cursor: next, waiting })
}

/** @throws ProviderError 400: any other cursor would lead back to the beginning */
function updateId(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,10}$/.test(cursor)) return Number(cursor)
  throw new ProviderError(ownReason('cursor'), 400)
}

/**
 * Takes the updates up to this one off the queue. They cannot be had again.
 *
 * @throws ProviderError 400 when Telegram did not, because no such update waits
 */
export async function forgetUpdates(update_id: number, { request }: ToolContext) {
  const json = { offset: update_id + 1, limit: 1 }
  const { data } = await request('POST /getUpdates', { json, schema: updatesAnswer })
  const next = data.result[0]?.update_id
  if (next !== undefined && next <= update_id) {
    throw new ProviderError(ownReason('notWaiting'), 400)
  }
  return compact({ read_up_to: update_id, next_update_id: next })
}
