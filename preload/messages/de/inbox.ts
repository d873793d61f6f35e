import type { inbox as english } from '../en/inbox.ts'
import type { SameShape } from '../speak.ts'

/** Words of the list of questions. */
export const inbox: SameShape<typeof english> = {
  title: 'Eingang',
  lead: 'Was Apps gefragt haben und wie die Antwort war.',
  waiting: 'Wartet auf Antwort',
  nothing: 'Es wartet nichts',
  nothingBody:
    'Wenn eine App etwas tun will, das ein Ja braucht, steht es hier, bis die Frage beantwortet ist.',
  answer: 'Antworten',
  answerNamed: '{0} antworten: {1}',
  askedBy: '{0} fragt',
  inWorkspace: '{0}, im Arbeitsbereich {1}',
  answered: 'Zuletzt beantwortet',
  answeredEmpty: 'Hier stehen die Antworten auf die letzten Aufrufe.',
  all: 'Alle Aktivitäten anzeigen',
}
