import type { VaultAction, VaultStatus } from '../../preload/contract/shapes.ts'
import type { KeyFinding } from './find-key.ts'
import { decodeMasterKey } from './master-key.ts'
import type { VaultRecord } from './vault-record.ts'

/**
 * What the window may know of the vault.
 *
 * @param environmentKey the value of ENCRYPTION_KEY, if it is set
 */
export function statusOf(
  finding: KeyFinding,
  record: VaultRecord,
  environmentKey: string | undefined,
): VaultStatus {
  const isUsable = environmentKey === undefined || decodeMasterKey(environmentKey) !== undefined
  return {
    where: finding.where,
    keptBy: record.protector,
    state: finding.state,
    isEmpty: record.check === undefined,
    sentence: sentenceOf(finding, record, isUsable),
    can: isUsable ? [...actionsOf(finding, record)] : [],
  }
}

/** What can be done now; everything else is refused. */
function actionsOf({ state, where }: KeyFinding, { check, protector }: VaultRecord): readonly VaultAction[] {
  const isEmpty = check === undefined
  if (state === 'locked') return ['unlock', 'changePassphrase', 'startOver']
  if (state !== 'ready') {
    if (isEmpty) return ['usePassphrase']
    const hasOldKey = where === 'environment' && state === 'wrong_key' && protector !== 'environment'
    return hasOldKey ? ['rotate', 'restoreKey', 'startOver'] : ['restoreKey', 'startOver']
  }
  if (where === 'passphrase') return ['lock', 'changePassphrase', 'useKeychain', 'rotate']
  if (where === 'keychain') return isEmpty ? ['usePassphrase'] : ['usePassphrase', 'rotate']
  if (isEmpty) return []
  return protector === 'passphrase'
    ? ['useKeychain']
    : protector === 'keychain'
      ? ['usePassphrase']
      : ['useKeychain', 'usePassphrase']
}

function sentenceOf(finding: KeyFinding, record: VaultRecord, isUsable: boolean): string {
  if (finding.state === 'ready') return readySentence(finding.where, record)
  if (finding.state === 'locked') return 'Enter your passphrase. Until then no app can use your accounts.'
  return `${finding.error.message} ${wayOut(finding, record, isUsable)}`
}

function readySentence(where: VaultStatus['where'], { check, protector, leftovers }: VaultRecord): string {
  if (where === 'passphrase') {
    const stays = leftovers.length > 0 ? ' The keychain still has a copy: it is deleted once it can be.' : ''
    return `The vault is open. It is locked when Gatehouse quits.${stays}`
  }
  if (where === 'keychain') {
    return check === undefined
      ? 'Nothing is encrypted yet. The key will lie in this computer’s keychain.'
      : 'The key lies in this computer’s keychain.'
  }
  const otherwise = {
    environment: '',
    keychain: ' Without it, the keychain has the same key.',
    passphrase: ' Without it, your passphrase opens the vault.',
  }
  return (
    `The key comes from ENCRYPTION_KEY.${otherwise[protector]} To change it, set a new one, start Gatehouse` +
    ' again and enter the old one here.'
  )
}

function wayOut({ state, where }: KeyFinding, { check }: VaultRecord, isUsable: boolean): string {
  if (state === 'no_keychain') {
    return check === undefined
      ? 'Unlock or install one, or choose a passphrase instead.'
      : 'Unlock it and try again: your credentials are all there.'
  }
  if (!isUsable) return 'Correct it and start Gatehouse again.'
  if (where !== 'environment') return 'Restore it, or enter the key here.'
  return state === 'missing'
    ? 'Set it and start Gatehouse again, or enter the key here.'
    : 'Set the right one and start Gatehouse again, or have everything encrypted anew with this one.'
}
