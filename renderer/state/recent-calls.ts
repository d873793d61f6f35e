import { create } from 'zustand'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import { request, toProblem, type Problem } from '../hub.ts'
import { useActivity } from './activity.ts'
import { goTo } from './navigation.ts'

const SHOWN = 5

interface RecentCalls {
  readonly integrationId: string
  /** Null until they are read. */
  readonly calls: readonly ActivityEntry[] | null
  readonly problem: Problem | null
}

/** The last calls of the integration whose page is open. */
export const useRecentCalls = create<RecentCalls>(() => ({ integrationId: '', calls: null, problem: null }))

let latest = 0

export async function loadRecentCalls(integrationId: string): Promise<void> {
  const mine = ++latest
  useRecentCalls.setState((state) =>
    state.integrationId === integrationId ? state : { integrationId, calls: null, problem: null },
  )
  const outcome = await request('activity.list', { integrationId, limit: SHOWN }).then(
    ({ rows }) => ({ calls: rows, problem: null }),
    (thrown: unknown) => ({ problem: toProblem(thrown) }),
  )
  if (mine === latest) useRecentCalls.setState(outcome)
}

/** Reads again what is shown. */
export function refreshRecentCalls(): void {
  const { integrationId } = useRecentCalls.getState()
  if (integrationId !== '') void loadRecentCalls(integrationId)
}

/** Opens the activity log with nothing but the calls of this integration. */
export function showAllCalls(integrationId: string): void {
  useActivity.setState({ filter: { integrationId }, typed: '', total: null })
  goTo({ screen: 'activity' })
}
