import { z } from 'zod'
import { compact } from './compact.ts'
import { ownReason } from './own-reason.ts'
import { ProviderError } from './provider-error.ts'

/** Arguments of every tool that lists: `cursor` is the `next_cursor` of the page before. */
export const pageParameters = {
  cursor: z.string().optional(),
  limit: z.int().min(1).max(50).default(20),
}

/**
 * The page number a cursor stands for, where a provider counts its pages.
 *
 * @throws ProviderError 400 on a cursor that is no page number: a provider would answer with page 1 again
 */
export function pageNumber(cursor: string | undefined): string | undefined {
  if (cursor === undefined || /^[1-9]\d{0,8}$/.test(cursor)) return cursor
  throw new ProviderError(ownReason('cursor'), 400)
}

/**
 * The page that `Link: <…?page=3>; rel="next"` (RFC 8288) points to. The address itself is never followed.
 *
 * @param parameter what of its query says where the page begins
 * @returns the value of that parameter, undefined on the last page
 */
export function nextPageOf(headers: Headers, parameter = 'page'): string | undefined {
  const links = (headers.get('link') ?? '').matchAll(/<([^>]*)>([^<]*)/g)
  const next = [...links].find(([, , parameters]) => /;\s*rel="?next\b/.test(parameters ?? ''))
  const query = next?.[1]?.split('?')[1]
  return new URLSearchParams(query).get(parameter) ?? undefined
}

/** What `pageParameters` parse to. */
export interface PageArguments {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The query of a page where a provider counts its pages and takes `per_page`. */
export function pageQuery({ cursor, limit }: PageArguments) {
  return { per_page: limit, page: pageNumber(cursor) }
}

/** One page of rows under `name`, with the cursor that the `Link` header gives. */
export function pageOf(name: string, rows: readonly unknown[], headers: Headers) {
  return compact({ [name]: rows, next_cursor: nextPageOf(headers) })
}

/**
 * How many rows a cursor skips, where a provider counts rows. It is never 0, so it is checked as page numbers are.
 *
 * @throws ProviderError 400 as `pageNumber`
 */
export function rowsBefore({ cursor }: Pick<PageArguments, 'cursor'>): number {
  return Number(pageNumber(cursor) ?? 0)
}

/**
 * One page of rows under `name`, where a provider counts rows.
 *
 * @param hasMore asked with the number of rows up to the end of this page
 */
export function countedPage(
  name: string,
  rows: readonly unknown[],
  page: PageArguments,
  hasMore: (end: number) => boolean,
) {
  const end = rowsBefore(page) + rows.length
  return compact({ [name]: rows, next_cursor: rows.length > 0 && hasMore(end) ? String(end) : undefined })
}

/** One page under `name` of the rows that a provider hands out all at once. */
export function pageOfAll(name: string, rows: readonly unknown[], page: PageArguments) {
  const start = rowsBefore(page)
  const hasMore = (end: number) => end < rows.length
  return countedPage(name, rows.slice(start, start + page.limit), page, hasMore)
}
