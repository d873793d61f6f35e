import type { ReactNode } from 'react'
import type { FieldProblem } from './find-problems.ts'
import type { FormNode } from './form-node.ts'

/** What every control of the form gets. */
export interface EntryProps<N extends FormNode = FormNode> {
  readonly node: N
  /** The argument's own name, which is its label. */
  readonly name: string
  /** `to.0`: where it stands among the arguments. */
  readonly path: string
  /** Undefined when it is left out. */
  readonly value: unknown
  readonly isRequired: boolean
  /** One of a list: it is there or it is removed, and nothing is said about leaving it out. */
  readonly isItem?: boolean
  /** Shows a node within this one. */
  readonly Entry: (props: EntryProps) => ReactNode
  /** What is wrong anywhere in the form. */
  readonly problems: readonly FieldProblem[]
  /** @param value undefined leaves it out */
  readonly onChange: (value: unknown) => void
}

/** One kind of node, for the control that shows it. */
export type NodeOf<K extends FormNode['kind']> = Extract<FormNode, { kind: K }>

/** What is wrong right here. */
export function reasonAt(problems: readonly FieldProblem[], path: string): string | null {
  return problems.find((problem) => problem.path === path)?.reason ?? null
}

/** The same for a control that has no others within it: what is wrong deeper down is shown here too. */
export function reasonWithin(problems: readonly FieldProblem[], path: string): string | null {
  const deeper = problems.find((problem) => problem.path.startsWith(`${path}.`))
  return reasonAt(problems, path) ?? (deeper === undefined ? null : `${deeper.path}: ${deeper.reason}`)
}
