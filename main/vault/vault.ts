import { createHmac, timingSafeEqual } from 'node:crypto'
import { HubError } from '../../preload/contract/errors.ts'
import type { Platform } from '../platform/platform.ts'
import type { Settings } from '../settings/settings.ts'
import { seal, unseal } from './cipher.ts'
import { findMasterKey } from './master-key.ts'

const CHECK_SETTING = 'vault.key_check'

/** Where secrets are encrypted. The master key stays inside. */
export interface Vault {
  /** Makes sure that secrets can be kept, before a person is asked for one. */
  ready(): Promise<void>
  /** @param boundTo id of what the text belongs to; needed again to open it */
  seal(boundTo: string, text: string): Promise<Buffer>
  /** @throws HubError VAULT_LOCKED when the key is not the one it was sealed with */
  unseal(boundTo: string, sealed: Buffer): Promise<string>
}

/** The key is looked up on first use, so that starting needs no keychain. */
export function createVault(platform: Pick<Platform, 'keychain' | 'environment'>, settings: Settings): Vault {
  let pending: Promise<Buffer> | undefined
  const key = (): Promise<Buffer> => {
    pending ??= unlock(platform, settings).catch((error: unknown) => {
      pending = undefined
      throw error
    })
    return pending
  }
  return {
    ready: async () => void (await key()),
    seal: async (boundTo, text) => seal(await key(), boundTo, text),
    async unseal(boundTo, sealed) {
      const opened = await key()
      try {
        return unseal(opened, boundTo, sealed)
      } catch {
        throw new HubError('VAULT_LOCKED', 'A stored secret could not be opened with this key.')
      }
    },
  }
}

async function unlock(
  platform: Pick<Platform, 'keychain' | 'environment'>,
  settings: Settings,
): Promise<Buffer> {
  const check = settings.get(CHECK_SETTING)
  const key = await findMasterKey(platform, check === undefined)
  const proof = createHmac('sha256', key).update('gatehouse key check').digest()
  if (check === undefined) settings.set(CHECK_SETTING, proof.toString('base64'))
  else if (!timingSafeEqual(proof, Buffer.from(check, 'base64'))) {
    throw new HubError('VAULT_LOCKED', 'The key is not the one your credentials were stored with.')
  }
  return key
}
