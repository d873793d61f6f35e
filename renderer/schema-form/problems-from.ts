import type { Problem } from '../hub.ts'
import { isValues } from './entered-value.ts'
import type { FieldProblem } from './find-problems.ts'

/** The fields that the tool itself found fault with; none when the problem is of another kind. */
export function problemsFrom(problem: Problem | null): readonly FieldProblem[] {
  const fields: unknown = problem?.code === 'INVALID_PARAMS' ? problem.details?.['fields'] : undefined
  if (!Array.isArray(fields)) return []
  return fields
    .filter(isValues)
    .flatMap(({ path, reason }) =>
      typeof path === 'string' && typeof reason === 'string' ? [{ path, reason }] : [],
    )
}
