import type { tools as english } from '../../en/sentences/tools.ts'
import type { SameShape } from '../../speak.ts'

export const tools: SameShape<typeof english> = {
  noIntegration: 'Diese Integration gibt es nicht.',
  noTool: 'Es gibt kein Tool namens „{0}“.',
  notEnabled: '{0} ist für {1} nicht freigegeben.',
  noLongerEnabled: '{0} ist für {1} nicht mehr freigegeben.',
  blocked: '{0} ist gesperrt.',
  accessTaken: 'Der Zugang von {0} wurde zurückgenommen.',
  noAccount: 'Kein Konto bei {0} ist verbunden.',
  noAccountNamed: 'Kein verbundenes Konto bei {0} heißt so.',
  severalAccounts: 'Bei {0} sind mehrere Konten verbunden.',
  disconnected: 'Das Konto bei {0} wurde inzwischen getrennt.',
  badArguments: 'Die Argumente von {0} sind nicht gültig.',
  badArgument: 'Die Argumente von {0} sind nicht gültig, bei „{1}“: {2}.',
  timeout: '{0} hat nicht rechtzeitig geantwortet.',
  failedInside: 'Der Aufruf von {0} ist in Gatehouse fehlgeschlagen.',
  wait: '{0} bittet, bis zum nächsten Aufruf etwas zu warten.',
  waitSeconds: '{0} bittet, bis zum nächsten Aufruf {1} s zu warten.',
  signInRefused: '{0} akzeptiert die Anmeldung dieses Kontos nicht mehr.',
  said: '{0} meldet: {1}',
  scopesMissing:
    'Diesem Konto bei {0} fehlt die Erlaubnis für {1}. Bitte neu verbinden und das dabei erlauben.',
  quoted: '„{0}“',
  joined: '{0} und {1}',
  logFailed: 'Das Protokoll ließ sich nicht schreiben, deshalb wurde nichts ausgeführt.',
  notChecked: 'Der Aufruf ließ sich nicht prüfen.',
  unconfirmed: '{0} hat den Aufruf nicht rechtzeitig bestätigt.',
  noResult: 'Dieses Ergebnis gibt es nicht, oder es ist über einen Tag alt.',
  pastEnd: 'offset liegt hinter dem Ende ({0}).',
}
