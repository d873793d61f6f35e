import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Settings } from '../settings/settings.ts'
import { seal, unseal } from './cipher.ts'
import { createKeyHolder, type KeyHolder, type VaultPlatform } from './key-holder.ts'
import { createVaultRecords, type VaultRecords } from './vault-record.ts'

/** Where secrets are encrypted. The master key stays inside. */
export interface Vault {
  /** Makes sure that secrets can be kept, before a person is asked for one. @throws HubError */
  ready(): Promise<void>
  /**
   * What it returns must be written at once, without waiting for anything else, or inside `hold`: the key may be
   * another one a moment later.
   *
   * @param boundTo id of what the text belongs to; needed again to open it
   */
  seal(boundTo: string, text: string): Promise<Buffer>
  /** @throws HubError VAULT_LOCKED when the key is not the one it was sealed with */
  unseal(boundTo: string, sealed: Buffer): Promise<string>
  /** For work that ends in a secret which must not be lost: locking and a change of key wait until it has ended. */
  hold<T>(work: () => Promise<T>): Promise<T>
  /** At once, without looking for a key. @throws HubError VAULT_LOCKED while the passphrase is waited for */
  refuseLocked(): void
  /** Resolves as soon as no passphrase is waited for. */
  unlocked(): Promise<void>
}

/** A vault together with what decides about its key. */
export interface OwnVault extends Vault {
  readonly holder: KeyHolder
  readonly records: VaultRecords
}

/**
 * The key is looked up on first use, so that starting needs no keychain.
 *
 * @param onChange told when it was opened, or could not be for another reason than before
 */
export function createVault(
  platform: VaultPlatform,
  settings: Settings,
  onChange: () => void = () => undefined,
): OwnVault {
  const records = createVaultRecords(settings)
  const holder = createKeyHolder(platform, records, onChange)
  return {
    holder,
    records,
    ready: async () => void (await holder.key()),
    seal: async (boundTo, text) => seal(await holder.key(), boundTo, text),
    async unseal(boundTo, sealed) {
      const key = await holder.key()
      try {
        return unseal(key, boundTo, sealed)
      } catch {
        throw new HubError('VAULT_LOCKED', sentences.vault.notOpened)
      }
    },
    hold: holder.hold,
    refuseLocked() {
      if (holder.isLocked()) throw new HubError('VAULT_LOCKED', sentences.vault.locked)
    },
    unlocked: holder.unlocked,
  }
}
