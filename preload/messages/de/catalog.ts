import type {
  catalog as englishCatalog,
  defaults as englishDefaults,
  ended as englishEnded,
  integration as englishIntegration,
} from '../en/catalog.ts'
import type { SameShape } from '../speak.ts'

/** Words of the list of integrations. */
export const catalog: SameShape<typeof englishCatalog> = {
  title: 'Katalog',
  lead: 'Ein Konto einmal verbinden. KI-Apps benutzen es über Gatehouse, und was sie dürfen, wird hier entschieden.',
  search: 'Integrationen suchen',
  placeholder: 'Nach Name oder Funktion suchen',
  categories: 'Kategorie',
  all: 'Alle',
  connected: 'Verbunden',
  available: 'Verfügbar',
  found: '{0, plural, one {# Integration} other {# Integrationen}}',
  tools: '{0, plural, one {# Tool} other {# Tools}}',
  status: { expired: 'Abgelaufen', error: 'Funktioniert nicht' },
  moreAccounts: '{0} und {1, plural, one {# weiteres} other {# weitere}}',
  nothingFound: 'Nichts gefunden',
  nothingFoundFor:
    'Keine Integration passt zu „{0}“. Vielleicht helfen weniger Wörter oder eine andere Kategorie.',
  nothingInCategory: 'In dieser Kategorie gibt es nichts.',
  clear: 'Suche löschen',
  empty: 'Keine Integrationen',
  emptyBody: 'Diese Ausgabe von Gatehouse enthält keine Integrationen.',
}

/** Words of one integration’s page. */
export const integration: SameShape<typeof englishIntegration> = {
  back: 'Katalog',
  accounts: 'Konten',
  connectedOn: 'verbunden am {0}',
  authType: { oauth2: 'Anmeldung im Browser', api_key: 'Schlüssel', client_credentials: 'App-Zugangsdaten' },
  permissions: '{0, plural, one {# Berechtigung} other {# Berechtigungen}}',
  default: 'Standard',
  makeDefault: 'Als Standard',
  makeDefaultNamed: '{0} zum Standard machen',
  notAllowed: 'Nicht erlaubt: {0}. Neu verbinden und erlauben, um zu benutzen, was das braucht.',
  reconnect: 'Neu verbinden',
  reconnectNamed: '{0} neu verbinden',
  disconnect: 'Trennen',
  disconnectNamed: '{0} trennen',
  disconnectTitle: '{0} trennen?',
  disconnectBody:
    'Apps können dieses Konto nicht mehr benutzen. Gatehouse bittet {0}, die Zugangsdaten zurückzunehmen, und vergisst sie dann.',
  disconnectKeyBody:
    'Apps können dieses Konto nicht mehr benutzen, und Gatehouse vergisst den Schlüssel. Der Schlüssel selbst bleibt gültig, bis er in den Einstellungen bei {0} entfernt wird.',
  keyStays: 'Der Schlüssel selbst bleibt gültig, bis er in den Einstellungen bei {0} entfernt wird.',
  disconnected: '{0} ist getrennt',
  notRevoked:
    '{0} hat nicht bestätigt, dass die Zugangsdaten ungültig sind. Zur Sicherheit dort in den Einstellungen entfernen.',
  tools: 'Tools',
  toolSummary:
    '{0, plural, one {# Tool} other {# Tools}}, {1, plural, one {# fragt} other {# fragen}} vorher',
  policyOf: 'Vorgabe für {0}',
  defaultNote: '{0}. Das ist der Standard',
  reset: 'Auf Standard zurücksetzen',
  resetNamed: '{0} auf Standard zurücksetzen',
  hosts: 'Wohin die Zugangsdaten gehen dürfen',
  hostsBody: 'Gatehouse sendet sie an diese Adressen und an keine anderen.',
}

/** Words of accounts whose sign-in has ended. */
export const ended: SameShape<typeof englishEnded> = {
  title: '{0} neu verbinden',
  waiting: '{0, plural, one {Ein Aufruf wartet darauf.} other {# Aufrufe warten darauf.}}',
  more: '{0, plural, one {# weiteres Konto ist} other {# weitere Konten sind}} neu zu verbinden',
}

/** Words of what an account uses where a call names nothing. */
export const defaults: SameShape<typeof englishDefaults> = {
  label: 'Standard: {0}',
  none: 'Keiner',
  choose: 'Wählen …',
  chooseNamed: 'Standard wählen: {0}',
  clear: 'Löschen',
  clearNamed: 'Standard löschen: {0}',
  pick: 'Bitte auswählen',
  nothing: 'In diesem Konto gibt es nichts zur Auswahl',
}
