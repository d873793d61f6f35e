import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'

/** Where a page begins: so many rows into what Airtable answers at `offset`. */
interface Place {
  readonly skip: number
  readonly offset?: string | undefined
}

/**
 * Lists of bases and tables come in pages of Airtable’s own size: ours are cut out of those.
 *
 * @throws ProviderError 400 on a cursor of another kind
 */
export function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { skip: 0 }
  const [, skip, offset] = /^(\d{1,9})(?::(.+))?$/.exec(cursor) ?? []
  if (skip === undefined) throw new ProviderError(ownReason('cursor'), 400)
  return { skip: Number(skip), offset }
}

/** The rows of one page, and the cursor of the next. */
export function cut<T>(rows: readonly T[], { skip, offset }: Place, limit: number, next?: string | null) {
  const end = skip + limit
  const page = rows.slice(skip, end)
  if (end < rows.length) return { page, cursor: offset === undefined ? `${end}` : `${end}:${offset}` }
  return { page, cursor: next ? `0:${next}` : undefined }
}
