import { HubError } from '../../preload/contract/errors.ts'
import { newSecret } from '../identifiers.ts'
import type { Keychain } from '../platform/platform.ts'
import type { Vault } from '../vault/vault.ts'
import { fine, note, problem, type Check, type Finding } from './finding.ts'

interface VaultDependencies {
  readonly vault: Pick<Vault, 'ready'>
  readonly keychain: Keychain
  /** Whether the key that protects credentials lies in the keychain; else a broken one does no harm. */
  readonly usesKeychain: () => Promise<boolean>
}

/** Whether secrets can be kept: the vault opens, and the keychain gives back what it is given. */
export function vaultCheck(dependencies: VaultDependencies): Check {
  return {
    id: 'vault',
    title: 'Vault',
    limitMs: 20_000,
    whenLate: 'The keychain may be waiting for you to unlock it: look for its window.',
    run: () => look(dependencies),
  }
}

async function look({ vault, keychain, usesKeychain }: VaultDependencies): Promise<Finding> {
  try {
    await vault.ready()
  } catch (error) {
    return locked(error)
  }
  if (!(await usesKeychain())) return fine('Credentials can be kept; the keychain is not needed.')
  if (await givesBack(keychain)) {
    return fine('Credentials can be kept: the keychain takes, gives back and deletes.')
  }
  return note(
    'The vault is open, but the keychain did not give back what it was given. Gatehouse may not find its key there at' +
      ' the next start.',
    'open_keychain_help',
  )
}

function locked(error: unknown): Finding {
  if (!(error instanceof HubError)) throw error
  const { code, message, remedy } = error.toBody()
  return problem(
    `${message} ${remedy}`,
    code === 'KEYCHAIN_UNAVAILABLE' ? 'open_keychain_help' : 'open_settings',
  )
}

/** Writes, reads and deletes an entry of its own: two looks at once must not meet. */
async function givesBack(keychain: Keychain): Promise<boolean> {
  const [entry, text] = [`probe-${newSecret().slice(0, 12)}`, newSecret()]
  try {
    await keychain.set(entry, text)
    try {
      return (await keychain.get(entry)) === text
    } finally {
      await keychain.delete(entry)
    }
  } catch {
    return false
  }
}
