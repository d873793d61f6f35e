import type { workspaces as english } from '../en/workspaces.ts'
import type { SameShape } from '../speak.ts'

/** Words about workspaces. */
export const workspaces: SameShape<typeof english> = {
  title: 'Arbeitsbereiche',
  note: 'Jeder hat eigene Konten, Apps und Regeln. Eine App sieht nur die des Arbeitsbereichs, in dem sie hinzugefügt wurde.',
  choose: 'Arbeitsbereich',
  add: 'Neuer Arbeitsbereich …',
  name: 'Name',
  namePlaceholder: 'Arbeit',
  create: {
    dialog: 'Neuer Arbeitsbereich',
    lead: 'Er ist am Anfang leer: Konten und Apps werden darin eigens verbunden. Apps anderer Arbeitsbereiche laufen weiter wie bisher.',
    confirm: 'Arbeitsbereich anlegen',
    done: 'Der Arbeitsbereich ist angelegt',
  },
  rename: {
    dialog: 'Arbeitsbereich umbenennen',
    confirm: 'Umbenennen',
    done: 'Der Arbeitsbereich ist umbenannt',
  },
  shown: 'Wird gerade angezeigt',
  open: 'Öffnen',
  openNamed: '{0} öffnen',
  renameOpen: 'Umbenennen',
  renameNamed: '{0} umbenennen',
  remove: 'Löschen',
  removeNamed: '{0} löschen',
  removeTitle: '{0} löschen?',
  removeBody:
    'Die Apps darin verlieren sofort ihren Zugang, die Konten werden getrennt und die Regeln vergessen. Das Protokoll der Aktivität behält seine Zeilen. Das lässt sich nicht rückgängig machen.',
  removeType: 'Zur Bestätigung „{0}“ eingeben',
  removed: '{0} ist gelöscht',
  unconfirmed:
    '{0, plural, one {# Anbieter hat} other {# Anbieter haben}} nicht bestätigt, dass der Zugang beendet ist. Bitte Gatehouse dort in den Einstellungen entfernen.',
}
