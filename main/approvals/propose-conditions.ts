import type { Condition } from '../../preload/contract/rule.ts'

/** As many as one answer can hold. */
const MOST = 10
const LONGEST_TEXT = 100
const LONGEST_LIST = 100

/**
 * What “only with these values” may mean for a call: a comparison for each value short enough to be read and meant
 * again. Long and many-lined texts are left out, as are names that hold a dot, which a path could not tell apart.
 *
 * @returns comparisons that hold for these arguments
 */
export function proposeConditions(args: Readonly<Record<string, unknown>>): readonly Condition[] {
  return proposalsIn(args, '').slice(0, MOST)
}

function proposalsIn(values: Readonly<Record<string, unknown>>, prefix: string): readonly Condition[] {
  return Object.entries(values)
    .filter(([name]) => name !== '' && !name.includes('.'))
    .flatMap(([name, value]) => proposalsFor(value, `${prefix}${name}`))
    .filter(({ path }) => path.length <= 200)
}

function proposalsFor(value: unknown, path: string): readonly Condition[] {
  if (Array.isArray(value)) return ofList(value, path)
  if (isFields(value)) return proposalsIn(value, `${path}.`)
  return isShort(value) ? [{ path, operator: 'equals', value }] : []
}

function ofList(items: readonly unknown[], path: string): readonly Condition[] {
  const values = items.filter((item) => typeof item !== 'boolean').filter(isShort)
  const isWhole = values.length === items.length && items.length > 0 && items.length <= LONGEST_LIST
  // Sound: booleans are filtered out above.
  return isWhole
    ? [{ path, operator: 'every_one_of', value: [...new Set(values)] as (string | number)[] }]
    : []
}

function isShort(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT && !/[\n\r]/.test(value)
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
