import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { environmentKey, type KeyFinding } from './find-key.ts'
import type { KeeperParts } from './keeper-parts.ts'
import { decodeMasterKey, fitsCheck } from './master-key.ts'
import { wrapMasterKey } from './passphrase.ts'
import { moveToEnvironment } from './rotation.ts'
import { emptyLog, forgetSealed } from './sealed-column.ts'

/**
 * Opens the vault with a key that the person has kept.
 *
 * @param text the key, in base64
 * @param passphrase keeps the key with a passphrase instead of in the keychain
 */
export async function restoreKey(
  parts: KeeperParts,
  _: KeyFinding,
  text: string,
  passphrase?: string,
): Promise<void> {
  const { holder, records } = parts.vault
  const key = decodeMasterKey(text)
  if (key === undefined) throw new HubError('INVALID_PARAMS', sentences.vault.key.malformed)
  const { check } = records.read()
  if (check === undefined || !fitsCheck(key, check)) {
    throw new HubError('INVALID_PARAMS', sentences.vault.key.wrong)
  }
  // Only an ENCRYPTION_KEY that is another one leads here.
  if (environmentKey(parts.platform) !== undefined) return await moveToEnvironment(parts, key)
  if (passphrase !== undefined) {
    const wrapped = await wrapMasterKey(key, passphrase, parts.cost)
    records.write({ protector: 'passphrase', wrapped })
    return holder.take(key, 'passphrase')
  }
  const entry = await holder.store(key)
  const leftovers = records.read().leftovers.filter((name) => name !== entry)
  records.write({ protector: 'keychain', entry, wrapped: undefined, leftovers })
  holder.take(key, 'keychain')
}

/**
 * Gives up every secret that cannot be opened any more. Accounts stay, to be signed in to again; apps, policies and
 * the activity log are not touched.
 *
 * @param confirm what the person has typed: the words that their language has for it
 */
export async function startOver(parts: KeeperParts, _: KeyFinding, confirm: string): Promise<void> {
  const { holder, records } = parts.vault
  const { words, confirm: ask } = sentences.vault.startOver
  if (confirm.trim().toLowerCase() !== parts.say(words)) throw new HubError('INVALID_PARAMS', ask(words))
  await holder.exclusively(() => {
    const nothing = { check: undefined, protector: undefined, entry: undefined, wrapped: undefined }
    records.write(nothing, () => {
      forgetSealed(parts.database, parts.columns)
      parts.expireAccounts()
    })
    holder.drop()
  })
  emptyLog(parts.database)
  parts.changed('catalog.changed')
}
