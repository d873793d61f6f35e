import type { ipc as english } from '../../en/sentences/ipc.ts'
import type { SameShape } from '../../speak.ts'

export const ipc: SameShape<typeof english> = {
  noAccount: 'Dieses Konto gibt es nicht.',
  noLongerAccepted: '{0} akzeptiert die Anmeldung nicht mehr.',
  noApp: 'Diese App gibt es nicht.',
  noPage: 'Die Integration nennt keine solche Seite.',
  noDefault: 'Diesen Standard gibt es nicht.',
  choicesNotRead: 'Die Frage, ob die Auswahl gelesen werden darf, blieb unbeantwortet.',
  settingAboutNothing: 'Eine Einstellung gilt für ein Tool, eine App oder beides.',
  noRule: 'Diese Regel gibt es nicht mehr.',
  otherIntegration: 'Das Konto gehört zu einer anderen Integration als das Tool.',
  endsInPast: 'Die Regel würde in der Vergangenheit enden. Bitte einen späteren Tag wählen.',
}
