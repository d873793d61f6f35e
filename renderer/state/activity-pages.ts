import type { ActivityEntry } from '../../preload/contract/shapes.ts'

/** Rows are read in pages of so many. */
export const PAGE_ROWS = 100

/** So many pages stay in memory: what lies far from what is read is read again. */
const MOST_PAGES = 30

export type Pages = ReadonlyMap<number, readonly ActivityEntry[]>

/** @returns the row at a place of the list, when its page has been read */
export function rowAt(pages: Pages, index: number): ActivityEntry | undefined {
  return pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS]
}

/** @returns the pages that rows from `first` to `last` stand on */
export function pagesOf(first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS)
  const to = Math.floor(Math.max(0, last) / PAGE_ROWS)
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}

/** Adds a page, and forgets the ones farthest from it when there are too many. */
export function withPage(pages: Pages, page: number, rows: readonly ActivityEntry[]): Pages {
  const kept = [...pages].filter(([number]) => number !== page)
  kept.sort(([a], [b]) => Math.abs(a - page) - Math.abs(b - page))
  return new Map([[page, rows], ...kept.slice(0, MOST_PAGES - 1)])
}

/** @returns a call by its id, when a page has it */
export function entryOf(pages: Pages, callId: string): ActivityEntry | undefined {
  for (const rows of pages.values()) {
    const entry = rows.find((one) => one.callId === callId)
    if (entry !== undefined) return entry
  }
  return undefined
}
