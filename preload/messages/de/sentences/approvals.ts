import type { approvals as english } from '../../en/sentences/approvals.ts'
import type { SameShape } from '../../speak.ts'

export const approvals: SameShape<typeof english> = {
  tooMany: '{0} hat schon {1} offene Fragen.',
  notRenewed: 'Die Anmeldung von {0} wurde nicht rechtzeitig erneuert.',
  noLongerOpen: 'Diese Frage ist nicht mehr offen.',
  unrecorded: 'Der Aufruf hat begonnen, aber sein Ende ließ sich nicht festhalten.',
  unlike:
    'Diese Aufrufe gehören nicht zu derselben App, demselben Tool und Konto: bitte einzeln beantworten.',
  oneByOne: 'Aufrufe dieser Art werden einzeln erlaubt.',
  answerNotKept: 'Die Antwort ließ sich nicht festhalten.',
  unchangeable: 'Was Gatehouse selbst tun würde, lässt sich erlauben oder ablehnen, aber nicht ändern.',
  noApproval: 'Diese Anfrage gibt es nicht.',
  denied: 'Dieser Aufruf wurde abgelehnt.',
  deniedBecause: 'Dieser Aufruf wurde abgelehnt. Begründung: „{0}“',
  toolBlocked: 'Das Tool wurde gesperrt.',
  expired: 'Niemand hat rechtzeitig geantwortet.',
  withdrawn: 'Die Anfrage wurde vor einer Antwort zurückgezogen.',
  handedOver: 'Das Ergebnis wurde schon übergeben oder ist über einen Tag alt.',
  stopped: 'Gatehouse wurde beendet, während der Aufruf lief.',
}
