import { compact } from '../compact.ts'
import type { PageArguments } from '../paging.ts'
import { ProviderError } from '../provider-error.ts'

/** Servers answer with no more, whatever they are asked for. */
const MOST_ROWS = 40

/** The query of a page that goes back in time: `cursor` is an id, nothing on the page is newer. */
export function pageQuery({ cursor, limit }: PageArguments) {
  return { max_id: cursor, limit: Math.min(limit, MOST_ROWS) }
}

/**
 * Rows under their own name. The next page comes from `Link: <…?max_id=23771>; rel="next"` (RFC 8288): only the id is
 * taken from there, because some of them appear nowhere else, and the address itself is never followed.
 */
export function pageOf(name: string, rows: readonly unknown[], headers: Headers) {
  return compact({ [name]: rows, next_cursor: rows.length === 0 ? undefined : nextId(headers) })
}

function nextId(headers: Headers): string | undefined {
  const links = [...(headers.get('link') ?? '').matchAll(/<([^>]*)>([^<]*)/g)]
  const next = links.find(([, , parameters]) => /;\s*rel="?next\b/.test(parameters ?? ''))
  return new URLSearchParams(next?.[1]?.split('?')[1]).get('max_id') ?? undefined
}

/**
 * Where a page begins whose cursor counts rows.
 *
 * @throws ProviderError 400 on a cursor that is no number
 */
export function offsetOf({ cursor = '0' }: PageArguments): number {
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor)
  throw new ProviderError('“cursor” is not a next_cursor of this tool', 400)
}

/** The query of a page of search results, which are counted. */
export function offsetQuery(page: PageArguments) {
  return { limit: Math.min(page.limit, MOST_ROWS), offset: offsetOf(page) }
}

/** The cursor after so many rows: none when the page was not full. */
export function nextOffset(page: PageArguments, rows: number): string | undefined {
  const { limit, offset } = offsetQuery(page)
  return rows < limit ? undefined : String(offset + rows)
}
