import type { clients as english } from '../en/clients.ts'
import type { SameShape } from '../speak.ts'

/** Words of setting up AI programs for the person. */
export const clients: SameShape<typeof english> = {
  title: 'In ein Programm eintragen',
  lead: 'Gatehouse kann die Einstellungen dieser Programme selbst schreiben: Die Änderung ist vorher zu sehen, eine Kopie bleibt, und alles lässt sich rückgängig machen.',
  open: {
    no: 'In {0} eintragen',
    other: 'In {0} eintragen',
    yes: '{0}, eingetragen',
    stale: '{0} aktualisieren',
  },
  state: {
    add: 'Eintragen',
    notFound: 'Hier nicht gefunden',
    waiting: 'Eingetragen, noch nicht verbunden',
    stale: 'Muss aktualisiert werden',
    problem: 'Einstellungen nicht lesbar',
    other: 'Hat ein anderes „gatehouse“',
  },
  addTitle: 'In {0} eintragen',
  updateTitle: '{0} aktualisieren',
  addedTitle: '{0} ist eingerichtet',
  file: 'Datei',
  newFile: 'Neue Datei',
  backup: 'Kopie der Datei im jetzigen Zustand',
  backupKept: 'Kopie der Datei im vorigen Zustand',
  change: 'Änderung',
  changeNote:
    'Das Token entsteht erst beim Eintragen und kommt nur in diese Datei. Geheimnisse sind hier verborgen.',
  line: { added: 'Hinzugefügt:', removed: 'Entfernt:', same: '', gap: 'Zeilen ausgelassen' },
  add: 'Eintragen',
  update: 'Aktualisieren',
  stale:
    'Die Einstellungen führen zu einer Adresse oder einem Token, die nicht mehr gelten. Aktualisieren schreibt die jetzigen.',
  waitingFor: 'Warten auf {0}',
  connected: '{0} hat sich {1} verbunden',
  secondsAgo: 'vor {0} s',
  undo: 'Rückgängig',
  undoTitle: 'Gatehouse aus {0} entfernen?',
  undoBody:
    'Die Datei wird wieder wie zuvor; wurde sie seither geändert, wird nur der Eintrag von Gatehouse entfernt. Das Token gilt sofort nicht mehr, und die gemerkten Antworten werden vergessen.',
  undone: 'Gatehouse ist aus {0} entfernt',
}
