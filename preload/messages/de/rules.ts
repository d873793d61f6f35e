import type {
  forgetting as englishForgetting,
  ledger as englishLedger,
  policy as englishPolicy,
  rule as englishRule,
} from '../en/rules.ts'
import type { SameShape } from '../speak.ts'

/** Words of the ledger of remembered answers. */
export const ledger: SameShape<typeof englishLedger> = {
  title: 'Gemerkte Antworten',
  note: 'Aufrufe, die ohne Rückfrage laufen',
  add: 'Regel hinzufügen',
  empty:
    'Keine. Die Antworten „Immer erlauben“ und „Für diese Sitzung erlauben“ werden hier aufgeführt; auch eigene Regeln lassen sich hinzufügen.',
  line: '{0} · {1}',
  any: 'ganz gleich, was gesendet wird',
  scope: { session: 'Bis Gatehouse beendet wird', always: 'Immer' },
  made: { form: 'Selbst erstellt, {0}', dialog: 'Aus einer Antwort, {0}' },
  used: '{0, plural, one {#-mal} other {#-mal}} benutzt, zuletzt {1}',
  neverUsed: 'Nie benutzt',
  ends: 'Endet: {0}',
  never: 'Unbefristet',
  left: '{0, plural, one {noch #-mal} other {noch #-mal}}',
  leftAny: 'Beliebig oft',
  ended: { expired: 'Beendet: Zeit abgelaufen', used_up: 'Beendet: aufgebraucht' },
  edit: 'Bearbeiten',
  editNamed: 'Regel für {0} und {1} bearbeiten',
  revoke: 'Widerrufen',
  revokeNamed: '{0} für {1} widerrufen',
  revoked: 'Gatehouse fragt wieder',
  revokeAll: 'Alle widerrufen',
  revokeAllTitle: 'Alle gemerkten Antworten für {0} widerrufen?',
  revokeAllTitleAny: 'Alle gemerkten Antworten widerrufen?',
  revokeAllBody:
    '{0, plural, one {# Antwort endet} other {# Antworten enden}} sofort. Vor Aufrufen, die sie erlaubt haben, wird wieder gefragt.',
  revokedAll: '{0, plural, one {# Antwort} other {# Antworten}} widerrufen',
  ofApp: 'Antworten anzeigen für',
  allApps: 'Alle Apps',
  showMore: '{0} weitere anzeigen',
}

