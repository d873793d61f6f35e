import type { Grant, RuleTool } from '../../preload/contract/grant.ts'
import type { RequestInput } from '../../preload/contract/requests.ts'
import type { Condition, Operator } from '../../preload/contract/rule.ts'

export type ArgumentKind = RuleTool['arguments'][number]['kind']
export type Until = 'session' | 'hour' | 'day' | 'week' | 'month' | 'date' | 'never'

/** A condition while it is being written. */
export interface ConditionDraft {
  readonly key: number
  readonly path: string
  readonly kind: ArgumentKind
  readonly operator: Operator
  /** As typed; several values stand on a line each. */
  readonly value: string
}

/** A rule while it is being written. */
export interface RuleDraft {
  readonly appId: string
  readonly tool: RuleTool | null
  readonly connectionId: string
  readonly conditions: readonly ConditionDraft[]
  readonly until: Until
  /** Local time as a date field holds it: `2026-11-27T18:00`. */
  readonly date: string
  readonly uses: string
}

const HOUR_MS = 3_600_000
const LASTS: Readonly<Partial<Record<Until, number>>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
}

const OPERATORS: Readonly<Record<ArgumentKind, readonly Operator[]>> = {
  text: ['equals', 'one_of', 'ends_with', 'matches'],
  number: ['equals', 'one_of', 'at_most'],
  boolean: ['equals'],
  text_list: ['every_equals', 'every_one_of', 'every_ends_with', 'every_matches'],
  other: [],
}

/** Comparisons that fit an argument. */
export const operatorsOf = (kind: ArgumentKind): readonly Operator[] => OPERATORS[kind]

/** Whether several values are typed, one a line. */
export const takesSeveral = (operator: Operator): boolean => operator.endsWith('one_of')

let lastKey = 0

export function newCondition(path: string, kind: ArgumentKind): ConditionDraft {
  const operator = OPERATORS[kind][0] ?? 'equals'
  return { key: ++lastKey, path, kind, operator, value: kind === 'boolean' ? 'true' : '' }
}

/** A condition that is stored, to be edited. Its kind follows from what it compares with. */
export function draftOf({ path, operator, value }: Condition): ConditionDraft {
  const text = Array.isArray(value) ? value.join('\n') : String(value)
  return { key: ++lastKey, path, kind: kindOf(operator, value), operator, value: text }
}

function kindOf(operator: Operator, value: Condition['value']): ArgumentKind {
  if (operator.startsWith('every_')) return 'text_list'
  const one = Array.isArray(value) ? value[0] : value
  if (typeof one === 'number') return 'number'
  return typeof one === 'boolean' ? 'boolean' : 'text'
}

/** @returns null while something is missing or does not fit */
export function conditionOf({ path, kind, operator, value }: ConditionDraft): Condition | null {
  if (path === '') return null
  if (kind === 'boolean') return { path, operator, value: value === 'true' }
  const parts = takesSeveral(operator) ? value.split('\n').filter((line) => line !== '') : [value]
  if (parts.length === 0 || parts.includes('')) return null
  const values = kind === 'number' ? parts.map(numberOf) : parts
  if (values.some((one) => typeof one === 'number' && !Number.isFinite(one))) return null
  const [first = ''] = values
  return { path, operator, value: takesSeveral(operator) ? values : first }
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

/** @returns null while one of them is not complete */
export function conditionsOf(drafts: readonly ConditionDraft[]): Condition[] | null {
  const complete = drafts.map(conditionOf).filter((condition) => condition !== null)
  return complete.length === drafts.length ? complete : null
}

/** @returns undefined when it is no number of uses; null for any number */
export function usesOf(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const uses = Number(text)
  return Number.isInteger(uses) && uses >= 1 && uses <= 1_000_000 ? uses : undefined
}

export type RuleTerms = Pick<RequestInput<'grants.add'>, 'conditions' | 'scope' | 'expiresAt' | 'usesLeft'>

/** @returns null while something is missing */
export function termsOf(draft: RuleDraft, now: number): RuleTerms | null {
  const conditions = conditionsOf(draft.conditions)
  const usesLeft = usesOf(draft.uses)
  const expiresAt = endOf(draft, now)
  if (conditions === null || usesLeft === undefined || expiresAt === undefined) return null
  return { conditions, usesLeft, expiresAt, scope: draft.until === 'session' ? 'session' : 'always' }
}

function endOf({ until, date }: RuleDraft, now: number): string | null | undefined {
  const lasts = LASTS[until]
  if (lasts !== undefined) return new Date(now + lasts).toISOString()
  if (until !== 'date') return null
  const at = Date.parse(date)
  return at > now ? new Date(at).toISOString() : undefined
}

/** The rule as it stands, to be edited. */
export function draftOfGrant(grant: Grant): RuleDraft {
  return {
    appId: grant.appId,
    tool: null,
    connectionId: grant.connectionId,
    conditions: grant.conditions.map(draftOf),
    until: untilOf(grant),
    date: grant.expiresAt === null ? '' : localMinute(grant.expiresAt),
    // A used-up rule gets one use, never any number of them.
    uses: grant.usesLeft === null ? '' : String(Math.max(1, grant.usesLeft)),
  }
}

function untilOf({ expiresAt, scope }: Grant): Until {
  if (expiresAt !== null) return 'date'
  return scope === 'session' ? 'session' : 'never'
}

/** In the person's time zone, cut to the minute: never later than it was. */
function localMinute(timestamp: string): string {
  const at = new Date(timestamp)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
