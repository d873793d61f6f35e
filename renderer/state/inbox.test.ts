import { beforeEach, expect, it } from 'vitest'
import type { ActivityEntry, Approval } from '../../preload/contract/shapes.ts'
import { decideOn, isDialogOpen, useApprovals } from './approvals.ts'
import { askedAbout } from './inbox.ts'

const call = (reason: string, outcome: ActivityEntry['outcome']) => ({ reason, outcome }) as ActivityEntry

const queue = ['a', 'b', 'c'].map((id) => ({ id })) as Approval[]

beforeEach(() => useApprovals.setState({ queue, setAside: new Set(['a', 'b', 'c']) }))

it('lists what a person was asked about, not what ran by itself', () => {
  const asked = [call('approved', 'succeeded'), call('denied', 'denied'), call('default', 'expired')]
  const others = [call('default', 'succeeded'), call('remembered', 'failed'), call('blocked', 'refused')]
  expect(askedAbout([...others, ...asked])).toEqual(asked)
})

it('lists no more than is worth a look', () => {
  expect(askedAbout(Array.from({ length: 100 }, () => call('approved', 'succeeded')))).toHaveLength(20)
})

it('brings the chosen question to the front, and back what was set aside: another one must not be answered', () => {
  decideOn('b')
  expect(useApprovals.getState().queue.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(isDialogOpen(useApprovals.getState())).toBe(true)
})
