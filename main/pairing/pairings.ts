import { HubError } from '../../preload/contract/errors.ts'
import type { Pairing } from '../../preload/contract/pairing.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Clock } from '../platform/platform.ts'
import { plainName } from './app-name.ts'
import type { AskerFacts } from './asker-facts.ts'
import type { Asker, Granted } from './asker.ts'
import { createPairingEntry, lookAt, OPEN_MS, type PairingEntry, type PairingState } from './pairing-entry.ts'
import { pairingForWindow } from './pairing-for-window.ts'
import { aboutAsker, type PairingRecorder } from './pairing-recorder.ts'
import { createTokenBucket } from './token-bucket.ts'

/** The routes need no token: more than this would only bury the person. */
const MOST_OPEN = 3
const BURST = 6
const REFILL_MS = 60_000
/** An answer that nobody has come for is forgotten. */
const KEPT_MS = 5 * 60_000

interface PairingDependencies {
  readonly clock: Clock
  readonly factsOf: (asker: Asker) => AskerFacts
  /** @throws HubError RESOURCE_NOT_FOUND */
  readonly checkToolkit: (integrationId: string) => unknown
  readonly recorder: Pick<PairingRecorder, 'asked' | 'allowed' | 'closed'>
  readonly onChange: () => void
}

/** What an asker may know of its own question. */
export interface AskedPairing {
  readonly secret: string
  readonly code: string
  readonly asker: Asker
  readonly expiresAt: number
  readonly state: PairingState
}

interface Answer {
  readonly allow: boolean
  readonly toolkits?: readonly string[] | undefined
  readonly name?: string | undefined
}

/** Programs that wait to be let in, in memory. Silence is no. */
export interface Pairings {
  /** Asks the person, or joins the same question. @throws HubError RATE_LIMITED */
  open(asker: Asker): AskedPairing
  /** @throws HubError RESOURCE_NOT_FOUND when there is none, or none any more */
  get(secret: string): AskedPairing
  /** Waits for the answer, 25 s at most. @throws HubError RESOURCE_NOT_FOUND */
  wait(secret: string, signal: AbortSignal): Promise<AskedPairing>
  /** Hands over what was allowed, once. @throws HubError RESOURCE_NOT_FOUND when there is nothing to take */
  take(secret: string): Granted
  /** The asker no longer wants to know. */
  cancel(secret: string): void
  /** Open questions, oldest first. */
  list(): Pairing[]
  /**
   * @throws HubError APPROVAL_EXPIRED when the question is no longer open, RESOURCE_NOT_FOUND for a toolkit; also when
   *   a yes cannot be written into the log: the question stays open then
   */
  decide(pairingId: string, answer: Answer): void
  /** Withdraws every open question. */
  close(): void
}

export function createPairings(dependencies: PairingDependencies): Pairings {
  const { clock, factsOf, recorder, onChange } = dependencies
  const entries = new Map<string, PairingEntry>()
  const bucket = createTokenBucket(clock, BURST, REFILL_MS)

  const settle = (entry: PairingEntry, state: Exclude<PairingState, 'waiting'>): void => {
    if (entry.state !== 'waiting') return
    if (state !== 'allowed') recorder.closed(entry, state)
    entry.state = state
    entry.attendance.stop()
    entry.stopTimer()
    entry.stopTimer = clock.after(KEPT_MS, () => forget(entry))
    for (const listener of entry.listeners) listener()
    onChange()
  }
  const forget = (entry: PairingEntry): void => {
    entry.stopTimer()
    entries.delete(entry.secret)
  }
  /** Timers stand still while the computer sleeps; the time of day does not. */
  const waiting = (): PairingEntry[] => {
    const open = [...entries.values()].filter(({ state }) => state === 'waiting')
    for (const entry of open) if (entry.expiresAt <= clock.now()) settle(entry, 'expired')
    return open.filter(({ state }) => state === 'waiting')
  }
  const find = (secret: string): PairingEntry => {
    waiting()
    // Of 256 random bits the timing of a lookup tells nothing that would help to guess the rest.
    const entry = entries.get(secret)
    if (entry === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.pairing.over)
    return entry
  }
  const start = (asker: Asker, open: readonly PairingEntry[]): PairingEntry => {
    const wait = open.length >= MOST_OPEN ? Math.ceil(OPEN_MS / 1_000) : bucket.take()
    if (wait > 0) throw tooMany(wait)
    const codes = new Set(open.map(({ code }) => code))
    const facts = factsOf(asker)
    const entry = createPairingEntry(clock, asker, facts, codes, (absent) => settle(absent, 'withdrawn'))
    try {
      recorder.asked(entry)
    } catch (error) {
      entry.attendance.stop()
      throw error
    }
    entry.stopTimer = clock.after(OPEN_MS, () => settle(entry, 'expired'))
    entries.set(entry.secret, entry)
    onChange()
    return entry
  }
  const grantedBy = (entry: PairingEntry, { name, toolkits }: Answer): Granted => {
    const { asker } = entry
    const facts = factsOf(asker)
    for (const id of toolkits ?? []) dependencies.checkToolkit(id)
    return {
      pairingId: entry.id,
      asked: aboutAsker(entry),
      name: name === undefined ? facts.suggestedName : plainName(name),
      toolkits: [...new Set(toolkits ?? facts.wanted)],
      workspaceId: facts.workspaceId,
      knownAppId: asker.knownAppId,
    }
  }

  return {
    open(asker) {
      const open = waiting()
      return open.find((entry) => isSame(entry.asker, asker)) ?? start(asker, open)
    },
    get: find,
    async wait(secret, signal) {
      await lookAt(find(secret), clock, signal)
      return find(secret)
    },
    take(secret) {
      const entry = find(secret)
      if (entry.granted === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.pairing.nothing)
      forget(entry)
      return entry.granted
    },
    cancel(secret) {
      const entry = find(secret)
      if (entry.state === 'waiting') settle(entry, 'withdrawn')
      else forget(entry)
    },
    list: () => waiting().map((entry) => pairingForWindow(entry, factsOf(entry.asker))),
    decide(pairingId, answer) {
      const entry = waiting().find(({ id }) => id === pairingId)
      if (entry === undefined) throw new HubError('APPROVAL_EXPIRED', sentences.pairing.closed)
      if (!answer.allow) {
        // Whoever was turned away shall not ask again at once.
        bucket.take()
        return settle(entry, 'denied')
      }
      const granted = grantedBy(entry, answer)
      recorder.allowed(entry, granted)
      entry.granted = granted
      settle(entry, 'allowed')
    },
    close() {
      for (const entry of entries.values()) {
        settle(entry, 'withdrawn')
        entry.stopTimer()
      }
      entries.clear()
    },
  }
}

/** A browser that loads its page again asks the same question; a program that asks twice asks two. */
function isSame({ onward: one }: Asker, { onward: other }: Asker): boolean {
  if (one === undefined || other === undefined) return false
  return (
    one.clientId === other.clientId &&
    one.redirectUri === other.redirectUri &&
    one.challenge === other.challenge &&
    one.state === other.state &&
    one.issuer === other.issuer
  )
}

function tooMany(retryAfterSeconds: number): HubError {
  return new HubError('RATE_LIMITED', sentences.pairing.tooMany, { retryAfterSeconds })
}
