/** What stands at a path, or that nothing does. */
export type Found = { readonly value: unknown } | undefined

/**
 * Follows names joined by dots through own properties of plain objects. Lists are never entered, so an index is no
 * name, and nothing is inherited, so `__proto__` and `length` lead nowhere.
 *
 * @param values a call's arguments, as they would run
 */
export function valueAt(values: unknown, path: string): Found {
  let value = values
  for (const name of path.split('.')) {
    if (!isFields(value) || !Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return { value }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
