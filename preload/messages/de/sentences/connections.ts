import type { connections as english } from '../../en/sentences/connections.ts'
import type { SameShape } from '../../speak.ts'

export const connections: SameShape<typeof english> = {
  noAccount: 'Dieses Konto gibt es nicht.',
  ended: 'Die Anmeldung von {0} ist abgelaufen.',
  noLongerAccepts: '{0} akzeptiert die Anmeldung nicht mehr.',
  signInRefused: '{0} akzeptiert die Anmeldung dieses Kontos nicht mehr.',
  hasEnded: '{0} hat die Anmeldung beendet: Sie wurde widerrufen oder war zu alt.',
  habit: '{0}',
  cutOff:
    'Gatehouse wurde beim Erneuern dieser Anmeldung unterbrochen, und {0} nimmt das vorige Token nicht mehr an. Bitte neu anmelden: Alles, was für dieses Konto eingestellt ist, bleibt erhalten.',
  belongsToOther: 'Angemeldet wurde {0}, doch diese Verbindung gehört zu {1}.',
  unusablePlace: '{0} hat keine brauchbare Auskunft gegeben, wo das Konto liegt.',
  takesNoKey: '{0} nimmt keinen Schlüssel an.',
  keyRefused: '{0} akzeptiert diesen Schlüssel nicht.',
  newSignInRefused: '{0} akzeptiert die Anmeldung nicht, die es gerade erst ausgestellt hat.',
  noLongerThisWay: '{0} lässt sich auf diesem Weg nicht mehr verbinden.',
  connectedWithLess: 'Dieses Konto wurde mit weniger Angaben verbunden, als jetzt nötig sind.',
  itself: '{0}: {1}',
  unreachable: '{0} ist nicht erreichbar. {1}',
  values: {
    refused: '{0} akzeptiert diese Angaben nicht.',
    askedTooOften: '{0} wird zu oft gefragt.',
    answered: '{0} hat mit HTTP {1} geantwortet.',
    itSays: '{0} Die Auskunft lautet: {1}.',
    noToken: '{0} hat kein Token ausgestellt.',
  },
  renewal: {
    clientGone: 'Die OAuth-Client-ID von {0} ist nicht mehr eingetragen.',
    clientRefused:
      '{0} akzeptiert die OAuth-Client-ID oder das Client-Secret nicht; die Anmeldung wurde daher nicht erneuert.',
    refused: '{0} hat die Anmeldung nicht erneuert: {1}.',
    unreadable: '{0} hat beim Erneuern der Anmeldung eine unlesbare Antwort gegeben.',
    notWritten:
      'Die erneuerte Anmeldung ließ sich nicht auf den Datenträger schreiben. Dort Platz schaffen und es erneut versuchen.',
  },
  entered: {
    missing: 'Bitte „{0}“ eingeben.',
    otherForm: '„{0}“ hat nicht die Form, die ein solcher Wert hat.',
    otherFormSuchAs: '„{0}“ hat nicht die Form, die ein solcher Wert hat, zum Beispiel {1}.',
    noKey: '„{0}“ enthält Leerzeichen oder Zeichen, die in keinem Schlüssel vorkommen.',
    unseen: '„{0}“ enthält Zeichen, die nicht zu sehen sind.',
    noServer: '„{0}“ ist nicht der Name eines Servers. Er muss https verwenden.',
    noServerSuchAs: '„{0}“ ist nicht der Name eines Servers wie {1}. Er muss https verwenden.',
    onlyBefore: '„{0}“ ist nur der Teil vor „{1}“.',
    onlyBeforeSuchAs: '„{0}“ ist nur der Teil vor „{1}“, zum Beispiel {2}.',
  },
}
