import {
  ALL_OWN_EVENTS,
  OWN_ACTIVITY,
  OWN_EVENTS,
  type OwnEvent,
} from '../../../preload/contract/own-activity.ts'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { text } from '../../text.ts'

/** @returns what has happened, for a line about Gatehouse itself; undefined for a call, also to Gatehouse itself */
export function ownEventOf({
  integrationId,
  tool,
}: Pick<ActivityEntry, 'integrationId' | 'tool'>): string | undefined {
  return integrationId === OWN_ACTIVITY && ALL_OWN_EVENTS.includes(tool) ? nameOfTool(tool) : undefined
}

/** @returns words for what stands for a tool in such a line; a tool's own name as it is */
export function nameOfTool(tool: string): string {
  const events: Readonly<Record<string, string>> = text.activity.events satisfies Record<OwnEvent, string>
  return (Object.hasOwn(events, tool) ? events[tool] : undefined) ?? tool
}

/** @returns words for how it ended, or that it goes on */
export function outcomeOf({ integrationId, tool, outcome }: ActivityEntry): string {
  const { outcomes, pairingOutcomes } = text.activity
  const isPairing = integrationId === OWN_ACTIVITY && tool === OWN_EVENTS.pairing
  return (isPairing ? { ...outcomes, ...pairingOutcomes } : outcomes)[outcome]
}
