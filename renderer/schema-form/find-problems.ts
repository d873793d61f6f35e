import { text } from '../text.ts'
import { canShow, isValues, Unreadable } from './entered-value.ts'
import type { FormNode } from './form-node.ts'

/** What is wrong at one place; `path` is `to.0`, as the hub names it too. */
export interface FieldProblem {
  readonly path: string
  readonly reason: string
}

/**
 * What can be seen to be wrong without asking. The tool itself has the last word.
 *
 * @param path of the value; empty for the arguments as a whole
 */
export function findProblems(node: FormNode, value: unknown, path = ''): readonly FieldProblem[] {
  if (value instanceof Unreadable) return [{ path, reason: unreadable(node, value) }]
  if (!canShow(node, value)) return []
  if (node.kind === 'object' && isValues(value)) {
    return node.members.flatMap(({ name, isRequired, node: member }) => {
      const inner = joined(path, name)
      if (value[name] !== undefined) return findProblems(member, value[name], inner)
      return isRequired ? [{ path: inner, reason: text.form.needed }] : []
    })
  }
  if (node.kind === 'list' && Array.isArray(value)) {
    const items = value.flatMap((item, index) => findProblems(node.item, item, joined(path, String(index))))
    return [...problemOf(path, listReason(node, value.length)), ...items]
  }
  if (node.kind === 'either') return findProblems(optionFor(node, value), value, path)
  return problemOf(path, scalarReason(node, value))
}

/** The option that a value belongs to; the first when none fits. */
export function optionFor(node: FormNode & { kind: 'either' }, value: unknown): FormNode {
  const fitting = node.options.filter((option) => canShow(option, value))
  // A value not readable yet belongs to the kind that is typed in before it can be read.
  const typed =
    value instanceof Unreadable ? fitting.find(({ kind }) => kind === 'number' || kind === 'json') : undefined
  return typed ?? fitting[0] ?? node.options[0] ?? { kind: 'json', description: '', usual: undefined }
}

export const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

const problemOf = (path: string, reason: string | null): readonly FieldProblem[] =>
  reason === null ? [] : [{ path, reason }]

function unreadable(node: FormNode, { text: typed }: Unreadable): string {
  if (typed.trim() === '') return text.form.needed
  return node.kind === 'json' ? text.form.notJson : text.form.notNumber
}

function listReason({ fewest, most }: FormNode & { kind: 'list' }, length: number): string | null {
  if (length < fewest) return text.form.tooFew(fewest)
  return length > most ? text.form.tooMany(most) : null
}

function scalarReason(node: FormNode, value: unknown): string | null {
  if (node.kind === 'text' && typeof value === 'string') {
    if (value.length < node.shortest)
      return value === '' ? text.form.needed : text.form.tooShort(node.shortest)
    return value.length > node.longest ? text.form.tooLong(node.longest) : null
  }
  if (node.kind !== 'number' || typeof value !== 'number') return null
  if (node.isWhole && !Number.isInteger(value)) return text.form.notWhole
  if (value < node.least) return text.form.atLeast(node.least)
  return value > node.most ? text.form.atMost(node.most) : null
}
