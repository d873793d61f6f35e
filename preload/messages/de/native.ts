import type { native as english } from '../en/native.ts'
import type { SameShape } from '../speak.ts'

/** What is said outside the window: tray, notifications, the system’s dialogs, pages in the browser. */
export const native: SameShape<typeof english> = {
  tray: {
    open: 'Gatehouse öffnen',
    openWaiting: 'Offene Fragen: {0, number} …',
    pause: 'Alle Apps anhalten',
    quit: 'Gatehouse beenden',
    toolTip: 'Gatehouse: {0}',
    paused: 'alle Apps sind angehalten',
    waiting: 'offene Fragen: {0, number}',
  },
  notice: {
    ended: '{0} neu verbinden',
    endedBody: 'Die Anmeldung von {0} ist abgelaufen. Aufrufe warten darauf.',
    stillRunning: 'Gatehouse läuft weiter',
    stillRunningBody:
      'Die KI-Apps bleiben verbunden. Öffnen und beenden lässt sich Gatehouse über sein Symbol neben der Uhr.',
    locked: 'Gatehouse ist gesperrt',
    lockedBody: 'Bitte die Passphrase eingeben, damit die KI-Apps arbeiten können.',
    allowOnce: 'Diesmal erlauben',
    deny: 'Ablehnen',
    question: '{0} bittet um Erlaubnis',
    waiting: '{0, plural, one {Eine App wartet auf eine Antwort.} other {# Fragen warten auf eine Antwort.}}',
  },
  dialog: {
    backup: 'Gatehouse-Sicherung',
    cannotOpen: 'Gatehouse kann seine Daten nicht öffnen',
  },
  signIn: {
    done: 'Diese Seite kann geschlossen werden. Weiter geht es in Gatehouse.',
    failed: 'Das hat nicht geklappt. Der Grund steht in Gatehouse.',
    unexpected: 'Keine Anmeldung wartet darauf. Bitte in Gatehouse neu beginnen.',
    nothing: 'Hier ist nichts.',
  },
  consent: {
    title: 'In Gatehouse antworten',
    heading: 'Gatehouse fragt auf dem Desktop, ob {0} sich verbinden darf',
    code: 'Der Code dort muss mit diesem übereinstimmen:',
    otherwise:
      'Steht dort ein anderer Code oder hat man das nicht selbst begonnen, in Gatehouse „Ablehnen“ wählen. Diese Seite geht von selbst weiter.',
    cancel: 'Abbrechen',
    problemTitle: 'Nicht verbunden',
    problem: 'Dieses Programm konnte nicht verbunden werden',
    wait: 'Eine Weile warten, dann im Programm neu beginnen.',
    again:
      'Bitte diese Seite schließen und im Programm neu beginnen. Programme lassen sich in Gatehouse auch von Hand hinzufügen.',
  },
  autostart: 'Hält die KI-Apps verbunden',
}
