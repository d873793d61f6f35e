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

/** Every message in English, which says what there is to translate. */
export const english = {
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
} as const
