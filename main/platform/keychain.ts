import { AsyncEntry } from 'keytar'
import type { Keychain } from './platform.ts'

const SERVICE = 'gatehouse'

/**
 * The system's keychain. On Linux the Secret Service is required: the library would otherwise fall back to
 * the kernel's keyring, which forgets everything at the next start of the computer.
 */
export function createKeychain(): Keychain {
  const entry = (name: string): AsyncEntry =>
    process.platform === 'linux'
      ? new AsyncEntry(SERVICE, name, { linux: { store: 'secret-service' } })
      : new AsyncEntry(SERVICE, name)
  return {
    get: async (name) => (await entry(name).getPassword()) ?? null,
    set: (name, secret) => entry(name).setPassword(secret),
    delete: async (name) => void (await entry(name).deletePassword()),
  }
}
