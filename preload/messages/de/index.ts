import type { english } from '../en/index.ts'
import type { SameShape } from '../speak.ts'
import { activity } from './activity.ts'
import { answers } from './answers.ts'
import { approval } from './approval.ts'
import { apps } from './apps.ts'
import { catalog, defaults, ended, integration } from './catalog.ts'
import { clients } from './clients.ts'
import { connect } from './connect.ts'
import { doctor } from './doctor.ts'
import { exposure } from './exposure.ts'
import { form } from './form.ts'
import { inbox } from './inbox.ts'
import { labels } from './labels.ts'
import { native } from './native.ts'
import { pairing } from './pairing.ts'
import { program } from './program.ts'
import { remedies } from './remedies.ts'
import { ruleWords } from './rule-words.ts'
import { forgetting, ledger, policy, rule } from './rules.ts'
import { settings } from './settings.ts'
import { shell, ui } from './shell.ts'
import { tryIt } from './try-it.ts'
import { workspaces } from './workspaces.ts'

/**
 * Every message in German, without “du” or “Sie” (“man” where it takes one). The same word for the same thing:
 * account Konto · activity Aktivität · activity log Protokoll · allow erlauben · app App · approval Erlaubnis · backup
 * Sicherung · block sperren · bridge Brücke · call Aufruf · credential Zugangsdaten · default Standard · deny ablehnen ·
 * keychain Schlüsselbund · permission (at a provider) Berechtigung · policy Vorgabe · remembered answer gemerkte Antwort ·
 * revoke widerrufen · rule Regel · sign-in Anmeldung · tool Tool · vault Tresor · withdraw zurückziehen · workspace
 * Arbeitsbereich. “destructive” is “destruktiv”: not all of it deletes.
 */
export const german: SameShape<typeof english> = {
  activity,
  answers,
  approval,
  apps,
  catalog,
  clients,
  connect,
  defaults,
  doctor,
  ended,
  exposure,
  forgetting,
  form,
  inbox,
  integration,
  labels,
  ledger,
  native,
  pairing,
  policy,
  program,
  remedies,
  rule,
  ruleWords,
  settings,
  shell,
  tryIt,
  ui,
  workspaces,
}
