import { compact } from '../compact.ts'
import { nextPageOf, rowsBefore, type PageArguments } from '../paging.ts'

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
  return compact({ [name]: rows, next_cursor: rows.length === 0 ? undefined : nextPageOf(headers, 'max_id') })
}

/** The query of a page of search results, which are counted. */
export function offsetQuery(page: PageArguments) {
  return { limit: Math.min(page.limit, MOST_ROWS), offset: rowsBefore(page) }
}

/** The cursor after so many rows: none when the page was not full. */
export function nextOffset(page: PageArguments, rows: number): string | undefined {
  const { limit, offset } = offsetQuery(page)
  return rows < limit ? undefined : String(offset + rows)
}
