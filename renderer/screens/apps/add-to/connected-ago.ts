import { text } from '../../../text.ts'
import { formatAgo } from '../../../ui/time.ts'

const MINUTE_MS = 60_000

/** @returns how long ago a program was here, for a sentence and for a label; null when it was not yet */
export function connectedAgo(lastSeenAt: string | null, now: number) {
  if (lastSeenAt === null) return null
  const past = Math.max(0, now - Date.parse(lastSeenAt))
  const ago =
    past < MINUTE_MS ? text.clients.secondsAgo(Math.floor(past / 1_000)) : formatAgo(lastSeenAt, now)
  return { ago, short: text.apps.lastSeen(ago) }
}
