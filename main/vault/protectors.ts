import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { environmentKey, type KeyFinding } from './find-key.ts'
import { openKey, type KeeperParts } from './keeper-parts.ts'
import { checkOf, fitsCheck, newMasterKey } from './master-key.ts'
import { unwrapMasterKey, wrapMasterKey } from './passphrase.ts'
import type { Protector, VaultRecord } from './vault-record.ts'

/** Opens the vault. An open one stays open. */
export async function unlock(
  { vault: { holder, records } }: KeeperParts,
  _: KeyFinding,
  passphrase: string,
): Promise<void> {
  holder.take(await unwrapped(records.read(), passphrase), 'passphrase')
}

/** Waits for what is about to be stored. */
export async function lock({ vault: { holder } }: KeeperParts): Promise<void> {
  await holder.exclusively(() => holder.drop())
}

export async function usePassphrase(
  parts: KeeperParts,
  finding: KeyFinding,
  passphrase: string,
): Promise<void> {
  const { holder, records } = parts.vault
  // Only where nothing is encrypted yet is there no key.
  const key = (finding.state === 'ready' ? finding.key : undefined) ?? newMasterKey()
  const wrapped = await wrapMasterKey(key, passphrase, parts.cost)
  records.write({
    check: checkOf(key),
    protector: 'passphrase',
    wrapped,
    leftovers: withOldEntry(records.read()),
  })
  holder.take(key, placeOf(parts, 'passphrase'))
  await holder.sweep()
}

/** The passphrase keeps working until the keychain has given back what was stored in it. */
export async function useKeychain(parts: KeeperParts, finding: KeyFinding): Promise<void> {
  const { holder, records } = parts.vault
  const key = openKey(finding)
  const entry = await holder.store(key)
  const leftovers = records.read().leftovers.filter((name) => name !== entry)
  records.write({ protector: 'keychain', entry, wrapped: undefined, leftovers })
  holder.take(key, placeOf(parts, 'keychain'))
}

/** Seals the same key anew: what it protects is not touched. */
export async function changePassphrase(
  { vault: { holder, records }, cost }: KeeperParts,
  _: KeyFinding,
  passphrase: string,
  newPassphrase: string,
): Promise<void> {
  const key = await unwrapped(records.read(), passphrase)
  records.write({ wrapped: await wrapMasterKey(key, newPassphrase, cost) })
  holder.take(key, 'passphrase')
}

/** @throws HubError INVALID_PARAMS when it is another passphrase */
export async function unwrapped({ wrapped, check }: VaultRecord, passphrase: string) {
  if (wrapped === undefined) throw damaged()
  const key = await unwrapMasterKey(wrapped, passphrase)
  if (check === undefined || !fitsCheck(key, check)) throw damaged()
  return key
}

/** Entries of no use once the key lies elsewhere. */
export function withOldEntry({ protector, check, entry, leftovers }: VaultRecord): readonly string[] {
  const isOld = protector === 'keychain' && check !== undefined
  return isOld ? [...leftovers, entry] : leftovers
}

/** ENCRYPTION_KEY goes before everything else as long as it is set. */
export function placeOf({ platform }: KeeperParts, protector: Protector): Protector {
  return environmentKey(platform) === undefined ? protector : 'environment'
}

function damaged(): HubError {
  return new HubError('VAULT_LOCKED', sentences.vault.passphrase.damaged)
}
