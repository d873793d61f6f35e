import type { backup as english } from '../../en/sentences/backup.ts'
import type { SameShape } from '../../speak.ts'

export const backup: SameShape<typeof english> = {
  newer:
    'Diese Sicherung stammt von einem neueren Gatehouse ({0}). Bitte erst Gatehouse aktualisieren, dann wiederherstellen.',
  notOpened: 'Die Datei ließ sich nicht öffnen.',
  notOurs: 'Das ist keine Sicherung von Gatehouse, oder ihr Anfang ist beschädigt.',
  damaged:
    'Die Sicherung ist beschädigt: Sie ist nicht so, wie sie geschrieben wurde. Nichts wurde geändert. Bitte eine andere Kopie nehmen.',
  database: {
    foreign: 'Die Datenbank in der Sicherung stammt nicht von Gatehouse. Nichts wurde geändert.',
    damaged:
      'Die Datenbank in der Sicherung ist beschädigt. Nichts wurde geändert. Bitte eine andere Kopie nehmen.',
    unreadable:
      'Die Datenbank in der Sicherung ließ sich nicht lesen. Nichts wurde geändert. Bitte eine andere Kopie nehmen.',
  },
  closed: 'Diese Sicherung ist nicht mehr geöffnet. Bitte ihre Datei erneut wählen.',
  key: {
    none: 'Diese Sicherung enthält keinen Schlüssel.',
    notPassphrase: 'Das ist nicht die Passphrase dieser Sicherung. Nichts wurde geändert.',
    other: 'Der Schlüssel in dieser Sicherung passt nicht zu ihren Zugangsdaten.',
  },
  ownFolder: 'Bitte einen Ort außerhalb des Ordners wählen, in dem Gatehouse seine Daten aufbewahrt.',
  notWritten: 'Dort ließ sich die Sicherung nicht schreiben: {0} Bitte einen anderen Ort wählen.',
  reason: {
    full: 'Der Datenträger ist voll.',
    forbidden: 'In diesem Ordner ist das Schreiben nicht erlaubt.',
    readOnly: 'Dieser Datenträger lässt sich nur lesen.',
    gone: 'Den Ordner gibt es nicht mehr.',
    other: 'Das System meldet {0}.',
  },
}
