import { MOST_ITEMS, isShortened } from '../audit/redact.ts'
import type { Condition } from '../../preload/contract/rule.ts'
import { valueAt } from './condition-value.ts'
import { conditionHolds } from './evaluate-condition.ts'

export type Verdict = 'matched' | 'not_matched' | 'unknown'

/**
 * What a rule would have said about a call of the past.
 *
 * @param recorded its arguments as the activity log keeps them: long and secret values are left out
 * @returns `unknown` where that depends on what was left out
 */
export function judgePastCall(conditions: readonly Condition[], recorded: unknown): Verdict {
  const verdicts = conditions.map((condition) => judge(condition, recorded))
  if (verdicts.includes('not_matched')) return 'not_matched'
  return verdicts.includes('unknown') ? 'unknown' : 'matched'
}

function judge(condition: Condition, recorded: unknown): Verdict {
  if (isCutOff(condition.path, recorded)) return 'unknown'
  const found = valueAt(recorded, condition.path)?.value
  if (isShortened(found)) return 'unknown'
  if (Array.isArray(found) && (found.length >= MOST_ITEMS || found.some(isShortened)))
    return judgeList(condition, found)
  return conditionHolds(condition, recorded) ? 'matched' : 'not_matched'
}

/** One known element that is not as the rule says is enough for a no; a yes needs all of them. */
function judgeList(condition: Condition, elements: readonly unknown[]): Verdict {
  const known = elements.filter((element) => !isShortened(element))
  if (known.length === 0) return 'unknown'
  // Only the list matters here: the rest of the path was followed above.
  const last = condition.path.split('.').at(-1) ?? ''
  return conditionHolds({ ...condition, path: last }, { [last]: known }) ? 'unknown' : 'not_matched'
}

/** Whether the way to the value leads through something that the log does not keep. */
function isCutOff(path: string, recorded: unknown): boolean {
  const names = path.split('.')
  return names.some((_, depth) => {
    const above = depth === 0 ? recorded : valueAt(recorded, names.slice(0, depth).join('.'))?.value
    if (isShortened(above)) return true
    return isFull(above) && !Object.hasOwn(above, names[depth] ?? '')
  })
}

function isFull(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length >= MOST_ITEMS
}
