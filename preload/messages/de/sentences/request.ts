import type { request as english } from '../../en/sentences/request.ts'
import type { SameShape } from '../../speak.ts'

export const request: SameShape<typeof english> = {
  noRoute: 'Diesen Weg gibt es nicht.',
  failed: 'Die Anfrage ist fehlgeschlagen.',
  notValid: 'Die Anfrage ist nicht gültig.',
  fieldNotValid: '„{0}“ ist nicht gültig: {1}.',
  foreignPage: 'Diese Seite darf nicht fragen.',
}
