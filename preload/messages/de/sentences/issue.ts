import type { issue as english } from '../../en/sentences/issue.ts'
import type { SameShape } from '../../speak.ts'

export const issue: SameShape<typeof english> = {
  type: 'Ungültige Eingabe: erwartet {0}, erhalten {1}',
  literal: 'Ungültige Eingabe: erwartet {0}',
  option: 'Ungültige Auswahl: erwartet eines von {0}',
  unknownKeys: '{0, plural, one {Unbekannter Name} other {Unbekannte Namen}}: {1}',
  tooBig: 'Zu groß: erwartet {0} {1}{2}',
  tooLong: 'Zu lang: erwartet {0} mit {1}{2} {3}',
  tooSmall: 'Zu klein: erwartet {0} {1}{2}',
  tooShort: 'Zu kurz: erwartet {0} mit {1}{2} {3}',
  exactly: 'genau ',
  start: 'Ungültiger Text: muss mit {0} beginnen',
  end: 'Ungültiger Text: muss mit {0} enden',
  part: 'Ungültiger Text: muss {0} enthalten',
  pattern: 'Ungültiger Text: muss dem Muster {0} entsprechen',
  format: 'Ungültig: {0}',
  multiple: 'Ungültige Zahl: muss ein Vielfaches von {0} sein',
  input: 'Ungültige Eingabe',
  types: {
    string: 'Text',
    number: 'Zahl',
    int: 'ganze Zahl',
    boolean: 'Ja oder Nein',
    array: 'Liste',
    object: 'Objekt',
    record: 'Zuordnung',
    undefined: 'nichts',
  },
  units: { string: 'Zeichen', array: 'Einträgen', set: 'Einträgen', map: 'Einträgen' },
  formats: {
    email: 'E-Mail-Adresse',
    datetime: 'Datum und Uhrzeit nach ISO',
    date: 'Datum nach ISO',
    time: 'Uhrzeit nach ISO',
  },
}
