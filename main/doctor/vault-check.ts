import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
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
    title: sentences.doctor.titles.vault,
    limitMs: 20_000,
    whenLate: sentences.doctor.vault.late,
    run: () => look(dependencies),
  }
}

async function look({ vault, keychain, usesKeychain }: VaultDependencies): Promise<Finding> {
  try {
    await vault.ready()
  } catch (error) {
    return locked(error)
  }
  if (!(await usesKeychain())) return fine(sentences.doctor.vault.withoutKeychain)
  if (await givesBack(keychain)) return fine(sentences.doctor.vault.fine)
  return note(sentences.doctor.vault.forgets, 'open_keychain_help')
}

function locked(error: unknown): Finding {
  if (!(error instanceof HubError)) throw error
  const { code, sentence } = error
  return problem(
    sentences.doctor.withRemedy(sentence, sentences.remedies[code]),
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
