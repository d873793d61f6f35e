import type { Approval } from '../../preload/contract/shapes.ts'

/**
 * Flattens arguments for the dialog: every one of them, in order, as text. The window makes it inert.
 *
 * @returns `[{ path: 'labels[0]', text: 'bug' }, …]`
 */
export function approvalFields(value: unknown, path = ''): Approval['fields'] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((item, index) => approvalFields(item, `${path}[${index}]`))
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([name, item]) =>
      approvalFields(item, path === '' ? name : `${path}.${name}`),
    )
  }
  if (path === '') return []
  return [{ path, text: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') }]
}
