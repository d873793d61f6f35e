import type { FormNode } from './form-node.ts'

/** What stands in a field and is no value yet: a number half typed, JSON with a bracket missing. */
export class Unreadable {
  constructor(readonly text: string) {}
}

export type Values = Readonly<Record<string, unknown>>

/**
 * Reads what was typed into a field of text.
 *
 * @returns its value, or `Unreadable`
 */
export function readEntry(node: FormNode, typed: string): unknown {
  if (node.kind === 'number') return readNumber(typed)
  if (node.kind === 'json') return readJson(typed)
  return typed
}

/** What stands in a field of text for a value: reading it again gives the same value. */
export function writeEntry(node: FormNode, value: unknown): string {
  if (value === undefined) return ''
  if (value instanceof Unreadable) return value.text
  if (typeof value === 'string' && node.kind === 'text') return value
  return typeof value === 'number' ? String(value) : JSON.stringify(value, null, 2)
}

function readNumber(typed: string): unknown {
  const words = typed.trim()
  const value = Number(words)
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(words) && Number.isFinite(value)
    ? value
    : new Unreadable(typed)
}

function readJson(typed: string): unknown {
  try {
    return JSON.parse(typed) as unknown
  } catch {
    return new Unreadable(typed)
  }
}

/** Whether a field of this kind can show the value; what it cannot, is shown as JSON instead. */
export function canShow(node: FormNode, value: unknown): boolean {
  if (value === undefined || value instanceof Unreadable) return true
  if (node.kind === 'text') return typeof value === 'string'
  if (node.kind === 'number') return typeof value === 'number'
  if (node.kind === 'boolean') return typeof value === 'boolean'
  if (node.kind === 'null') return value === null
  if (node.kind === 'choice') return node.choices.some((choice) => isSame(choice, value))
  if (node.kind === 'list') return Array.isArray(value)
  if (node.kind === 'object') return isValues(value)
  if (node.kind === 'either') return node.options.some((option) => canShow(option, value))
  return true
}

/** What a newly added value starts as. */
export function firstValue(node: FormNode): unknown {
  if (node.usual !== undefined) return node.usual
  if (node.kind === 'number' || node.kind === 'json') return new Unreadable('')
  if (node.kind === 'boolean') return false
  if (node.kind === 'null') return null
  if (node.kind === 'choice') return node.choices[0]
  if (node.kind === 'list') return []
  if (node.kind === 'object') return {}
  if (node.kind === 'either') return node.options[0] === undefined ? null : firstValue(node.options[0])
  return ''
}

/** The same object with one member set, or left out when the value is undefined; the order of the others stays. */
export function withMember(values: Values, name: string, value: unknown): Values {
  if (value !== undefined) return { ...values, [name]: value }
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== name))
}

/** Equal as JSON, whatever the order of names. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  }
  if (isValues(a) && isValues(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)])
    return [...names].every((name) => name in a && name in b && isSame(a[name], b[name]))
  }
  return Object.is(a, b)
}

export function isValues(value: unknown): value is Values {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unreadable)
  )
}
