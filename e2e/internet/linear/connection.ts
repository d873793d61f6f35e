import { inputError } from './input-error.ts'

type Node = {
  readonly id: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly archivedAt?: string | null
}

export type PageArguments = {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
  readonly includeArchived?: boolean | null
  readonly orderBy?: 'createdAt' | 'updatedAt' | null
}

const pageSize = 50
const largestPage = 250

/** One page of rows, newest first, as a Relay connection; cursors are row ids. */
export const toConnection = <T extends Node>(rows: readonly T[], page: PageArguments) => {
  const size = page.first ?? page.last ?? pageSize
  if (size > largestPage || size < 1)
    throw inputError(`Argument Validation Error: first must be between 1 and ${largestPage}`)
  const order = page.orderBy ?? 'createdAt'
  const sorted = rows
    .filter((row) => page.includeArchived === true || !row.archivedAt)
    .sort((one, other) => other[order].localeCompare(one[order]))
  const start = page.after ? indexOf(sorted, page.after) + 1 : 0
  const end = page.before ? indexOf(sorted, page.before) : sorted.length
  const [from, to] = !page.last ? [start, Math.min(start + size, end)] : [Math.max(start, end - size), end]
  const nodes = sorted.slice(from, to)
  return {
    nodes,
    totalCount: sorted.length,
    pageInfo: {
      hasNextPage: to < sorted.length,
      hasPreviousPage: from > 0,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  }
}

const indexOf = (rows: readonly Node[], cursor: string): number => {
  const index = rows.findIndex((row) => row.id === cursor)
  if (index === -1) throw inputError('Argument Validation Error: invalid cursor')
  return index
}
