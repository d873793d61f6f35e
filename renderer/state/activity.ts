import { create } from 'zustand'
import type { RequestInput } from '../../preload/contract/requests.ts'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import { request, toProblem, type Problem } from '../hub.ts'
import { prependRows } from './activity-rows.ts'

export type ActivityFilter = Omit<RequestInput<'activity.list'>, 'before' | 'limit'>

interface Activity {
  readonly filter: ActivityFilter
  /** What stands in the search field; it filters when the typing pauses. */
  readonly typed: string
  /** `null` until the first page has come. */
  readonly rows: readonly ActivityEntry[] | null
  readonly next: number | null
  readonly loading: boolean
  readonly problem: Problem | null
}

export const useActivity = create<Activity>(() => ({
  filter: {},
  typed: '',
  rows: null,
  next: null,
  loading: false,
  problem: null,
}))

const PAGE = 50
const TYPING_PAUSE_MS = 200
let typing: ReturnType<typeof setTimeout> | undefined
let latest = 0

/** Reads the first page of what the filter lets through. */
export async function loadActivity(filter: ActivityFilter): Promise<void> {
  useActivity.setState({ filter })
  await readPage({ ...filter, limit: PAGE }, ({ rows, next }) => ({ rows, next }))
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

export async function loadMoreActivity(): Promise<void> {
  const { filter, next, rows: shown } = useActivity.getState()
  if (next === null || shown === null) return
  await readPage({ ...filter, limit: PAGE, before: next }, ({ rows, next }) => ({
    rows: [...shown, ...rows],
    next,
  }))
}

/** Puts new rows on top without losing the pages already read. */
export async function refreshActivity(): Promise<void> {
  const { filter, rows: shown } = useActivity.getState()
  if (shown === null) return
  await readPage({ ...filter, limit: PAGE }, ({ rows, next }) => {
    const merged = prependRows(rows, shown)
    return merged === null ? { rows, next } : { rows: merged }
  })
}

type Page = Pick<Activity, 'next'> & { readonly rows: readonly ActivityEntry[] }

async function readPage(
  input: RequestInput<'activity.list'>,
  take: (page: Page) => Partial<Activity>,
): Promise<void> {
  const mine = ++latest
  useActivity.setState({ loading: true })
  try {
    const page = await request('activity.list', input)
    if (mine === latest) useActivity.setState({ ...take(page), loading: false, problem: null })
  } catch (thrown) {
    if (mine === latest) useActivity.setState({ loading: false, problem: toProblem(thrown) })
  }
}
