import type { KeyObject } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { HubError } from '../../preload/contract/errors.ts'
import { newSecret } from '../identifiers.ts'
import type { Platform } from '../platform/platform.ts'
import { createLimiter } from '../tools/limiter.ts'
import { environmentKey, findKey, type KeyFinding } from './find-key.ts'
import { createKeyEntries } from './key-entries.ts'
import { checkOf, fitsCheck, newMasterKey } from './master-key.ts'
import type { Protector, VaultRecords } from './vault-record.ts'

export type VaultPlatform = Pick<Platform, 'keychain' | 'environment' | 'clock'>

/** Holds the master key while the vault is open. */
export interface KeyHolder {
  /** Looked up when it is first needed, and made when there is none. @throws HubError */
  key(): Promise<KeyObject>
  /** What is known of the key. Makes none. @param reach asks the keychain in any case, and anew */
  find(reach: boolean): Promise<KeyFinding>
  /** The same, as if ENCRYPTION_KEY were not set. */
  findStored(): Promise<KeyFinding>
  /** Uses this key from now on; what the keychain holds in vain is deleted soon. */
  take(key: KeyObject, where: Protector): void
  /** Uses what was found, if it is still the key of the vault and none is in use. */
  offer(finding: KeyFinding): void
  /** Forgets the key; it is looked up again when it is needed. */
  drop(): void
  /** Puts a key into the keychain under a name of its own, not yet as the one in use. @returns the name */
  store(key: KeyObject): Promise<string>
  /** Deletes what the keychain holds in vain. Never rejects: what is left is tried again at the next start. */
  sweep(): Promise<void>
  /** Runs one change at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Runs `work`, which waits for nothing, when nobody is between sealing and writing. */
  exclusively<T>(work: () => T): Promise<T>
  /** While `work` runs, the key stays. @throws HubError as `key` */
  hold<T>(work: () => Promise<T>): Promise<T>
  /** Whether the passphrase is waited for. */
  isLocked(): boolean
  /** Whether the key is in use, so that nothing has to be asked for it. */
  isOpen(): boolean
  /** Resolves as soon as no passphrase is waited for. */
  unlocked(): Promise<void>
}

/** @param onChange told when the vault was opened, or could not be for another reason than before */
export function createKeyHolder(
  platform: VaultPlatform,
  records: VaultRecords,
  onChange: () => void,
): KeyHolder {
  const entries = createKeyEntries(platform.keychain, platform.clock)
  const places = { entries, environment: platform.environment }
  const oneAtATime = createLimiter(1)
  const holds = new Set<Promise<unknown>>()
  const waiting: (() => void)[] = []
  let held: { readonly key: Promise<KeyObject>; readonly finding: KeyFinding } | undefined
  let looking: Promise<KeyObject> | undefined
  let failure: HubError | undefined

  const find = async (reach: boolean): Promise<KeyFinding> =>
    held?.finding ?? (await findKey(places, records.read(), reach))

  const goOn = (): void => {
    failure = undefined
    for (const resume of waiting.splice(0)) resume()
  }

  const sweep = async (): Promise<void> => {
    try {
      const { leftovers, protector, entry: current } = records.read()
      if (leftovers.length === 0) return
      const isGone = async (entry: string): Promise<boolean> => {
        if (protector === 'keychain' && entry === current) return true
        return await entries.remove(entry).then(
          () => true,
          () => false,
        )
      }
      const gone = await Promise.all(leftovers.map(isGone))
      records.write({ leftovers: leftovers.filter((_, index) => gone[index] !== true) })
    } catch {
      // Entries nobody needs do no harm.
    }
  }

  const take = (key: KeyObject, where: Protector): void => {
    held = { key: Promise.resolve(key), finding: { state: 'ready', where, key } }
    goOn()
    void oneAtATime(sweep)
  }

  const fail = (error: HubError): never => {
    const isNews = failure?.message !== error.message
    failure = error
    if (isNews) onChange()
    throw error
  }

  /** A name that is noted before it is used: whatever stops us, the entry is found again. */
  const store = async (key: KeyObject): Promise<string> => {
    const entry = `master-key-${newSecret().slice(0, 12)}`
    await entries.read(entry)
    const { leftovers } = records.read()
    records.write({ leftovers: [...leftovers, entry] })
    try {
      await entries.store(entry, key)
      return entry
    } catch (error) {
      await sweep()
      throw error
    }
  }

  const make = async (): Promise<KeyObject> => {
    const key = newMasterKey()
    const entry = await store(key)
    const leftovers = records.read().leftovers.filter((name) => name !== entry)
    records.write({ check: checkOf(key), protector: 'keychain', entry, leftovers })
    return key
  }

  const look = async (): Promise<KeyObject> => {
    const finding = await find(records.read().check === undefined)
    if (finding.state !== 'ready') return fail(finding.error)
    const isNews = failure !== undefined || records.read().check === undefined
    const key = finding.key ?? (await make().catch(fail))
    if (records.read().check === undefined) records.write({ check: checkOf(key), protector: 'environment' })
    take(key, finding.where)
    if (isNews) onChange()
    return key
  }

  const key = (): Promise<KeyObject> => {
    if (held !== undefined) return held.key
    looking ??= oneAtATime(look).finally(() => (looking = undefined))
    return looking
  }

  const isLocked = (): boolean => {
    if (held !== undefined || environmentKey(places) !== undefined) return false
    const { check, protector } = records.read()
    return check !== undefined && protector === 'passphrase'
  }

  return {
    key,
    find,
    findStored: () => findKey({ entries, environment: {} }, records.read(), true),
    take,
    offer(finding) {
      if (held !== undefined || finding.state !== 'ready' || finding.key === undefined) return
      const { check, protector } = records.read()
      const isThere = finding.where === 'environment' || finding.where === protector
      if (check !== undefined && isThere && fitsCheck(finding.key, check)) take(finding.key, finding.where)
    },
    drop() {
      held = undefined
      goOn()
    },
    store,
    sweep,
    alone: oneAtATime,
    async exclusively(work) {
      do {
        await Promise.allSettled(holds)
        // Whoever has sealed something by now has written it when this turn of the event loop ends.
        await setImmediate()
      } while (holds.size > 0)
      return work()
    },
    async hold(work) {
      await key()
      const running = work()
      holds.add(running)
      try {
        return await running
      } finally {
        holds.delete(running)
      }
    },
    isLocked,
    isOpen: () => held !== undefined,
    async unlocked() {
      if (isLocked()) await new Promise<void>((resume) => waiting.push(resume))
    },
  }
}
