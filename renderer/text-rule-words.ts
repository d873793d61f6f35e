import type { Explanation, Grant } from '../preload/contract/grant.ts'
import type { Condition } from '../preload/contract/rule.ts'
import { language, locale } from './language.ts'
import { englishDeed } from './text-english.ts'
import { words } from './words.ts'

const { ruleWords } = words
const DAY_MS = 86_400_000
const MOST_EXCEPTIONS = 3
const EITHER = new Intl.ListFormat(locale.words, { type: 'disjunction' })
const ALL = new Intl.ListFormat(locale.words, { type: 'conjunction' })

/** “channel is “#bots””, “every to ends with “@me.com””, “amount is at most 50”. */
export function conditionWords({ path, operator, value }: Condition): string {
  const values = Array.isArray(value) ? value : [value]
  const shown = values.map((one) => (typeof one === 'string' ? ruleWords.quoted(one) : String(one)))
  return ruleWords.condition[operator](path, EITHER.format(shown))
}

/** What a remembered answer needs to hold; null when nothing. */
export function conditionsWords(conditions: readonly Condition[]): string | null {
  return conditions.length === 0 ? null : ruleWords.when(ALL.format(conditions.map(conditionWords)))
}

/** “until 14:05”, “until Friday 27 Nov”, “until 3 Mar 2028”: in the person's time zone. */
export function untilWords(expiresAt: string, now: number): string {
  const at = new Date(expiresAt)
  const left = at.getTime() - now
  if (left < DAY_MS && at.toDateString() === new Date(now).toDateString()) {
    return ruleWords.until(at.toLocaleTimeString(locale.dates, { hour: '2-digit', minute: '2-digit' }))
  }
  const nearOrFar = left < 300 * DAY_MS ? ({ weekday: 'long' } as const) : ({ year: 'numeric' } as const)
  return ruleWords.until(
    at.toLocaleDateString(locale.dates, { day: 'numeric', month: 'short', ...nearOrFar }),
  )
}

type Terms = Pick<Grant, 'conditions' | 'usesLeft' | 'expiresAt' | 'scope'>

/** Conditions, uses and end of a remembered answer: “when channel is “#bots”, at most 3 more times, until …”. */
export function termsWords(
  { conditions, usesLeft, expiresAt, scope }: Terms,
  now: number,
): readonly string[] {
  return [
    conditionsWords(conditions),
    usesLeft === null ? null : ruleWords.uses(usesLeft),
    expiresAt === null ? null : untilWords(expiresAt, now),
    scope === 'session' ? ruleWords.untilQuit : null,
  ].filter((part) => part !== null)
}

/**
 * What happens when the tool is called, because of what, and what is excepted. Holds names and values from elsewhere:
 * to be shown as inert text.
 */
export function policySentence(explanation: Explanation, now: number): string {
  const { policy, apps, exceptions } = explanation
  const asking = (grant: Grant): boolean =>
    (apps.find(({ appId }) => appId === grant.appId)?.policy ?? policy) === 'ask'
  const parts = [
    ruleWords.does[policy](reasonOf(explanation)),
    ...apps.map(({ appName, policy, because }) =>
      ruleWords.forApp[policy](appName, ruleWords.asSet[because]),
    ),
    ...exceptionWords(exceptions.filter(asking), now),
  ]
  return `${parts.join('; ')}.`
}

function reasonOf({ because, appName, ...tool }: Explanation): string {
  if (because === 'app_tool') return ruleWords.because.app_tool(appName ?? ruleWords.thisApp)
  if (because === 'app') return ruleWords.because.app(appName ?? ruleWords.thisApp)
  return because === 'tool' ? ruleWords.because.tool : defaultReason(tool)
}

type Deed = Pick<Explanation, 'policy' | 'effect' | 'verb' | 'object'>

function defaultReason({ policy, effect, verb, object }: Deed): string {
  if (policy === 'auto' && effect === 'read') return ruleWords.because.reads
  if (policy !== 'ask' || effect === 'read') return ruleWords.because.integration
  const deed = language === 'en' ? englishDeed(verb, object) : `${verb} ${object}`.trim()
  return effect === 'destructive' ? ruleWords.because.destroys(deed) : ruleWords.because.writes(deed)
}

function exceptionWords(grants: readonly Grant[], now: number): readonly string[] {
  const told = grants.slice(0, MOST_EXCEPTIONS).map((grant) => {
    const may = ruleWords.exception(grant.appName, grant.accountName)
    const [first, ...rest] = termsWords(grant, now)
    if (first === undefined) return may
    const begun = grant.conditions.length > 0 ? ruleWords.exceptionWhen(may, first) : `${may}, ${first}`
    return [begun, ...rest].join(', ')
  })
  const more = grants.length - told.length
  return more > 0 ? [...told, ruleWords.moreExceptions(more)] : told
}
