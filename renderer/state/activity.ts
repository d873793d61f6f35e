import { create } from 'zustand'
import type { ActivityFilter } from '../../preload/contract/activity.ts'
import type { RequestOutput } from '../../preload/contract/requests.ts'
import { request, toProblem, type Problem } from '../hub.ts'
import { PAGE_ROWS, pagesOf, withPage, type Pages } from './activity-pages.ts'

interface Activity {
  readonly filter: ActivityFilter
  /** What stands in the search field; it filters when the typing pauses. */
  readonly typed: string
  /** How many calls the list has; `null` until the first page has come. */
  readonly total: number | null
  readonly isCapped: boolean
  /** The list is of the calls up to this one, so that new ones do not move it. */
  readonly upTo: number
  /** How many have come since. */
  readonly fresh: number
  readonly pages: Pages
  /** Grows with every list that begins at its top. */
  readonly generation: number
  readonly problem: Problem | null
}

export const useActivity = create<Activity>(() => ({
  filter: {},
  typed: '',
  total: null,
  isCapped: false,
  upTo: 0,
  fresh: 0,
  pages: new Map(),
  generation: 0,
  problem: null,
}))

const TYPING_PAUSE_MS = 200
const DAY_MS = 86_400_000
let typing: ReturnType<typeof setTimeout> | undefined
let latest = 0
/** Rows in sight; reading goes on while the newest one is among them. */
let sight = { first: 0, last: 0 }
const asked = new Set<number>()

/** Reads the list anew, from its top. */
export async function loadActivity(filter: ActivityFilter): Promise<void> {
  const mine = ++latest
  asked.clear()
  useActivity.setState({ filter })
  try {
    const { rows, total, isCapped, newest } = await request('activity.list', { ...filter, limit: PAGE_ROWS })
    if (mine !== latest) return
    useActivity.setState(({ generation }) => ({
      total,
      isCapped,
      upTo: newest,
      fresh: 0,
      pages: new Map([[0, rows]]),
      generation: generation + 1,
      problem: null,
    }))
  } catch (thrown) {
    if (mine === latest) useActivity.setState({ problem: toProblem(thrown) })
  }
}

/** Tells which rows are in sight, and reads those that are missing. */
export function showRows(first: number, last: number): void {
  sight = { first, last }
  const { pages, total } = useActivity.getState()
  if (total === null || total === 0) return
  for (const page of pagesOf(first, Math.min(last, total - 1))) if (!pages.has(page)) void readPage(page)
}

async function readPage(page: number): Promise<void> {
  if (asked.has(page)) return
  asked.add(page)
  const mine = latest
  try {
    const answer = await requestPage(page)
    if (mine === latest) take(page, answer)
  } catch (thrown) {
    if (mine === latest) useActivity.setState({ problem: toProblem(thrown) })
  } finally {
    if (mine === latest) asked.delete(page)
  }
}

function requestPage(page: number): Promise<RequestOutput<'activity.list'>> {
  const { filter, upTo } = useActivity.getState()
  return request('activity.list', { ...filter, upTo, offset: page * PAGE_ROWS, limit: PAGE_ROWS })
}

function take(page: number, { rows, total, fresh }: RequestOutput<'activity.list'>): void {
  useActivity.setState(({ pages }) => ({
    pages: withPage(pages, page, rows),
    total,
    fresh,
    problem: null,
  }))
}

/** After new lines: follows them at the top of the list, else says how many there are and brings up to date what is in sight. */
export async function refreshActivity(): Promise<void> {
  const { total, filter } = useActivity.getState()
  if (total === null) return
  if (sight.first === 0) return await loadActivity(filter)
  for (const page of pagesOf(sight.first, sight.last)) await readPage(page)
}

/** Filters by text, not at every letter but when the typing pauses. */
export function typeActivityText(typed: string): void {
  useActivity.setState({ typed })
  clearTimeout(typing)
  typing = setTimeout(() => {
    const { text: _, ...rest } = useActivity.getState().filter
    const words = typed.trim()
    void loadActivity(words === '' ? rest : { ...rest, text: words })
  }, TYPING_PAUSE_MS)
}

/** Shows every call again. */
export async function clearActivityFilter(): Promise<void> {
  clearTimeout(typing)
  useActivity.setState({ typed: '' })
  await loadActivity({})
}

/**
 * @param day its first moment
 * @returns where in the list the calls of that day and of earlier ones begin
 */
export async function placeOfDay(day: number): Promise<number> {
  const { filter, upTo } = useActivity.getState()
  const from = Math.max(filter.from ?? 0, day + DAY_MS)
  const later = await request('activity.list', { ...filter, upTo, from, limit: 1 })
  return later.total
}
