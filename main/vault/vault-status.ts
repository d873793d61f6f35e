import type { Sentence } from '../../preload/contract/sentence.ts'
import type { VaultAction, VaultStatus } from '../../preload/contract/vault.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { KeyFinding } from './find-key.ts'
import { decodeMasterKey } from './master-key.ts'
import type { VaultRecord } from './vault-record.ts'

const { state, wayOut: ways } = sentences.vault

/**
 * What the window may know of the vault.
 *
 * @param environmentKey the value of ENCRYPTION_KEY, if it is set
 * @param say in the person's language
 */
export function statusOf(
  finding: KeyFinding,
  record: VaultRecord,
  environmentKey: string | undefined,
  say: (sentence: Sentence) => string,
): VaultStatus {
  const isUsable = environmentKey === undefined || decodeMasterKey(environmentKey) !== undefined
  return {
    where: finding.where,
    keptBy: record.protector,
    state: finding.state,
    isEmpty: record.check === undefined,
    sentence: say(sentenceOf(finding, record, isUsable)),
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

function sentenceOf(finding: KeyFinding, record: VaultRecord, isUsable: boolean): Sentence {
  if (finding.state === 'ready') return readySentence(finding.where, record)
  if (finding.state === 'locked') return state.enterPassphrase
  return wayOut(finding, record, isUsable)(finding.error.sentence)
}

function readySentence(where: VaultStatus['where'], { check, protector, leftovers }: VaultRecord): Sentence {
  if (where === 'passphrase') return leftovers.length > 0 ? state.openBesideCopy : state.open
  if (where === 'keychain') return check === undefined ? state.willLieInKeychain : state.inKeychain
  return state.fromVariable[protector]
}

function wayOut(
  { state: problem, where }: KeyFinding,
  { check }: VaultRecord,
  isUsable: boolean,
): (problem: Sentence) => Sentence {
  if (problem === 'no_keychain') return check === undefined ? ways.noKeychain : ways.keychainClosed
  if (!isUsable) return ways.correct
  if (where !== 'environment') return ways.restore
  return problem === 'missing' ? ways.setVariable : ways.setOtherVariable
}
