import type { remedies as english } from '../en/remedies.ts'
import type { SameShape } from '../speak.ts'

/** What to do about an error, by its code, for the person at the window. */
export const remedies: SameShape<typeof english> = {
  INTEGRATIONS_NOT_CONFIGURED:
    'In Gatehouse diese Integration für die App freigeben oder ihre OAuth-Client-ID eingeben.',
  INTEGRATIONS_NOT_CONNECTED: 'In Gatehouse ein Konto dieser Integration verbinden.',
  INTEGRATIONS_EXECUTION_FAILED:
    'Den Grund lesen; nennt er einen Fehler, die Anfrage ändern, sonst es später erneut versuchen.',
  RESOURCE_NOT_FOUND: 'Den Namen prüfen; die Liste der Tools zeigt, was es gibt.',
  INVALID_PARAMS: 'Die genannten Felder berichtigen und es erneut versuchen.',
  APPROVAL_DENIED: 'Der Aufruf wurde abgelehnt und soll nicht wiederholt werden.',
  APPROVAL_EXPIRED: 'Niemand hat rechtzeitig geantwortet, und nichts wurde ausgeführt.',
  APPROVAL_WITHDRAWN:
    'Die Anfrage wurde zurückgezogen, bevor jemand geantwortet hat; nichts wurde ausgeführt.',
  OUTCOME_UNKNOWN:
    'Der Aufruf hatte begonnen, als er abgebrochen wurde. Vor einer Wiederholung beim Dienst nachsehen, ob er gewirkt hat.',
  TOOL_BLOCKED: 'Dieses Tool ist gesperrt. In Gatehouse lässt es sich erlauben.',
  PAUSED:
    'Nichts wurde ausgeführt. Apps können weitermachen, sobald sie in Gatehouse wieder zugelassen werden.',
  RECONNECT_REQUIRED: 'In Gatehouse dieses Konto neu verbinden.',
  SCOPE_MISSING: 'In Gatehouse dieses Konto neu verbinden und die genannte Berechtigung erlauben.',
  RATE_LIMITED: 'So lange wie angegeben warten, dann erneut versuchen.',
  ACCOUNT_AMBIGUOUS: 'Eines der aufgeführten Konten nennen.',
  UNAUTHORIZED:
    'Das Token der App als „Authorization: Bearer …“ senden. Tokens entstehen in Gatehouse unter „Apps“.',
  FORBIDDEN:
    'Die Brücke bedient nur Programme auf diesem Computer, keine Webseiten und keine anderen Computer.',
  PAYLOAD_TOO_LARGE: 'Weniger als 4 MiB senden.',
  UNSUPPORTED_MEDIA_TYPE: 'Den Inhalt als application/json senden.',
  METHOD_NOT_ALLOWED: 'Die Methode benutzen, die in der Dokumentation für diese Route steht.',
  TIMEOUT: 'Der Dienst hat zu lange gebraucht. Bitte später erneut versuchen.',
  NETWORK: 'Die Verbindung zum Internet prüfen, dann erneut versuchen.',
  SIGN_IN_FAILED: 'Die Anmeldung neu beginnen.',
  KEY_REJECTED:
    'Prüfen, ob der ganze Schlüssel kopiert wurde und nicht widerrufen ist, dann erneut einfügen.',
  KEYCHAIN_UNAVAILABLE:
    'Einen Schlüsselbund entsperren oder installieren (unter Linux einen Secret Service wie GNOME Keyring), oder in Gatehouse unter „Einstellungen“ eine Passphrase wählen.',
  VAULT_LOCKED:
    'Gatehouse öffnen. Es fragt nach der Passphrase oder zeigt unter „Einstellungen“, wie der Schlüssel zurückzubekommen ist.',
  INTERNAL:
    'In Gatehouse ist etwas schiefgegangen. Bitte erneut versuchen; bleibt es dabei, hilft das Protokoll unter „Aktivität“ weiter.',
}
