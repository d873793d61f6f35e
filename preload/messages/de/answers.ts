import type { answers as english } from '../en/answers.ts'
import type { SameShape } from '../speak.ts'

/** Words of the question’s further answers. */
export const answers: SameShape<typeof english> = {
  edit: 'Zuerst Argumente ändern',
  editTitle: 'Ändern, was gesendet wird',
  editBody: 'Was hier steht, wird ausgeführt. Die KI erfährt, welche Argumente geändert wurden.',
  changed: 'Mit den Änderungen',
  changedUnsaid: 'Das ist die Anfrage der App. Die Änderung lässt sich noch nicht in Worte fassen.',
  editReading: 'Argumente werden gelesen …',
  allowEdited: 'Diesmal so geändert erlauben',
  allowAlways: 'Immer erlauben …',
  lastingTitle: 'Nicht mehr fragen',
  scope: 'Wofür es gilt',
  wholeTool: 'Für dieses Tool, ganz gleich, was es sendet',
  onlyValues: 'Nur mit diesen Werten',
  values: 'Werte, die gleich sein müssen',
  noValues: 'Nichts davon ist kurz genug, um verglichen zu werden.',
  valueOf: '{0}: {1}',
  eachOf: '{0}, jeder Eintrag einer von:',
  pickOne: 'Bitte mindestens einen Wert wählen oder das ganze Tool erlauben.',
  until: 'Wie lange',
  untils: {
    session: 'Bis Gatehouse beendet wird',
    hour: 'Für 1 Stunde',
    today: 'Bis zum Ende des heutigen Tages',
    week: 'Für 7 Tage',
    month: 'Für 30 Tage',
    forever: 'Unbefristet',
  },
  uses: 'Wie oft',
  anyUses: 'Beliebig oft',
  someUses: '{0, plural, one {Der nächste Aufruf} other {Die nächsten # Aufrufe}}',
  lastingDestructive:
    'Dieses Tool löscht oder zerstört. Ist es unbefristet erlaubt, wird davor nicht mehr gefragt.',
  confirmLasting: 'Jetzt erlauben und merken',
  alike:
    '{0, plural, one {# Aufruf dieses Tools wartet} other {# Aufrufe dieses Tools warten}}, für dieselbe App und dasselbe Konto.',
  showAlike: 'Alle {0} ansehen',
  alikeTitle: '{0, plural, one {# Aufruf} other {# Aufrufe}} derselben Art',
  alikeSame: 'In allen gleich',
  alikeEach: 'Was jeder einzelne täte',
  alikeNumber: 'Aufruf {0} von {1}',
  alikeMore:
    '{0, plural, one {# weiterer ist} other {# weitere sind}} inzwischen dazugekommen und nicht dabei.',
  alikeAdd: 'Auch diese anzeigen',
  alikeAllow: 'Diese {0} erlauben',
  alikeDeny: 'Diese {0} ablehnen',
  alikeOneByOne: 'Solche Aufrufe werden einzeln erlaubt. Ablehnen lassen sie sich gemeinsam.',
  someMissed:
    'Von {1, plural, one {# Aufruf} other {# Aufrufen}} {0, plural, one {war # vor der Antwort schon zu Ende und wurde} other {waren # vor der Antwort schon zu Ende und wurden}} nicht ausgeführt.',
  partly: 'Die Antwort kam für einige zu spät',
  askAgain: 'Die App kann erneut fragen.',
}
