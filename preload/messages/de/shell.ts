import type { shell as englishShell, ui as englishUi } from '../en/shell.ts'
import type { SameShape } from '../speak.ts'

/** Words that many screens share. */
export const ui: SameShape<typeof englishUi> = {
  cancel: 'Abbrechen',
  copied: 'Kopiert',
  dismiss: 'Ausblenden',
  done: 'Fertig',
  hide: '{0} verbergen',
  loading: 'Wird geladen',
  noAnswer: 'Gatehouse hat nicht geantwortet.',
  save: 'Speichern',
  show: '{0} anzeigen',
  showMore: 'Mehr anzeigen ({0, plural, one {noch # Zeichen} other {noch # Zeichen}})',
  tryAgain: 'Erneut versuchen',
}

/** Words of the frame around the screens. */
export const shell: SameShape<typeof englishShell> = {
  name: 'Gatehouse',
  sections: 'Bereiche',
  skip: 'Zum Inhalt springen',
  notifications: 'Benachrichtigungen',
  bridge: 'Brücke',
  bridgeRunning: 'Brücke läuft',
  bridgeStarting: 'Brücke startet …',
  bridgeStopped: 'Brücke läuft nicht',
  copyAddress: 'Adresse der Brücke kopieren',
  waiting: '{0, plural, one {# Anfrage wartet} other {# Anfragen warten}}',
  queueUnreadable: 'Anfragen konnten nicht gelesen werden',
}
