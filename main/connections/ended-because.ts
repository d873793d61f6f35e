import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from './connection-rows.ts'

const DAY_MS = 24 * 60 * 60_000

/**
 * Why a sign-in has ended, for the person: the provider's habit where the definition knows one that fits the time.
 *
 * @param now milliseconds since 1970
 */
export function endedBecause(
  { auth, name }: Pick<Integration, 'auth' | 'name'>,
  { signedInAt }: Pick<ConnectionRow, 'signedInAt'>,
  now: number,
): Sentence {
  const { grantEnds } = auth.find((method) => method.type === 'oauth2') ?? {}
  const age = now - signedInAt
  // A day of room: the end is noticed only when the next token is asked for.
  const fits =
    grantEnds !== undefined && age >= grantEnds.afterDays * DAY_MS && age < (grantEnds.afterDays + 1) * DAY_MS
  return fits ? sentences.connections.habit(grantEnds.because) : sentences.connections.hasEnded(name)
}
