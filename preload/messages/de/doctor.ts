import type { doctor as english } from '../en/doctor.ts'
import type { SameShape } from '../speak.ts'

/** Words of the connection doctor; the lines themselves come from main. */
export const doctor: SameShape<typeof english> = {
  check: 'Verbindung prüfen',
  checkNamed: 'Verbindung prüfen: {0}',
  title: 'Prüfung der Verbindung',
  before: 'Was eine erste Anmeldung braucht',
  found: '{0, plural, =0 {Kein Problem gefunden.} one {1 Problem gefunden.} other {# Probleme gefunden.}}',
  states: { ok: 'In Ordnung', problem: 'Problem', note: 'Hinweis', skipped: 'Nicht geprüft' },
  again: 'Erneut prüfen',
  copyReport: 'Bericht kopieren',
  reportHint: 'Der Bericht enthält keine Schlüssel, Passwörter oder Kontonamen.',
  clientTitle: 'Die eigene OAuth-App bei {0}',
  actionNamed: '{0}: {1}',
  actions: {
    retry: 'Erneut versuchen',
    reconnect: 'Neu verbinden',
    enter_client: 'OAuth-App eingeben',
    open_console: 'Entwicklerkonsole öffnen',
    open_settings: 'Einstellungen öffnen',
    open_keychain_help: 'Was lässt sich tun?',
    register_protocol: 'Mit Gatehouse öffnen lassen',
  },
  notRegistered:
    'Das System hat Gatehouse das nicht erlaubt. Gatehouse lässt sich unter den Standardprogrammen auswählen.',
  keychainHelp: {
    linux:
      'Linux: GNOME Keyring oder KWallet installieren, ab- und wieder anmelden und auf Nachfrage entsperren.',
    macos: 'macOS: die Schlüsselbundverwaltung öffnen und den Schlüsselbund „Anmeldung“ entsperren.',
    windows: 'Windows: dafür sorgen, dass der Dienst „Anmeldeinformationsverwaltung“ läuft.',
    other: 'Oder den Schlüssel mit einer eigenen Passphrase oder in ENCRYPTION_KEY aufbewahren.',
  },
}
