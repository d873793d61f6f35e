import type { pairing as english } from '../../en/sentences/pairing.ts'
import type { SameShape } from '../../speak.ts'

export const pairing: SameShape<typeof english> = {
  over: 'Diese Anfrage ist nicht mehr offen.',
  nothing: 'Es gibt nichts abzuholen.',
  closed: 'Diese Frage ist nicht mehr offen.',
  tooMany:
    'Zu viele Programme haben um Zugang gebeten. Bitte in Gatehouse antworten oder es später erneut versuchen.',
  body: 'Der Inhalt hat die Form {0}.',
}
