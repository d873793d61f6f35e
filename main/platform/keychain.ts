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
  // The entries are made within: without a session bus already that throws.
  const ask = endEvenWhileAsking()
  return {
    get: (name) => ask(async () => (await entry(name).getPassword()) ?? null),
    set: (name, secret) => ask(() => entry(name).setPassword(secret)),
    delete: (name) => ask(async () => void (await entry(name).deletePassword())),
  }
}

/**
 * A call that makes the system ask the person for a password holds a thread until they answer, and a process that
 * ends waits for its threads. By then everything is closed and written: it need not wait.
 *
 * @returns what counts the calls under way
 */
function endEvenWhileAsking(): <T>(question: () => Promise<T>) => Promise<T> {
  let waiting = 0
  process.once('exit', () => {
    if (waiting > 0) process.kill(process.pid, 'SIGKILL')
  })
  return async (question) => {
    waiting += 1
    try {
      return await question()
    } finally {
      waiting -= 1
    }
  }
}
