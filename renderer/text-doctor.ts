/** Words of the connection doctor; the lines themselves come from main. */
export const DOCTOR = {
  check: 'Check connection',
  checkNamed: (what: string) => `Check connection of ${what}`,
  title: 'Connection check',
  before: 'What a first sign-in needs',
  found: (n: number) =>
    n === 0 ? 'No problem found.' : n === 1 ? '1 problem found.' : `${n} problems found.`,
  states: { ok: 'OK', problem: 'Problem', note: 'Note', skipped: 'Not checked' },
  again: 'Run again',
  copyReport: 'Copy report',
  reportHint: 'The report holds no keys, passwords or account names.',
  clientTitle: (name: string) => `Your OAuth app at ${name}`,
  actionNamed: (action: string, line: string) => `${action}: ${line}`,
  actions: {
    retry: 'Try again',
    reconnect: 'Reconnect',
    enter_client: 'Enter OAuth app',
    open_console: 'Open developer console',
    open_settings: 'Open settings',
    open_keychain_help: 'What can I do?',
    register_protocol: 'Let Gatehouse open it',
  },
  notRegistered: 'The system did not let Gatehouse do that. Choose it among your default programs.',
  keychainHelp: [
    'Linux: install GNOME Keyring or KWallet, sign out and in again, and unlock it when it asks.',
    'macOS: open Keychain Access and unlock the keychain named “login”.',
    'Windows: make sure that the service “Credential Manager” runs.',
    'Or keep the key with a passphrase of yours, or in ENCRYPTION_KEY.',
  ],
} as const
