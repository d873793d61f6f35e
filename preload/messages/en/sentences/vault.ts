/** What is said of the vault and of the key that opens it. */
export const vault = {
  locked: 'The vault is locked.',
  empty: 'Nothing is encrypted yet.',
  notOpened: 'A stored secret could not be opened with this key.',
  nothingToDo: 'As the vault is now, there is nothing to do.',
  cannotLock: 'Only a vault with a passphrase can be locked.',
  variable: {
    missing: 'ENCRYPTION_KEY is not set, and it holds the key of the vault.',
    malformed: 'ENCRYPTION_KEY is not a 256-bit key in base64.',
    wrong: 'ENCRYPTION_KEY is not the key that your credentials were stored with.',
    fixed:
      'The key comes from ENCRYPTION_KEY, which Gatehouse cannot change. Set a new one, start Gatehouse again and enter the old one under Settings.',
  },
  keychain: {
    missing: 'The keychain no longer holds the key that your credentials were stored with.',
    wrong: 'The keychain’s key is not the one that your credentials were stored with.',
    forgets: 'The keychain did not give back what was stored in it.',
    silent: 'This computer’s keychain has not answered. It may be waiting for your password.',
    unreachable: 'This computer’s keychain could not be reached.',
  },
  passphrase: {
    short: 'Choose a passphrase of at least {0} characters.',
    wrong: 'This is not the passphrase of the vault.',
    damaged: 'What is stored about the passphrase is damaged.',
    needed: 'Enter your passphrase: it protects the new key, too.',
  },
  key: {
    malformed: 'This is not a 256-bit key in base64.',
    wrong: 'This key is not the one that your credentials were stored with.',
  },
  startOver: {
    words: 'start over',
    confirm: 'Type “{0}” to confirm. Nothing was removed.',
  },
  /** Rows that cannot be opened: what each is, and how to be rid of it. */
  damaged: {
    credential: 'The stored credential of an account is damaged. Disconnect the account that does not work.',
    client: 'A stored OAuth app is damaged. Forget the one whose sign-in does not work.',
    signIn:
      'A sign-in that waits for the browser is damaged. Cancel it, or wait ten minutes and sign in again.',
    outcome: 'The stored answer of a call is damaged. It is kept for a day at most: try again tomorrow.',
    result: 'A stored answer is damaged. It is kept for a day at most: try again tomorrow.',
    unchanged: '{0} Nothing was changed.',
  },
  state: {
    enterPassphrase: 'Enter your passphrase. Until then no app can use your accounts.',
    open: 'The vault is open. It is locked when Gatehouse quits.',
    openBesideCopy:
      'The vault is open. It is locked when Gatehouse quits. The keychain still has a copy: it is deleted once it can be.',
    willLieInKeychain: 'Nothing is encrypted yet. The key will lie in this computer’s keychain.',
    inKeychain: 'The key lies in this computer’s keychain.',
    fromVariable: {
      environment:
        'The key comes from ENCRYPTION_KEY. To change it, set a new one, start Gatehouse again and enter the old one here.',
      keychain:
        'The key comes from ENCRYPTION_KEY. Without it, the keychain has the same key. To change it, set a new one, start Gatehouse again and enter the old one here.',
      passphrase:
        'The key comes from ENCRYPTION_KEY. Without it, your passphrase opens the vault. To change it, set a new one, start Gatehouse again and enter the old one here.',
    },
  },
  /** What is wrong, and what to do about it. */
  wayOut: {
    noKeychain: '{0} Unlock or install one, or choose a passphrase instead.',
    keychainClosed: '{0} Unlock it and try again: your credentials are all there.',
    correct: '{0} Correct it and start Gatehouse again.',
    restore: '{0} Restore it, or enter the key here.',
    setVariable: '{0} Set it and start Gatehouse again, or enter the key here.',
    setOtherVariable:
      '{0} Set the right one and start Gatehouse again, or have everything encrypted anew with this one.',
  },
} as const
