import type { Grant, RuleTrial } from '../preload/contract/grant.ts'
import { listed } from './text-labels.ts'
import { policySentence, termsWords } from './text-rule-words.ts'
import { words } from './words.ts'

const { forgetting, ledger, policy, rule, ruleWords } = words

/** Words of the ledger of remembered answers. */
export const ledgerText = {
  ...ledger,
  terms: (grant: Grant, now: number) => termsWords(grant, now).join(', '),
  made: (grant: Grant, date: string) =>
    grant.madeFrom === 'form' ? ledger.made.form(date) : ledger.made.dialog(date),
  used: (times: number, ago: string | null) => (ago === null ? ledger.neverUsed : ledger.used(times, ago)),
  /** @param end as `untilWords` has it */
  ends: (end: string) => {
    const until = ruleWords.until('')
    return ledger.ends(end.startsWith(until) ? end.slice(until.length) : end)
  },
  left: (uses: number | null) => (uses === null ? ledger.leftAny : ledger.left(uses)),
  revokeAllTitle: (app: string | null) =>
    app === null ? ledger.revokeAllTitleAny : ledger.revokeAllTitle(app),
}

/** Words of the form that makes a rule. */
export const ruleText = {
  ...rule,
  others: (names: readonly string[]) => rule.others(listed(names)),
  trial: ({ of, matched, unknown }: RuleTrial): string => {
    if (of === 0) return rule.trialNone
    const allowed = rule.trial(matched, of)
    return unknown === 0 ? allowed : `${allowed} ${rule.trialUnknown(unknown)}`
  },
}

/** Words of what is set for one app, and of the sentence beside a tool. */
export const policyText = { ...policy, sentence: policySentence }

/** Words of the settings about forgetting. */
export const forgettingText = {
  ...forgetting,
  idles: (minutes: number | null) => {
    if (minutes === null) return forgetting.idles.never
    return minutes < 60 ? forgetting.idles.minutes(minutes) : forgetting.idles.hours(minutes / 60)
  },
}
