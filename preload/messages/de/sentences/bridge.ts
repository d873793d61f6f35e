import type { bridge as english } from '../../en/sentences/bridge.ts'
import type { SameShape } from '../../speak.ts'

export const bridge: SameShape<typeof english> = {
  notStarted:
    'Die Brücke ließ sich nicht starten ({0}). Bitte das Programm beenden, das ihren Port benutzt, und Gatehouse neu starten.',
  unknownReason: 'unbekannt',
  failed: 'Die Anfrage ist in Gatehouse fehlgeschlagen.',
  otherHost: 'Die Anfrage war nicht an die Brücke dieses Computers gerichtet.',
  webPage: 'Webseiten dürfen die Brücke nicht benutzen.',
  noToken: 'Die Anfrage trägt kein Token einer verbundenen App.',
  accessTaken: 'Der Zugang der App wurde zurückgenommen.',
  own: {
    enable: '{0} erlauben, „{1}“ zu benutzen',
    enableWide:
      '{0} erlauben, „{1}“ zu benutzen: alle Tools, ganz gleich, welche Berechtigungen die App nennt',
    disable: '„{0}“ für {1} nicht mehr erlauben',
  },
  manage: {
    notValid: 'Die Parameter von {0} sind nicht gültig.',
    fieldNotValid: 'Die Parameter von {0} sind nicht gültig, bei „{1}“: {2}.',
    nameApp: 'Die App muss genannt werden.',
    noApp: 'Diese App gibt es nicht.',
    noToolkit: 'Dieses Toolkit gibt es nicht; list_available nennt alle.',
    unknownScopes: '{0} kennt nicht alle Berechtigungen.',
    noScope: '{0} hat keine Berechtigung „{1}“.',
  },
  call: {
    oneId: 'Entweder approval_id oder result_id angeben.',
    format: 'format ist mcp, openai oder anthropic.',
    cancelled: 'Die App hat den Aufruf abgebrochen.',
    hungUp: 'Die App hat die Verbindung beendet.',
  },
  limits: {
    calls: '{0} ruft häufiger auf, als ihr erlaubt ist.',
    requests: '{0} hat zu viele Anfragen gleichzeitig offen.',
    streams: '{0} hat zu viele Datenströme gleichzeitig offen.',
    bodies: '{0} sendet gleichzeitig mehr, als Gatehouse für eine App aufnimmt.',
    allBodies: 'Apps senden gleichzeitig mehr, als Gatehouse aufnimmt.',
    connections: 'Zu viele Programme sind gleichzeitig verbunden.',
  },
  body: {
    notJsonType: 'Der Inhalt ist nicht application/json.',
    notJson: 'Der Inhalt ist kein JSON in UTF-8.',
    endedEarly: 'Der Inhalt endete zu früh.',
    tooLarge: 'Der Inhalt ist größer als 4 MiB.',
    tooLargeUnpaired: 'Der Inhalt ist größer als 64 KiB.',
    tooDeep: 'Der Inhalt ist mehr als {0} Ebenen tief verschachtelt.',
    tooManyValues: 'Der Inhalt hat mehr als {0} Werte.',
    shape: 'Der Inhalt hat die Form {0}.',
    isArguments: 'Der Inhalt besteht aus den Argumenten des Tools, als Objekt.',
  },
  shape: {
    method: 'Diese Route nimmt {0}.',
    target: 'Das Ziel einer Anfrage ist ein Pfad, der mit „/“ beginnt.',
    twice: 'Die Anfrage hat die Kopfzeile {0} zweimal.',
    headers: 'Die Anfrage hat zu viele oder zu lange Kopfzeilen.',
    onlyChunked: 'Als Transfer-Encoding gilt nur chunked.',
    onlyHttp1: 'Die Brücke spricht HTTP/1.1 und wechselt zu keinem anderen Protokoll.',
    noProxy: 'Die Brücke ist kein Proxy.',
    onlyContinue: 'Die Brücke erfüllt nur die Erwartung 100-continue.',
    noRequest: 'Was ankam, ist keine Anfrage nach HTTP/1.1.',
    tooSlow: 'Die Anfrage kam nicht rechtzeitig an.',
  },
}
