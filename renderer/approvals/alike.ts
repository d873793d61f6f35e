import type { Approval } from '../../preload/contract/shapes.ts'

type Fields = Approval['fields']

/** Questions of the same app, tool and account as the one on screen, itself among them, in the queue's order. */
export function alikeOf(queue: readonly Approval[], shown: Approval): readonly Approval[] {
  return queue.filter(
    ({ appId, tool, connectionId }) =>
      appId === shown.appId && tool === shown.tool && connectionId === shown.connectionId,
  )
}

/** Whether they may be allowed together: not what destroys, nor what Gatehouse itself would do. */
export function mayAllowTogether(approvals: readonly Approval[]): boolean {
  return approvals.every(({ effect, isEditable }) => effect !== 'destructive' && isEditable)
}

/**
 * What all calls have in common, and what each has of its own. An argument that differs anywhere is shown whole with
 * every call: a list of recipients is never torn apart.
 */
export function splitFields(approvals: readonly Approval[]): {
  readonly shared: Fields
  readonly own: ReadonlyMap<string, Fields>
} {
  const [first, ...others] = approvals
  const groups = new Set(approvals.flatMap(({ fields }) => fields.map(argumentOf)))
  const isShared = (name: string): boolean =>
    first !== undefined && others.every((other) => sayOf(other, name) === sayOf(first, name))
  const shared = new Set([...groups].filter(isShared))
  return {
    shared: first?.fields.filter((field) => shared.has(argumentOf(field))) ?? [],
    own: new Map(
      approvals.map(({ id, fields }) => [id, fields.filter((field) => !shared.has(argumentOf(field)))]),
    ),
  }
}

/** `to[0]` and `to[1]` belong to `to`. */
const argumentOf = ({ path }: Fields[number]): string => path.split(/[.[]/u)[0] ?? path

function sayOf({ fields }: Approval, name: string): string {
  return JSON.stringify(fields.filter((field) => argumentOf(field) === name))
}
