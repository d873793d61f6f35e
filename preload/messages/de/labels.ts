import type { labels as english } from '../en/labels.ts'
import type { SameShape } from '../speak.ts'

/** Words for what the hub names by a code. */
export const labels: SameShape<typeof english> = {
  categories: {
    'ai-ml': 'KI',
    communication: 'Kommunikation',
    'crm-marketing-social': 'CRM, Marketing, Soziales',
    'developer-tools': 'Entwicklung',
    'finance-ecommerce': 'Finanzen und Shops',
    productivity: 'Produktivität',
  },
  outcomes: {
    started: 'Läuft',
    succeeded: 'Erledigt',
    failed: 'Fehlgeschlagen',
    denied: 'Abgelehnt',
    expired: 'Abgelaufen',
    withdrawn: 'Zurückgezogen',
    refused: 'Abgewiesen',
    unknown: 'Ergebnis unbekannt',
  },
  reasons: {
    default: 'Läuft ohne Rückfrage',
    'your setting': 'Das Tool ist so eingestellt, dass es ohne Rückfrage läuft',
    'app setting': 'Das Tool ist so eingestellt, dass es für diese App ohne Rückfrage läuft',
    'whole app setting': 'Alle Tools dieser App sind so eingestellt, dass sie ohne Rückfrage laufen',
    remembered: 'Eine gemerkte Antwort hat es erlaubt',
    rule: 'Eine eigene Regel hat es erlaubt',
    approved: 'Auf Nachfrage erlaubt',
    'approved with changes': 'Auf Nachfrage mit Änderungen erlaubt',
    denied: 'Auf Nachfrage abgelehnt',
    withdrawn: 'Vor einer Antwort zurückgezogen',
    blocked: 'Das Tool ist gesperrt',
    locked: 'Der Tresor war gesperrt',
    expired: 'Niemand hat rechtzeitig geantwortet',
    joined: 'Auf Nachfrage erlaubt, und das Programm hat seinen Zugang abgeholt',
    paused: 'Alle Apps waren angehalten',
    'taken back': 'Was der Aufruf braucht, wurde vorher zurückgenommen',
  },
  effects: { read: 'Liest', write: 'Schreibt', destructive: 'Destruktiv' },
  policies: { auto: 'Automatisch', ask: 'Fragen', block: 'Sperren' },
  policyNotes: {
    auto: 'Läuft sofort',
    ask: 'Läuft erst nach einem Ja',
    block: 'Läuft nie, und Apps sehen es nicht',
  },
  statuses: { active: 'Verbunden', expired: 'Anmeldung abgelaufen', error: 'Funktioniert nicht' },
}
