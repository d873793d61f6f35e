import type { vault as english } from '../../en/sentences/vault.ts'
import type { SameShape } from '../../speak.ts'

export const vault: SameShape<typeof english> = {
  locked: 'Der Tresor ist gesperrt.',
  empty: 'Noch ist nichts verschlüsselt.',
  notOpened: 'Ein gespeichertes Geheimnis ließ sich mit diesem Schlüssel nicht öffnen.',
  nothingToDo: 'So, wie der Tresor jetzt ist, gibt es nichts zu tun.',
  cannotLock: 'Sperren lässt sich nur ein Tresor mit einer Passphrase.',
  variable: {
    missing: 'ENCRYPTION_KEY ist nicht gesetzt, enthält aber den Schlüssel des Tresors.',
    malformed: 'ENCRYPTION_KEY ist kein 256-Bit-Schlüssel in Base64.',
    wrong: 'ENCRYPTION_KEY ist nicht der Schlüssel, mit dem die Zugangsdaten gespeichert wurden.',
    fixed:
      'Der Schlüssel kommt aus ENCRYPTION_KEY, und das kann Gatehouse nicht ändern. Bitte einen neuen setzen, Gatehouse neu starten und den alten unter „Einstellungen“ eingeben.',
  },
  keychain: {
    missing: 'Im Schlüsselbund fehlt der Schlüssel, mit dem die Zugangsdaten gespeichert wurden.',
    wrong: 'Der Schlüssel im Schlüsselbund ist nicht der, mit dem die Zugangsdaten gespeichert wurden.',
    forgets: 'Der Schlüsselbund hat nicht zurückgegeben, was darin gespeichert wurde.',
    silent:
      'Der Schlüsselbund dieses Computers hat nicht geantwortet. Vielleicht wartet er auf sein Passwort.',
    unreachable: 'Der Schlüsselbund dieses Computers war nicht erreichbar.',
  },
  passphrase: {
    short: 'Bitte eine Passphrase mit mindestens {0} Zeichen wählen.',
    wrong: 'Das ist nicht die Passphrase des Tresors.',
    damaged: 'Was über die Passphrase gespeichert ist, ist beschädigt.',
    needed: 'Bitte die Passphrase eingeben: Sie schützt auch den neuen Schlüssel.',
  },
  key: {
    malformed: 'Das ist kein 256-Bit-Schlüssel in Base64.',
    wrong: 'Das ist nicht der Schlüssel, mit dem die Zugangsdaten gespeichert wurden.',
  },
  startOver: {
    words: 'von vorn',
    confirm: 'Zur Bestätigung „{0}“ eingeben. Nichts wurde entfernt.',
  },
  damaged: {
    credential:
      'Die gespeicherten Zugangsdaten eines Kontos sind beschädigt. Bitte das Konto trennen, das nicht funktioniert.',
    client:
      'Eine gespeicherte OAuth-App ist beschädigt. Bitte diejenige vergessen, deren Anmeldung fehlschlägt.',
    signIn:
      'Eine Anmeldung, die auf den Browser wartet, ist beschädigt. Bitte abbrechen, oder zehn Minuten warten und neu anmelden.',
    outcome:
      'Die gespeicherte Antwort eines Aufrufs ist beschädigt. Sie wird höchstens einen Tag aufbewahrt: Bitte morgen erneut versuchen.',
    result:
      'Eine gespeicherte Antwort ist beschädigt. Sie wird höchstens einen Tag aufbewahrt: Bitte morgen erneut versuchen.',
    unchanged: '{0} Nichts wurde geändert.',
  },
  state: {
    enterPassphrase: 'Bitte die Passphrase eingeben. Bis dahin kann keine App Konten benutzen.',
    open: 'Der Tresor ist offen. Er wird gesperrt, wenn Gatehouse beendet wird.',
    openBesideCopy:
      'Der Tresor ist offen. Er wird gesperrt, wenn Gatehouse beendet wird. Der Schlüsselbund hat noch eine Kopie: Sie wird gelöscht, sobald das möglich ist.',
    willLieInKeychain:
      'Noch ist nichts verschlüsselt. Der Schlüssel wird im Schlüsselbund dieses Computers liegen.',
    inKeychain: 'Der Schlüssel liegt im Schlüsselbund dieses Computers.',
    fromVariable: {
      environment:
        'Der Schlüssel kommt aus ENCRYPTION_KEY. Um ihn zu ändern, einen neuen setzen, Gatehouse neu starten und den alten hier eingeben.',
      keychain:
        'Der Schlüssel kommt aus ENCRYPTION_KEY. Auch der Schlüsselbund hat ihn, falls die Variable fehlt. Um ihn zu ändern, einen neuen setzen, Gatehouse neu starten und den alten hier eingeben.',
      passphrase:
        'Der Schlüssel kommt aus ENCRYPTION_KEY. Fehlt die Variable, öffnet die Passphrase den Tresor. Um ihn zu ändern, einen neuen setzen, Gatehouse neu starten und den alten hier eingeben.',
    },
  },
  wayOut: {
    noKeychain:
      '{0} Bitte einen Schlüsselbund entsperren oder installieren, oder stattdessen eine Passphrase wählen.',
    keychainClosed: '{0} Bitte entsperren und es erneut versuchen: Die Zugangsdaten sind alle noch da.',
    correct: '{0} Bitte berichtigen und Gatehouse neu starten.',
    restore: '{0} Bitte wiederherstellen, oder den Schlüssel hier eingeben.',
    setVariable: '{0} Bitte setzen und Gatehouse neu starten, oder den Schlüssel hier eingeben.',
    setOtherVariable:
      '{0} Bitte den richtigen setzen und Gatehouse neu starten, oder alles mit diesem neu verschlüsseln lassen.',
  },
}
