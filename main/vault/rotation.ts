import type { KeyObject } from 'node:crypto'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { environmentKey, type KeyFinding } from './find-key.ts'
import { openKey, type KeeperParts } from './keeper-parts.ts'
import { checkOf, decodeMasterKey, fitsCheck, newMasterKey } from './master-key.ts'
import { wrapMasterKey } from './passphrase.ts'
import { unwrapped, withOldEntry } from './protectors.ts'
import { emptyLog, sealAgain } from './sealed-column.ts'
import type { Protector, VaultRecord } from './vault-record.ts'

/** Where the new key will be, as the transaction records it. */
type NewPlace = Partial<Pick<VaultRecord, 'entry' | 'wrapped'>>

/** Encrypts everything anew: with a new key, or with ENCRYPTION_KEY where that is not the vault's key yet. */
export async function rotate(parts: KeeperParts, finding: KeyFinding, passphrase?: string): Promise<void> {
  if (finding.where === 'environment') {
    return await moveToEnvironment(parts, await storedKey(parts, passphrase))
  }
  const from = openKey(finding)
  const to = newMasterKey()
  if (finding.where === 'keychain') return await rotateInKeychain(parts, from, to)
  const { records } = parts.vault
  const given = neededPassphrase(passphrase)
  await unwrapped(records.read(), given)
  await exchange(parts, from, to, 'passphrase', { wrapped: await wrapMasterKey(to, given, parts.cost) })
}

/**
 * The new key is in the keychain before anything is sealed with it, under a name of its own; the transaction says
 * which of the two is in use; then the old one is deleted. Wherever this stops, the key in use is there.
 */
async function rotateInKeychain(parts: KeeperParts, from: KeyObject, to: KeyObject): Promise<void> {
  const entry = await parts.vault.holder.store(to)
  await exchange(parts, from, to, 'keychain', { entry })
}

/** @param from the key that everything is sealed with until now */
export async function moveToEnvironment(parts: KeeperParts, from: KeyObject): Promise<void> {
  const to = decodeMasterKey(environmentKey(parts.platform) ?? '')
  if (to === undefined) throw new HubError('VAULT_LOCKED', sentences.vault.variable.malformed)
  await exchange(parts, from, to, 'environment', {})
}

/** Exchanges the key of every row and what is stored about the key, together or not at all. */
async function exchange(
  { vault: { holder, records }, database, columns }: KeeperParts,
  from: KeyObject,
  to: KeyObject,
  protector: Protector,
  place: NewPlace,
): Promise<void> {
  try {
    await holder.exclusively(() => {
      const leftovers = withOldEntry(records.read()).filter((name) => name !== place.entry)
      records.write({ wrapped: undefined, ...place, check: checkOf(to), protector, leftovers }, () =>
        sealAgain(database, columns, from, to),
      )
      holder.take(to, protector)
    })
  } catch (error) {
    // What failed to be written may have reached the disk all the same: what is stored decides.
    if (!fitsCheck(from, records.read().check ?? '')) holder.drop()
    throw error
  } finally {
    await holder.sweep()
  }
  emptyLog(database)
}

/** The vault's key, as it was kept before ENCRYPTION_KEY was set to another one. */
async function storedKey(parts: KeeperParts, passphrase: string | undefined): Promise<KeyObject> {
  const record = parts.vault.records.read()
  if (record.protector === 'passphrase') return await unwrapped(record, neededPassphrase(passphrase))
  return openKey(await parts.vault.holder.findStored())
}

function neededPassphrase(passphrase: string | undefined): string {
  if (passphrase !== undefined) return passphrase
  throw new HubError('INVALID_PARAMS', sentences.vault.passphrase.needed)
}
