import { randomInt } from 'node:crypto'
import { newId, newSecret } from '../identifiers.ts'
import type { Clock } from '../platform/platform.ts'
import { createAttendance, type Attendance } from './attendance.ts'
import type { AskerFacts } from './asker-facts.ts'
import type { Asker, Granted } from './asker.ts'
import type { AskedQuestion } from './pairing-recorder.ts'

export const OPEN_MS = 5 * 60_000
/** How long one look at a question may take: proxies and clients give up after half a minute. */
const LOOK_MS = 25_000

export type PairingState = 'waiting' | 'allowed' | 'denied' | 'expired' | 'withdrawn'

/** One program at the door. */
export interface PairingEntry extends AskedQuestion {
  /** 256 bits by which the asker comes back. */
  readonly secret: string
  state: PairingState
  granted: Granted | undefined
  readonly attendance: Attendance
  stopTimer: () => void
  /** Whoever waits for the answer. */
  readonly listeners: Set<() => void>
}

export function createPairingEntry(
  clock: Clock,
  asker: Asker,
  facts: AskerFacts,
  codesTaken: ReadonlySet<string>,
  onAbsent: (entry: PairingEntry) => void,
): PairingEntry {
  const requestedAt = clock.now()
  const entry: PairingEntry = {
    id: newId('pair'),
    secret: newSecret(),
    code: freshCode(codesTaken),
    asker,
    facts,
    requestedAt,
    expiresAt: requestedAt + OPEN_MS,
    state: 'waiting',
    granted: undefined,
    attendance: createAttendance(clock, () => onAbsent(entry)),
    stopTimer: () => undefined,
    listeners: new Set(),
  }
  return entry
}

/** Four digits that no other open question shows. */
function freshCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = String(randomInt(10_000)).padStart(4, '0')
    if (!taken.has(code)) return code
  }
}

/** Resolves when the entry is no longer waiting, after 25 s, or when whoever waits goes away. */
export async function lookAt(entry: PairingEntry, clock: Clock, signal: AbortSignal): Promise<void> {
  if (entry.state !== 'waiting' || signal.aborted) return
  const leave = entry.attendance.enter()
  await new Promise<void>((resolve) => {
    const done = (): void => {
      cancel()
      entry.listeners.delete(done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = clock.after(LOOK_MS, done)
    entry.listeners.add(done)
    signal.addEventListener('abort', done, { once: true })
  })
  leave()
}