/** Words of the form that makes a rule. */
export const rule: SameShape<typeof englishRule> = {
  addTitle: 'Regel hinzufügen',
  editTitle: 'Regel bearbeiten',
  lead: 'Passende Aufrufe laufen ohne Rückfrage. Vor allen anderen wird wie bisher gefragt, und was gesperrt ist, bleibt gesperrt.',
  app: 'App',
  noApps: 'Zuerst eine App hinzufügen: Eine Regel sagt, was eine App darf.',
  tool: 'Tool',
  findTool: 'Tool suchen',
  findToolHint:
    'Nach Name oder Integration. Nur Tools, die die App benutzen darf, mit einem verbundenen Konto.',
  noTools: 'Diese App darf keine Integration mit einem verbundenen Konto benutzen.',
  noToolFound: 'Kein Tool heißt so.',
  changeTool: 'Ändern',
  account: 'Konto',
  conditions: 'Nur wenn',
  addCondition: 'Bedingung hinzufügen',
  removeCondition: 'Bedingung für {0} entfernen',
  path: 'Argument',
  operator: 'Vergleich',
  operators: {
    equals: 'ist',
    one_of: 'ist eines von',
    ends_with: 'endet mit',
    matches: 'sieht aus wie',
    at_most: 'ist höchstens',
    every_equals: 'ist in jedem Eintrag',
    every_one_of: 'ist in jedem Eintrag eines von',
    every_ends_with: 'endet in jedem Eintrag mit',
    every_matches: 'sieht in jedem Eintrag aus wie',
  },
  value: 'Wert',
  values: 'Werte, einer je Zeile',
  yes: 'Ja',
  no: 'Nein',
  hints: {
    ends_with: 'Ein Wort oder eine Adresse. Listen, Namen mit einer Adresse und Zeilenumbrüche passen nie.',
    matches: '* steht für beliebige Zeichen innerhalb eines Wortes und nie für ein @.',
    at_most: 'Nur Zahlen, von null bis zu dieser.',
  },
  anything: 'Erlaubt dieser App jeden Aufruf dieses Tools, ganz gleich, was sie sendet.',
  anythingDestructive:
    'Erlaubt jeden Aufruf eines Tools, das löscht oder zerstört, ganz gleich, was es sendet.',
  others: 'Darf beliebig sein: {0}.',
  until: 'Gilt',
  untils: {
    session: 'Bis Gatehouse beendet wird',
    hour: 'Für eine Stunde',
    day: 'Für einen Tag',
    week: 'Für eine Woche',
    month: 'Für 30 Tage',
    date: 'Bis …',
    never: 'Immer',
  },
  date: 'Endet am',
  uses: 'Höchstens so oft',
  usesHint: 'Leer: beliebig oft.',
  usesRange: 'Bitte eine ganze Zahl von 1 bis 1.000.000 eingeben oder nichts.',
  save: 'Regel speichern',
  added: 'Die Regel gilt ab jetzt',
  trial: 'Hätte {0, number} von {1, plural, one {# früheren Aufruf} other {den letzten # Aufrufen}} erlaubt.',
  trialNone: 'Es gibt keine früheren Aufrufe dieses Tools durch diese App, an denen sie sich erproben ließe.',
  trialUnknown:
    '{0, plural, one {# ließ} other {# ließen}} sich nicht beurteilen, weil das Protokoll lange und geheime Werte gekürzt aufbewahrt.',
  trying: 'Wird an früheren Aufrufen erprobt …',
  untried: 'Sind die Bedingungen vollständig, werden sie an früheren Aufrufen erprobt.',
}

/** Words of what is set for one app. */
export const policy: SameShape<typeof englishPolicy> = {
  all: 'Alle ihre Tools',
  choices: { none: 'Je nach Tool', auto: 'Automatisch', ask: 'Fragen', block: 'Sperren' },
  means: {
    none: 'Jedes Tool verhält sich wie auf der Seite seiner Integration eingestellt.',
    auto: 'Alles läuft ohne Rückfrage, auch was sendet und löscht. Gesperrte Tools bleiben gesperrt.',
    ask: 'Vor allem wird gefragt, auch vor dem, was nur liest.',
    block: 'Nichts läuft, und die App sieht keine Tools.',
  },
  single: 'Tools mit eigener Einstellung für diese App',
  addSingle: 'Ein Tool für diese App einstellen',
  policyOf: 'Was {0} für diese App tut',
  policies: { auto: 'Automatisch', ask: 'Fragen', block: 'Sperren' },
  reset: 'Einstellung von {0} entfernen',
}

/** Words of the settings about forgetting. */
export const forgetting: SameShape<typeof englishForgetting> = {
  title: 'Gemerkte Antworten',
  note: 'Wann sie von selbst enden',
  onLock: 'Beenden, wenn der Computer gesperrt wird oder schläft',
  idle: 'Beenden, wenn niemand da ist',
  idles: {
    never: 'Nie',
    minutes: 'Nach {0, plural, one {# Minute} other {# Minuten}}',
    hours: 'Nach {0, plural, one {# Stunde} other {# Stunden}}',
  },
  which: 'Was endet',
  whichOnes: { session: 'Die für diese Sitzung', all: 'Alle' },
  means: {
    session:
      'Antworten für diese Sitzung enden. Regeln und Antworten, die für immer gegeben wurden, bleiben.',
    all: 'Jede gemerkte Antwort und jede Regel endet. Vor allen Aufrufen, die sie erlaubt haben, wird wieder gefragt.',
  },
}
