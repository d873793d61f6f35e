import type { audit as english } from '../../en/sentences/audit.ts'
import type { SameShape } from '../../speak.ts'

export const audit: SameShape<typeof english> = {
  noCall: 'Diesen Aufruf gibt es im Protokoll nicht.',
  underWay: 'Das läuft bereits.',
  notWritten: 'Die Datei ließ sich nicht schreiben: {0}.',
  markDamaged:
    'Der Vermerk, wo das Protokoll der Aktivität endet, ist beschädigt. Bitte Gatehouse beenden und neu starten: Dann entsteht ein neuer.',
  reason: {
    forbidden: 'In diesen Ordner darf Gatehouse nicht schreiben',
    readOnly: 'Der Datenträger lässt sich nur lesen',
    full: 'Der Datenträger ist voll',
    noFolder: 'Den Ordner gibt es nicht',
    isFolder: 'Es gibt einen Ordner mit diesem Namen',
    other: 'Der Datenträger hat sie nicht angenommen',
  },
}
