import type { FormField } from '../../preload/contract/shapes.ts'
import type { Problem } from '../hub.ts'

/** What stands in a connect form, by field name. */
export type Entered = Readonly<Record<string, string>>

/** What a form begins with: what is known of the account, else what is usual. Secrets begin empty. */
export function enteredAtFirst(fields: readonly FormField[], known: Entered = {}): Entered {
  return Object.fromEntries(fields.map(({ name, usual }) => [name, known[name] ?? usual]))
}

export function isComplete(fields: readonly FormField[], entered: Entered): boolean {
  return fields.every(({ name, usual }) => usual !== '' || (entered[name] ?? '').trim() !== '')
}

/** The field that a problem is about, if it is about one of these. */
export function fieldAtFault(fields: readonly FormField[], problem: Problem | null): string | undefined {
  const reasons = problem?.details?.['fields']
  if (!Array.isArray(reasons)) return undefined
  const paths = reasons.map((reason: unknown) => (reason as { path?: unknown } | null)?.path)
  return fields.find(({ name }) => paths.includes(name))?.name
}
