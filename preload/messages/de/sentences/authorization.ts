import type { authorization as english } from '../../en/sentences/authorization.ts'
import type { SameShape } from '../../speak.ts'

export const authorization: SameShape<typeof english> = {
  noName: 'Das Programm hat nicht gesagt, wer es ist oder wohin die Antwort gehen soll.',
  notRegistered: 'Das Programm ist hier nicht registriert.',
  otherAddress: 'Das Programm möchte die Antwort an eine andere Adresse als die, die es genannt hatte.',
  twice: 'Ein Parameter ist zweimal angegeben.',
  noPage: 'Diese Seite gibt es nicht.',
  over: 'Diese Anfrage ist nicht mehr offen.',
  browserOnly: 'Diese Adresse ist nur für ein Fenster des Browsers selbst.',
  tooMany: 'Zu viele Programme haben um Zugang gebeten.',
  tooManyRegistered: 'Zu viele Programme haben sich registriert.',
  form: {
    otherType: 'Der Inhalt ist nicht application/x-www-form-urlencoded.',
    tooLarge: 'Der Inhalt ist größer als 16 kB.',
  },
  document: {
    notValid: 'Das Dokument über das Programm ist nicht gültig.',
    otherClient: 'Das Dokument beschreibt ein anderes Programm.',
    notPublic: 'Die Client-ID führt zu keiner öffentlichen Website.',
    noAddress: 'Die Client-ID ist keine Adresse.',
    noDocument: 'Die Client-ID ist nicht die Adresse eines Dokuments.',
    notFetched: 'Das Dokument über das Programm ließ sich nicht abrufen.',
    tooLarge: 'Das Dokument über das Programm ist zu groß.',
  },
}
