import type { VaultStatus } from '../preload/contract/shapes.ts'

type Where = VaultStatus['where']

const PROTECTED_BY: Readonly<Record<Where, string>> = {
  environment: 'Protected by ENCRYPTION_KEY',
  keychain: 'Protected by your keychain',
  passphrase: 'Open, protected by your passphrase',
}

const NOT_OPEN: Readonly<Record<Exclude<VaultStatus['state'], 'ready'>, string>> = {
  locked: 'Locked',
  missing: 'The key is missing',
  wrong_key: 'This is not the right key',
  no_keychain: 'No keychain',
}

/** Words of the settings, and of what the shell says about the vault. */
export const SETTINGS = {
  title: 'Settings',
  lead: 'How Gatehouse keeps on this computer what you entrust to it.',
  open: 'Open settings',
  vault: 'Vault',
  vaultNote: 'Where your credentials lie encrypted',
  stateOf: ({ state, where, isEmpty }: VaultStatus): string => {
    if (state === 'no_keychain' && !isEmpty) return 'The keychain cannot be reached'
    if (state !== 'ready') return NOT_OPEN[state]
    return isEmpty ? 'Nothing encrypted yet' : PROTECTED_BY[where]
  },
  later: 'Later',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  unlockOpen: 'Unlock…',
  unlockTitle: 'Unlock your credentials',
  unlockBody: 'Gatehouse is locked. Until you enter your passphrase, no app can use your accounts.',
  lockedTitle: 'Gatehouse is locked',
  lockedBody: 'No app can use your accounts until you enter your passphrase.',
  lock: 'Lock now',
  locked: 'Gatehouse is locked',
  unlocked: 'Gatehouse is unlocked',
  toPassphrase: {
    title: 'Passphrase',
    body: 'Gatehouse asks for it at every start, and the keychain is not used.',
    bodyBesideVariable: 'Keeps the same key with a passphrase, so that ENCRYPTION_KEY is no longer needed.',
    open: 'Use a passphrase…',
    dialog: 'Protect the vault with a passphrase',
    lead: 'You will enter it at every start of Gatehouse. Nobody can restore it: if you forget it, every account has to be connected again.',
    confirm: 'Use this passphrase',
    done: 'The vault is protected by your passphrase',
  },
  toKeychain: {
    title: 'Keychain',
    body: 'The vault opens by itself while you are signed in to this computer. The passphrase is forgotten.',
    bodyBesideVariable: 'Keeps the same key in the keychain, so that ENCRYPTION_KEY is no longer needed.',
    open: 'Use the keychain',
    done: 'The key lies in the keychain',
  },
  changePassphrase: {
    title: 'Another passphrase',
    body: 'Takes the place of the present one. What is encrypted stays as it is.',
    open: 'Change passphrase…',
    dialog: 'Change the passphrase',
    current: 'Current passphrase',
    confirm: 'Change passphrase',
    done: 'The passphrase is changed',
  },
  fresh: {
    label: 'New passphrase',
    repeat: 'Repeat it',
    differs: 'The two are not the same.',
  },
  strength: {
    short: (missing: number) =>
      missing === 1 ? 'One more character at least.' : `${missing} more characters at least.`,
    weak: 'Easy to guess. Four or five words that do not belong together are better.',
    fair: 'Fair. A few more words make it much harder to guess.',
    good: 'Good, if nobody else has ever written it down and you use it nowhere else.',
  },
  rotate: {
    title: 'New key',
    body: 'Encrypts everything anew with a fresh key. Older copies of the database can then no longer be opened.',
    open: 'Make a new key…',
    dialog: 'Make a new key?',
    lead: 'Every credential is encrypted anew, all of them or none. Backups of the database from before can then no longer be opened.',
    confirm: 'Make a new key',
    done: 'Everything is encrypted with a new key',
  },
  adopt: {
    title: 'Encrypt anew with ENCRYPTION_KEY',
    body: 'The old key is still kept on this computer. Everything can be encrypted anew with the key that is set now.',
    open: 'Encrypt anew…',
    dialog: 'Encrypt everything with ENCRYPTION_KEY?',
    lead: 'Every credential is encrypted anew, all of them or none. From then on Gatehouse needs this ENCRYPTION_KEY, and the old key is deleted.',
    confirm: 'Encrypt anew',
    done: 'Everything is encrypted with ENCRYPTION_KEY',
  },
  restoreKey: {
    title: 'I have the key',
    body: 'If you have kept a copy of the key, everything is there again.',
    open: 'Enter the key…',
    dialog: 'Enter the key',
    lead: 'The 256-bit key that your credentials were stored with, in base64: 44 characters.',
    key: 'Key',
    withPassphrase: 'Protect it with a passphrase from now on',
    withoutKeychain: 'There is no keychain to put it into: choose a passphrase that protects it.',
    confirm: 'Restore',
    done: 'The vault is open again',
  },
  startOver: {
    title: 'Start over',
    body: 'Give up what is encrypted and connect your accounts again.',
    bodyForgotten: 'You have forgotten it? Then give up what is encrypted and connect your accounts again.',
    open: 'Start over…',
    dialog: 'Start over with an empty vault?',
    goes: 'These are removed for good:',
    gone: 'Credentials of all accounts, your own OAuth apps, answers that apps have not fetched yet.',
    stays: 'These stay:',
    staying: 'Accounts (to be connected again), apps, policies, the activity log.',
    prompt: (words: string) => `Type “${words}” to confirm`,
    words: 'start over',
    confirm: 'Remove and start over',
    done: 'The vault is empty. Connect your accounts again.',
  },
} as const
