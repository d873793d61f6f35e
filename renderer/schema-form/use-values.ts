import { useMemo, useState } from 'react'
import type { Values } from './entered-value.ts'
import { findProblems, type FieldProblem } from './find-problems.ts'
import { formNode } from './form-node.ts'

interface EnteredValues {
  readonly values: Values
  /** What is wrong, from the first check on: not while a form is being filled in for the first time. */
  readonly problems: readonly FieldProblem[]
  /** Whether nothing can be seen to be wrong. The tool itself has the last word. */
  readonly isValid: boolean
  /** @returns whether nothing is wrong */
  readonly check: () => boolean
  readonly setValues: (values: Values) => void
}

/** The values of one form, and what can be seen to be wrong with them. */
export function useValues(schema: unknown, first: Values): EnteredValues {
  const [values, setValues] = useState(first)
  const [checked, setChecked] = useState(false)
  const node = useMemo(() => formNode(schema), [schema])
  const found = findProblems(node, values)
  return {
    values,
    problems: checked ? found : [],
    isValid: found.length === 0,
    check() {
      setChecked(true)
      return found.length === 0
    },
    setValues,
  }
}
