import type { reach as english } from '../../en/sentences/reach.ts'
import type { SameShape } from '../../speak.ts'

export const reach: SameShape<typeof english> = {
  inspects:
    'Etwas auf dem Weg untersucht die Verbindung: der Proxy einer Firma, ein Virenscanner oder ein Netzwerk, das zuerst eine Anmeldung verlangt.',
  name: {
    direct: '{0} wurde nicht gefunden ({1}). Bitte die Verbindung zum Internet prüfen.',
    proxied: 'Der Proxy {0} wurde nicht gefunden ({1}). Bitte die Verbindung zum Internet prüfen.',
  },
  refused: {
    direct:
      '{0} hat die Verbindung abgelehnt ({1}). Vielleicht blockiert eine Firewall sie, oder der Dienst ist ausgefallen.',
    proxied:
      'Der Proxy {0} hat die Verbindung abgelehnt ({1}). Bitte den Proxy in den Netzwerkeinstellungen des Systems prüfen.',
  },
  unreachable: {
    direct: 'Es gibt keinen Weg zu {0} ({1}). Bitte die Verbindung zum Internet prüfen.',
    proxied: 'Es gibt keinen Weg zum Proxy {0} ({1}). Bitte die Verbindung zum Internet prüfen.',
  },
  timeout: {
    direct:
      '{0} hat nicht innerhalb von {1} Sekunden geantwortet. Die Verbindung ist langsam, eine Firewall verschluckt sie, oder der Dienst ist ausgefallen.',
    proxied:
      '{0} hat über den Proxy {2} nicht innerhalb von {1} Sekunden geantwortet. Die Verbindung ist langsam, eine Firewall verschluckt sie, oder der Dienst ist ausgefallen.',
  },
  cutOff: {
    direct:
      'Die Verbindung zu {0} wurde getrennt, bevor sie sicher war ({1}). Vielleicht blockiert eine Firewall oder ein Proxy sie.',
    proxied:
      'Die Verbindung zu {0} über den Proxy {2} wurde getrennt, bevor sie sicher war ({1}). Vielleicht blockiert eine Firewall oder ein Proxy sie.',
  },
  certificateTime:
    'Das Zertifikat von {0} ist zu dieser Zeit nicht gültig ({1}). Bitte Datum und Uhrzeit dieses Computers prüfen; stimmen sie, muss der Dienst es erneuern.',
  certificateIssuer:
    '{0} hat ein Zertifikat gezeigt, dem dieser Computer nicht vertraut ({1}). {2} Das zugehörige Stammzertifikat muss im System installiert sein.',
  certificateName:
    'Etwas anderes hat anstelle von {0} geantwortet: Das Zertifikat gilt für einen anderen Namen ({1}). {2}',
  certificate:
    'Das Zertifikat von {0} ist nicht annehmbar ({1}). Solange das so ist, wird nichts dorthin gesendet.',
  tls: {
    direct: 'Mit {0} kam keine sichere Verbindung zustande ({1}). {2}',
    proxied: 'Mit {0} kam über den Proxy {3} keine sichere Verbindung zustande ({1}). {2}',
  },
  proxyPassword: {
    unnamed:
      'Ein Proxy verlangt ein Passwort, das Gatehouse nicht geben kann. Wer das Netzwerk betreut, kann {0} durchlassen.',
    named:
      'Der Proxy {1} verlangt ein Passwort, das Gatehouse nicht geben kann. Wer das Netzwerk betreut, kann {0} durchlassen.',
  },
  proxyRefused: {
    unnamed:
      'Ein Proxy lässt die Verbindung zu {0} nicht durch ({1}). Wer das Netzwerk betreut, kann sie erlauben.',
    named:
      'Der Proxy {2} lässt die Verbindung zu {0} nicht durch ({1}). Wer das Netzwerk betreut, kann sie erlauben.',
  },
  proxyKind:
    'Das System leitet {0} über einen Proxy der Art {1}, die Gatehouse nicht unterstützt. In den Netzwerkeinstellungen des Systems lässt sich ein HTTP-Proxy eintragen.',
  portal:
    'Das Netzwerk antwortet anstelle von {0}. Im Browser eine beliebige Seite öffnen, sich beim Netzwerk anmelden und dann erneut prüfen.',
  unknown: {
    direct: '{0} ist nicht erreichbar ({1}).',
    proxied: '{0} ist über den Proxy {2} nicht erreichbar ({1}).',
  },
}
