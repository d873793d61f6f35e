import type { tryIt as english } from '../en/try-it.ts'
import type { SameShape } from '../speak.ts'

/** Words of the form that calls a tool from its integration’s page. */
export const tryIt: SameShape<typeof english> = {
  try: 'Ausprobieren',
  tryNamed: '{0} ausprobieren',
  title: '{0} ausprobieren',
  body: 'Führt das Tool mit dem eigenen Konto aus, wie eine App es täte: Es wird protokolliert, und wo so eingestellt, wird vorher gefragt.',
  destructive: 'Destruktiv: lässt sich nicht rückgängig machen',
  account: 'Konto',
  run: 'Ausführen',
  running: 'Läuft. Ein Tool, das vorher fragt, wartet auf eine Antwort.',
  close: 'Schließen',
  done: 'Fertig in {0, number} ms',
  result: 'Antwort',
  pending: 'Die Frage ist noch offen',
  pendingBody: 'Es läuft nach der Antwort. Wie es ausgeht, zeigt das Protokoll der Aktivität.',
  noAccount: 'Zuerst ein Konto verbinden.',
  recent: 'Letzte Aufrufe',
  recentEmpty: 'Noch keine Aufrufe.',
  recentAll: 'Alle unter „Aktivität“',
}
