import { expect, it } from 'vitest'
import type { AppTokenUse } from '../../preload/contract/token-use.ts'
import { sumOf, totalsOf } from './token-use.ts'

const counts = (listed: number, results: number, sent: number) => ({ listed, results, arguments: sent })

const used: readonly AppTokenUse[] = [
  { appId: 'a', today: counts(1, 20, 300), week: counts(1, 20, 300), month: counts(5_000, 20, 300) },
  { appId: 'b', today: counts(0, 0, 0), week: counts(0, 7, 0), month: counts(0, 7, 0) },
]

it('a total leaves out no kind: lists, results and arguments', () => {
  expect(sumOf(counts(1, 20, 300))).toBe(321)
})

it('all apps together are added by span, and none of them twice', () => {
  expect(totalsOf(used)).toEqual({ today: 321, week: 328, month: 5_327 })
  expect(totalsOf([])).toEqual({ today: 0, week: 0, month: 0 })
})
