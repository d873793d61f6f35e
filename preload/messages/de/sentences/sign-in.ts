import type { signIn as english } from '../../en/sentences/sign-in.ts'
import type { SameShape } from '../../speak.ts'

export const signIn: SameShape<typeof english> = {
  notFinished: 'Die Anmeldung ließ sich nicht abschließen.',
  tookTooLong: 'Die Anmeldung hat länger als zehn Minuten gedauert.',
  otherWay: 'Die Antwort kam auf einem anderen Weg zurück, als diese Anmeldung vorsieht.',
  notOfThis: '{0} hat eine Antwort gegeben, die nicht zu dieser Anmeldung gehört.',
  needsClient: 'Die Anmeldung bei {0} braucht die eigene OAuth-Client-ID.',
  needsSecret: 'Die Anmeldung bei {0} im Browser braucht das Secret des eigenen OAuth-Clients.',
  noBrowser: '{0} hat keine Anmeldung im Browser.',
  portTaken: 'Ein anderes Programm benutzt Port {0}, den diese Anmeldung braucht.',
  notRegistered: '{0} hat die Registrierung von Gatehouse abgelehnt: {1}.',
  checkShowsMore: '{0} „Verbindung prüfen“ zeigt mehr.',
  trouble:
    '{0} hat zurzeit Schwierigkeiten (HTTP {1}). Es wurde nichts verbunden; bitte in ein paar Minuten erneut versuchen.',
  portal:
    'Anstelle von {0} hat eine Webseite geantwortet. Im Browser eine beliebige Seite öffnen, sich beim Netzwerk anmelden und es dann erneut versuchen.',
  code: {
    none: '{0} hat keine Anmeldung mit Code.',
    late: 'Der Code wurde nicht rechtzeitig eingegeben.',
    noPage: '{0} hat keine Webseite genannt, auf der sich der Code eingeben lässt.',
  },
  refused: {
    other: '{0} hat die Anmeldung abgelehnt: {1}.',
    denied: 'Der Zugriff wurde bei {0} nicht erlaubt. Es wurde nichts verbunden.',
    expired: 'Der Code wurde bei {0} nicht rechtzeitig eingegeben.',
    client: '{0} akzeptiert diese OAuth-Client-ID oder das Client-Secret nicht.',
    clientWay: 'Bei {0} darf diese OAuth-App auf diesem Weg niemanden anmelden.',
    scope:
      'Diese OAuth-App darf nicht um alle Berechtigungen bitten. Sie lassen sich in ihren Einstellungen bei {0} erlauben.',
    unavailable: '{0} hat zurzeit Schwierigkeiten. Bitte in ein paar Minuten erneut versuchen.',
  },
}
