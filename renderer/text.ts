import type { Policy } from '../preload/contract/shapes.ts'
import { activityText } from './text-activity.ts'
import { exposureText } from './text-exposure.ts'
import { labelOf, listed } from './text-labels.ts'
import { forgettingText, ledgerText, policyText, ruleText } from './text-rules.ts'
import { settingsText } from './text-settings.ts'
import { programText } from './text-program.ts'
import { words } from './words.ts'

const { integration, labels } = words

/** Every word the window says, in its language. A function where a number or a name comes in. */
export const text = {
  ...words,
  catalog: { ...words.catalog, category: (id: string) => labelOf(labels.categories, id) },
  integration: {
    ...integration,
    status: labels.statuses,
    effect: labels.effects,
    policy: labels.policies,
    notAllowed: (scopes: readonly string[]) => integration.notAllowed(listed(scopes)),
    policyNote: (policy: Policy, isDefault: boolean) =>
      isDefault ? integration.defaultNote(labels.policyNotes[policy]) : labels.policyNotes[policy],
  },
  doctor: { ...words.doctor, keychainHelp: Object.values(words.doctor.keychainHelp) },
  exposure: exposureText,
  ledger: ledgerText,
  rule: ruleText,
  policy: policyText,
  forgetting: forgettingText,
  activity: activityText,
  program: programText,
  settings: settingsText,
}
