import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { newId } from '../identifiers.ts'
import type { Clock } from '../platform/platform.ts'
import type { Call } from '../tools/call.ts'
import type { ApprovalRows } from './approval-rows.ts'
import { argumentsHash } from './arguments-hash.ts'
import { createParkedCall, type ParkedCall } from './parked-call.ts'

const PARKED_MS = 15 * 60_000
/** Per app: more would only bury the person. */
const MOST_WAITING = 50

interface ParkingDependencies {
  readonly rows: Pick<ApprovalRows, 'insert'>
  readonly clock: Clock
  /** Called when the time of a call is up. */
  readonly onExpiry: (entry: ParkedCall) => void
  readonly onChange: () => void
}

/** The calls that wait, run, or whose end may still be asked for. */
export interface ParkedCalls {
  all(): readonly ParkedCall[]
  find(id: string): ParkedCall | undefined
  /** The same call, asked again while it is parked, is the same call. @throws HubError RATE_LIMITED */
  joinOrOpen(call: Call): ParkedCall
  /** It has ended. Whoever has a ticket may still ask for a while, and then hears more than the rows hold. */
  retire(entry: ParkedCall): void
}

export function createParkedCalls({ rows, clock, onExpiry, onChange }: ParkingDependencies): ParkedCalls {
  const parked = new Map<string, ParkedCall>()
  const open = (call: Call, sameness: string): ParkedCall => {
    const waiting = [...parked.values()].filter(
      (entry) => entry.state === 'waiting' && entry.call.app.id === call.app.id,
    )
    if (waiting.length >= MOST_WAITING) {
      throw new HubError('RATE_LIMITED', sentences.approvals.tooMany(call.app.name, waiting.length))
    }
    const requestedAt = clock.now()
    const entry = createParkedCall({
      id: newId('apr'),
      call,
      sameness,
      requestedAt,
      expiresAt: requestedAt + PARKED_MS,
    })
    rows.insert({
      id: entry.id,
      appId: call.app.id,
      tool: call.tool.name,
      argumentsHash: sameness,
      requestedAt,
    })
    entry.stopTimer = clock.after(PARKED_MS, () => onExpiry(entry))
    parked.set(entry.id, entry)
    onChange()
    return entry
  }
  return {
    all: () => [...parked.values()],
    find: (id) => parked.get(id),
    joinOrOpen(call) {
      const sameness = samenessOf(call)
      const same = [...parked.values()].find(
        (entry) => entry.sameness === sameness && entry.state !== 'settled',
      )
      return same ?? open(call, sameness)
    },
    retire(entry) {
      entry.state = 'settled'
      if (!entry.ticketed) parked.delete(entry.id)
      else clock.after(PARKED_MS, () => parked.delete(entry.id))
    },
  }
}

/** What makes two calls one question: app, tool, account and arguments. */
export function samenessOf({ app, tool, connection, arguments: args }: Call): string {
  return argumentsHash([app.id, tool.name, connection.id, args])
}
