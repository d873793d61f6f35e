import { HubError } from '../../preload/contract/errors.ts'
import type { VaultAction, VaultStatus } from '../../preload/contract/vault.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { environmentKey, type KeyFinding } from './find-key.ts'
import type { KeeperParts } from './keeper-parts.ts'
import { changePassphrase, lock, unlock, useKeychain, usePassphrase } from './protectors.ts'
import { restoreKey, startOver } from './recovery.ts'
import { rotate } from './rotation.ts'
import { statusOf } from './vault-status.ts'

/** What the person can do about the key. Passphrases go in; nothing secret ever comes out. */
export interface VaultKeeper {
  /** @param reach asks the keychain also when nothing is encrypted yet */
  status(reach: boolean): Promise<VaultStatus>
  /** @throws HubError INVALID_PARAMS when it is another one. Each try takes about half a second. */
  unlock(passphrase: string): Promise<VaultStatus>
  lock(): Promise<VaultStatus>
  /** The key, or a new one, is kept sealed with a passphrase, and no longer in the keychain. */
  usePassphrase(passphrase: string): Promise<VaultStatus>
  useKeychain(): Promise<VaultStatus>
  changePassphrase(passphrase: string, newPassphrase: string): Promise<VaultStatus>
  /** Encrypts everything anew with another key. @param passphrase needed where one protects the key */
  rotate(passphrase?: string): Promise<VaultStatus>
  /** @param passphrase keeps the key with a passphrase instead of in the keychain */
  restoreKey(key: string, passphrase?: string): Promise<VaultStatus>
  /** Removes every secret that cannot be opened. @param confirm what the person has typed */
  startOver(confirm: string): Promise<VaultStatus>
}

export function createVaultKeeper(parts: KeeperParts): VaultKeeper {
  const { holder, records } = parts.vault
  const given = (): string | undefined => environmentKey(parts.platform)
  const status = async (reach: boolean): Promise<VaultStatus> => {
    const finding = await holder.find(reach)
    holder.offer(finding)
    return statusOf(finding, records.read(), given(), parts.say)
  }
  const doing =
    <A extends readonly unknown[]>(
      action: VaultAction,
      work: (parts: KeeperParts, finding: KeyFinding, ...input: A) => Promise<void>,
    ) =>
    async (...input: A): Promise<VaultStatus> => {
      await holder.alone(async () => {
        const finding = await holder.find(true)
        const { can, where } = statusOf(finding, records.read(), given(), parts.say)
        if (!can.includes(action)) throw refusal(action, finding, where)
        await work(parts, finding, ...input)
      })
      parts.changed('vault.changed')
      return await status(false)
    }
  return {
    status,
    unlock: doing('unlock', unlock),
    lock: doing('lock', lock),
    usePassphrase: doing('usePassphrase', usePassphrase),
    useKeychain: doing('useKeychain', useKeychain),
    changePassphrase: doing('changePassphrase', changePassphrase),
    rotate: doing('rotate', rotate),
    restoreKey: doing('restoreKey', restoreKey),
    startOver: doing('startOver', startOver),
  }
}

function refusal(action: VaultAction, finding: KeyFinding, where: VaultStatus['where']): HubError {
  if (finding.state !== 'ready') return finding.error
  if (action === 'lock') {
    return new HubError('INVALID_PARAMS', sentences.vault.cannotLock)
  }
  if (action === 'rotate' && where === 'environment') {
    return new HubError('INVALID_PARAMS', sentences.vault.variable.fixed)
  }
  return new HubError('INVALID_PARAMS', sentences.vault.nothingToDo)
}
