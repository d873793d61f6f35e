import type { KeyObject } from 'node:crypto'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { VaultStatus } from '../../preload/contract/vault.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { KeyEntries } from './key-entries.ts'
import { decodeMasterKey, fitsCheck } from './master-key.ts'
import type { Protector, VaultRecord } from './vault-record.ts'

/** What is known of the master key. */
export type KeyFinding =
  | {
      readonly state: 'ready'
      readonly where: Protector
      /** Absent where none has been made yet. */
      readonly key?: KeyObject
    }
  | { readonly state: Problem; readonly where: Protector; readonly error: HubError }

type Problem = Exclude<VaultStatus['state'], 'ready'>

interface Places {
  readonly entries: KeyEntries
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** @returns the value of ENCRYPTION_KEY, or undefined when it is not set */
export function environmentKey({ environment }: Pick<Places, 'environment'>): string | undefined {
  const text = environment['ENCRYPTION_KEY']
  return text === '' ? undefined : text
}

/**
 * Looks for the master key: `ENCRYPTION_KEY` first, else where it was put. Changes nothing.
 *
 * @param reach whether to ask the keychain although it holds nothing yet, only to see that it can be reached, and
 *   not to wait together with others for an answer that may never come
 */
export async function findKey(places: Places, record: VaultRecord, reach: boolean): Promise<KeyFinding> {
  const given = environmentKey(places)
  if (given !== undefined) return inEnvironment(given, record)
  if (record.check === undefined && !reach) return { state: 'ready', where: 'keychain' }
  const read = (): Promise<string | null> => places.entries.read(record.entry, reach)
  if (record.check === undefined) return await reached(read)
  if (record.protector === 'keychain') return await inKeychain(read, record.check)
  if (record.protector === 'environment') {
    return problem('missing', 'environment', sentences.vault.variable.missing)
  }
  return record.wrapped === undefined
    ? problem('wrong_key', 'passphrase', sentences.vault.passphrase.damaged)
    : problem('locked', 'passphrase', sentences.vault.locked)
}

function inEnvironment(text: string, { check }: VaultRecord): KeyFinding {
  const key = decodeMasterKey(text)
  if (key === undefined) {
    return problem('wrong_key', 'environment', sentences.vault.variable.malformed)
  }
  if (check === undefined || fitsCheck(key, check)) return { state: 'ready', where: 'environment', key }
  return problem('wrong_key', 'environment', sentences.vault.variable.wrong)
}

type Read = () => Promise<string | null>

async function reached(read: Read): Promise<KeyFinding> {
  try {
    await read()
    return { state: 'ready', where: 'keychain' }
  } catch (error) {
    return unreachable(error)
  }
}

async function inKeychain(read: Read, check: string): Promise<KeyFinding> {
  try {
    const text = await read()
    if (text === null) return problem('missing', 'keychain', sentences.vault.keychain.missing)
    const key = decodeMasterKey(text)
    if (key !== undefined && fitsCheck(key, check)) return { state: 'ready', where: 'keychain', key }
    return problem('wrong_key', 'keychain', sentences.vault.keychain.wrong)
  } catch (error) {
    return unreachable(error)
  }
}

function unreachable(error: unknown): KeyFinding {
  if (error instanceof HubError) return { state: 'no_keychain', where: 'keychain', error }
  throw error
}

function problem(state: Problem, where: Protector, sentence: Sentence): KeyFinding {
  return { state, where, error: new HubError('VAULT_LOCKED', sentence) }
}
