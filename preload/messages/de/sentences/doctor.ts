import type { doctor as english } from '../../en/sentences/doctor.ts'
import type { SameShape } from '../../speak.ts'

export const doctor: SameShape<typeof english> = {
  titles: {
    vault: 'Tresor',
    client: 'OAuth-App',
    redirect: 'Weiterleitungs-URI',
    protocol: 'Rückweg aus dem Browser',
    port: 'Port {0}',
    clock: 'Uhr',
    account: 'Konto',
    scopes: 'Berechtigungen',
  },
  withRemedy: '{0} {1}',
  late: 'Innerhalb von {0} Sekunden kam keine Antwort. {1}',
  tryAgain: 'Bitte erneut versuchen.',
  notLooked: 'Das ließ sich nicht prüfen.',
  vault: {
    withoutKeychain: 'Zugangsdaten lassen sich aufbewahren; der Schlüsselbund wird dafür nicht gebraucht.',
    fine: 'Zugangsdaten lassen sich aufbewahren: Der Schlüsselbund speichert, liest und löscht.',
    forgets:
      'Der Tresor ist offen, aber der Schlüsselbund hat nicht zurückgegeben, was er aufbewahren sollte. Beim nächsten Start findet Gatehouse seinen Schlüssel dort vielleicht nicht.',
    late: 'Vielleicht wartet der Schlüsselbund darauf, entsperrt zu werden: Sein Fenster kann hinter anderen liegen.',
  },
  client: {
    depends: 'Welche benutzt wird, hängt vom Server ab, der beim Verbinden angegeben wird.',
    missing: 'Die Anmeldung bei {0} braucht die Client-ID einer eigenen OAuth-App.',
    automatic: 'Gatehouse registriert sich selbst bei {0}. Es ist nichts einzurichten.',
    locked: 'Die Client-ID ist gespeichert, lässt sich bei geschlossenem Tresor aber nicht lesen.',
    withSecret:
      'Client-ID und Client-Secret sind eingetragen. Der Anbieter bekommt sie bei der Anmeldung zu sehen.',
    fine: 'Eine Client-ID ist eingetragen. Der Anbieter bekommt sie bei der Anmeldung zu sehen.',
    needsSecret: 'Die Anmeldung bei {0} im Browser braucht auch das Client-Secret.',
    needsSecretBeside:
      'Die Anmeldung bei {0} im Browser braucht auch das Client-Secret. {1} neben {2} setzen und Gatehouse neu starten.',
    needsItBeside:
      'Die Anmeldung bei {0} im Browser braucht auch das Client-Secret. Es neben {1} setzen und Gatehouse neu starten.',
  },
  redirect: {
    automatic: 'Gatehouse registriert {0} selbst.',
    mustList: 'In der eigenen OAuth-App muss genau diese eingetragen sein: {0}',
  },
  protocol: {
    fine: 'Der Link am Ende einer Anmeldung öffnet Gatehouse.',
    unknown:
      'Das System sagt nicht, welches Programm den Link am Ende einer Anmeldung öffnet. Kommt eine Anmeldung nicht zurück, sollte Gatehouse ihn öffnen.',
    nobody: 'Kein Programm öffnet den Link am Ende einer Anmeldung; so kommt keine zu Gatehouse zurück.',
    other:
      'Ein anderes Programm, „{0}“, öffnet den Link am Ende einer Anmeldung; so kommt keine zu Gatehouse zurück.',
  },
  port: {
    ours: 'Dort wartet eine Anmeldung von Gatehouse auf ihre Antwort.',
    free: 'Er ist frei für die Antwort einer Anmeldung.',
    forbidden: 'Das System lässt Gatehouse den Port {0} nicht benutzen, den diese Anmeldung braucht.',
    taken:
      'Ein anderes Programm benutzt Port {0}, den diese Anmeldung braucht. Es beenden, dann erneut versuchen.',
    takenBy:
      'Ein anderes Programm, „{1}“, benutzt Port {0}, den diese Anmeldung braucht. Es beenden, dann erneut versuchen.',
  },
  clock: {
    fine: 'Die Uhr dieses Computers geht richtig.',
    slow: 'Die Uhr dieses Computers geht {0} nach. In den Systemeinstellungen für Datum und Uhrzeit lässt sie sich automatisch stellen.',
    fast: 'Die Uhr dieses Computers geht {0} vor. In den Systemeinstellungen für Datum und Uhrzeit lässt sie sich automatisch stellen.',
    signInsFail: '{0} Mit falscher Uhr schlagen Anmeldungen fehl.',
    noneValid:
      'Für diesen Computer ist zurzeit kein Zertifikat gültig; seine Uhr geht also sehr wahrscheinlich falsch. Bitte Datum und Uhrzeit stellen.',
    unknown: 'Kein Dienst hat seine Uhrzeit genannt; die Uhr ließ sich daher nicht vergleichen.',
    seconds: '{0} Sekunden',
    minutes: '{0} Minuten',
    hours: '{0} Stunden',
    days: '{0} Tage',
  },
  network: {
    reached: 'Direkt erreicht, und die Verbindung ist sicher.',
    reachedBy: 'Über den Proxy {0} erreicht, und die Verbindung ist sicher.',
    down: 'Direkt erreicht, antwortet aber mit HTTP {0}. Schlagen auch Aufrufe fehl, ist der Dienst ausgefallen: bitte später erneut versuchen.',
    downBy:
      'Über den Proxy {1} erreicht, antwortet aber mit HTTP {0}. Schlagen auch Aufrufe fehl, ist der Dienst ausgefallen: bitte später erneut versuchen.',
  },
  account: {
    fine: '{0} akzeptiert dieses Konto.',
    notAsked: '{0} lässt sich nicht danach fragen.',
    refused: 'Das Konto wurde nicht akzeptiert: {0}.',
    locked: 'Bei geschlossenem Tresor lassen sich die Zugangsdaten nicht lesen.',
    reconnect: '{0} Bitte neu verbinden.',
  },
  scopes: {
    fine: 'Alles, worum gebeten wurde, ist erlaubt.',
    missing:
      'Bei {0} nicht erlaubt: {1}. Tools, die das brauchen, schlagen fehl. Neu verbinden und erlauben.',
    one: '„{0}“',
    more: '{0}, „{1}“',
  },
}
