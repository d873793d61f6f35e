import type { AppTokenUse, TokenCounts } from '../../preload/contract/token-use.ts'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

/** What the workspace's apps have used; those that have used nothing are not in it. */
export const useTokenUse = createResource(() => request('tokenUse.list', {}))

export type Span = Exclude<keyof AppTokenUse, 'appId'>

/** @returns the tokens of every kind together */
export const sumOf = ({ listed, results, arguments: sent }: TokenCounts): number => listed + results + sent

/** @returns the tokens of all these apps together, by span */
export function totalsOf(used: readonly AppTokenUse[]): Readonly<Record<Span, number>> {
  const total = (span: Span): number => used.reduce((sum, row) => sum + sumOf(row[span]), 0)
  return { today: total('today'), week: total('week'), month: total('month') }
}
