import type { KeyObject } from 'node:crypto'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Clock, Keychain } from '../platform/platform.ts'
import { encodeMasterKey } from './master-key.ts'

/** The system may be asking the person for a password; apps want an answer before they, or a tool's limit, give up. */
const ANSWER_MS = 15_000

/** The keychain's entries that hold master keys. Every method throws HubError KEYCHAIN_UNAVAILABLE. */
export interface KeyEntries {
  /**
   * @param anew does not wait together with a request that has not been answered yet
   * @returns what the entry holds, or null when there is none
   */
  read(entry: string, anew?: boolean): Promise<string | null>
  /** Stores a key and makes sure that it is there. */
  store(entry: string, key: KeyObject): Promise<void>
  remove(entry: string): Promise<void>
}

export function createKeyEntries(keychain: Keychain, clock: Clock): KeyEntries {
  const reading = new Map<string, Promise<string | null>>()
  const attempt = <T>(work: () => Promise<T>): Promise<T> => answered(clock, Promise.resolve().then(work))

  /** Each request may make the system ask the person: while one waits, others wait with it. */
  const read = (entry: string, anew = false): Promise<string | null> => {
    const running = reading.get(entry)
    if (running !== undefined && !anew) return answered(clock, running)
    const started = Promise.resolve().then(() => keychain.get(entry))
    const forget = (): void => {
      if (reading.get(entry) === started) reading.delete(entry)
    }
    started.then(forget, forget)
    reading.set(entry, started)
    return answered(clock, started)
  }

  return {
    read,
    async store(entry, key) {
      const text = encodeMasterKey(key)
      await attempt(() => keychain.set(entry, text))
      // Some keychains accept a write and keep nothing: find out before a secret depends on it.
      if ((await read(entry)) === text) return
      throw new HubError('KEYCHAIN_UNAVAILABLE', sentences.vault.keychain.forgets)
    },
    remove: (entry) => attempt(() => keychain.delete(entry)),
  }
}

async function answered<T>(clock: Clock, work: Promise<T>): Promise<T> {
  let stop: () => void = () => undefined
  const silence = new Promise<never>((_, reject) => {
    stop = clock.after(ANSWER_MS, () =>
      reject(new HubError('KEYCHAIN_UNAVAILABLE', sentences.vault.keychain.silent)),
    )
  })
  try {
    return await Promise.race([work, silence])
  } catch (error) {
    if (error instanceof HubError) throw error
    throw new HubError('KEYCHAIN_UNAVAILABLE', sentences.vault.keychain.unreachable)
  } finally {
    stop()
  }
}
