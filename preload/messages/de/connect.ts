import type { connect as english } from '../en/connect.ts'
import type { SameShape } from '../speak.ts'

/** Words of connecting an account. */
export const connect: SameShape<typeof english> = {
  title: 'Konto verbinden',
  another: 'Weiteres Konto verbinden',
  browserTitle: 'Im Browser anmelden',
  browserBody: 'Der Browser öffnet {0}. Die Anmeldung geschieht dort; Gatehouse sieht das Passwort nie.',
  browser: 'Im Browser verbinden',
  byCode: 'Stattdessen einen Code benutzen',
  codeBody:
    'Der Browser öffnet die Seite, auf der dieser Code einzugeben ist. Das geht auch auf einem anderen Gerät.',
  code: 'Code',
  copyCode: 'Code kopieren',
  codeAt: 'Einzugeben unter {0}',
  asksFor: 'Bittet um',
  waiting: 'Warten auf den Browser …',
  waitingBody: 'Bitte die Anmeldung dort abschließen. Diese Seite geht von selbst weiter.',
  connected: '{0} ist verbunden',
  connectedAs: 'Verbunden als {0}',
  clientFrom: 'Benutzt die in {0} angegebene OAuth-App.',
  clientAutomatic: 'Gatehouse registriert sich selbst bei {0}. Es ist nichts einzurichten.',
  clientSaved: 'Benutzt die eingegebene OAuth-App.',
  forgetClient: 'OAuth-App vergessen',
  forgetClientTitle: 'Diese OAuth-App vergessen?',
  forgetClientBody:
    'Client-ID und Client-Secret werden hier gelöscht. Damit verbundene Konten brauchen später eine neue Anmeldung.',
  clientWhy:
    '{0} lässt nur registrierte Apps die Anmeldeseite öffnen. Eine eigene ist einmal in ein paar Minuten registriert und bleibt auf diesem Computer.',
  clientSteps: {
    open: 'Bei {0} eine OAuth-App anlegen.',
    redirect: 'Dort diese Weiterleitungs-URI eintragen.',
    paste: 'Das Erhaltene einfügen.',
  },
  openConsole: 'Entwicklerkonsole von {0} öffnen',
  redirectUri: 'Weiterleitungs-URI',
  copyRedirectUri: 'Weiterleitungs-URI kopieren',
  clientId: 'Client-ID',
  clientSecret: 'Client-Secret',
  clientSecretOptional: 'Client-Secret (optional)',
  saveClient: 'OAuth-App speichern',
  clientIsSaved: 'OAuth-App gespeichert',
  keyTitle: 'Mit einem Schlüssel: {0}',
  formTitle: 'Ohne Browser: {0}',
  formBody:
    'Einmal eingeben. Es wird verschlüsselt auf diesem Computer aufbewahrt, und Geheimnisse werden nie wieder angezeigt.',
  keyBody: 'Einmal einfügen. Er wird verschlüsselt auf diesem Computer aufbewahrt und nie wieder angezeigt.',
  keyHelp: 'Wo ist er zu finden?',
  saveKey: 'Schlüssel speichern',
  saveForm: 'Verbinden',
}
