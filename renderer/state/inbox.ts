import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

const LOOKED_AT = 200
const SHOWN = 20

/** Why a call ran or did not, where a person was asked. */
const ASKED: ReadonlySet<string> = new Set([
  'approved',
  'approved with changes',
  'joined',
  'denied',
  'expired',
  'withdrawn',
])

/** The last calls that somebody was asked about, newest first. */
export const useAnswered = createResource(async () => {
  const { rows } = await request('activity.list', { limit: LOOKED_AT })
  return askedAbout(rows)
})

/** @returns those of the calls that a person had to decide about, and as many as are worth a look */
export function askedAbout(calls: readonly ActivityEntry[]): readonly ActivityEntry[] {
  const isAsked = ({ reason, outcome }: ActivityEntry): boolean =>
    ASKED.has(reason) || ['denied', 'expired', 'withdrawn'].includes(outcome)
  return calls.filter(isAsked).slice(0, SHOWN)
}
