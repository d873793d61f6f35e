import type { Condition } from '../../preload/contract/rule.ts'
import { endsWith, matchesPattern } from './single-value.ts'
import { valueAt } from './condition-value.ts'

/** No list of a call that somebody wrote a rule for is longer. */
const LONGEST_LIST = 1_000

type Compare = (found: unknown, value: Condition['value']) => boolean

/**
 * Texts are compared exactly, character by character, without folding case or accents: what differs may be something
 * else at the service, and then the person is asked.
 */
const COMPARE: Readonly<Record<Exclude<Condition['operator'], `every_${string}`>, Compare>> = {
  equals: (found, value) => isScalar(found) && found === value,
  one_of: (found, value) => Array.isArray(value) && isScalar(found) && value.some((one) => one === found),
  ends_with: (found, value) =>
    typeof found === 'string' && typeof value === 'string' && endsWith(found, value),
  matches: (found, value) =>
    typeof found === 'string' && typeof value === 'string' && matchesPattern(found, value),
  at_most: (found, value) =>
    isNumber(found) && isNumber(value) && found <= value && (found >= 0 || value < 0),
}

/**
 * Whether one comparison holds. Never throws; a missing argument, a wrong type and whatever else is in doubt do not.
 *
 * @param values the frozen arguments of a call, defaults filled in: what would run
 */
export function conditionHolds({ path, operator, value }: Condition, values: unknown): boolean {
  const found = valueAt(values, path)
  return found !== undefined && operatorHolds(operator, found.value, value)
}

/** Whether all comparisons hold; true when there are none. */
export function conditionsHold(conditions: readonly Condition[], values: unknown): boolean {
  return conditions.every((condition) => conditionHolds(condition, values))
}

function operatorHolds(operator: Condition['operator'], found: unknown, value: Condition['value']): boolean {
  const compare = compareOf(operator)
  if (!operator.startsWith('every_')) return compare(found, value)
  // A list says “every”; what is none would be compared by a rule that was not made for it.
  if (!Array.isArray(found) || found.length === 0 || found.length > LONGEST_LIST) return false
  return found.every((element) => compare(element, value))
}

function compareOf(operator: Condition['operator']): Compare {
  return COMPARE[operator.replace('every_', '') as keyof typeof COMPARE]
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || isNumber(value)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
