import { randomBytes } from 'node:crypto'
import { HubError } from '../../preload/contract/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { KEY_BYTES } from './cipher.ts'

const ENTRY = 'master-key'

/**
 * Finds the 256-bit master key: `ENCRYPTION_KEY` (base64) when set, else the keychain's entry.
 *
 * @param mayCreate whether nothing is encrypted yet, so that a new key loses nothing
 * @throws HubError VAULT_LOCKED or KEYCHAIN_UNAVAILABLE
 */
export async function findMasterKey(
  { keychain, environment }: Pick<Platform, 'keychain' | 'environment'>,
  mayCreate: boolean,
): Promise<Buffer> {
  const fromEnvironment = environment['ENCRYPTION_KEY']
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return decodeKey(fromEnvironment, 'ENCRYPTION_KEY')
  const stored = await withKeychain(() => keychain.get(ENTRY))
  if (stored !== null) return decodeKey(stored, 'The keychain entry')
  if (!mayCreate) {
    throw new HubError(
      'VAULT_LOCKED',
      'The keychain no longer holds the key that your credentials were stored with.',
    )
  }
  return await createMasterKey(keychain)
}

async function createMasterKey(keychain: Platform['keychain']): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  const text = key.toString('base64')
  await withKeychain(() => keychain.set(ENTRY, text))
  // Some keychains accept a write and keep nothing: find out before the first secret is entrusted to it.
  if ((await withKeychain(() => keychain.get(ENTRY))) !== text) {
    throw new HubError('KEYCHAIN_UNAVAILABLE', 'The keychain did not give back what was stored in it.')
  }
  return key
}

function decodeKey(text: string, source: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length === KEY_BYTES) return key
  throw new HubError('VAULT_LOCKED', `${source} is not a 256-bit key in base64.`)
}

async function withKeychain<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch {
    throw new HubError('KEYCHAIN_UNAVAILABLE', 'This computer’s keychain could not be reached.')
  }
}
