import { beforeEach, expect, it } from 'vitest'
import type { Pairing } from '../../preload/contract/pairing.ts'
import type { Approval } from '../../preload/contract/shapes.ts'
import { isDialogOpen, useApprovals } from './approvals.ts'
import { decideOnPairing, decidePairingsLater, isPairingOpen, usePairings } from './pairings.ts'
import { answerNow, countWaiting } from './waiting.ts'

const call = { id: 'call' } as Approval
const programs = ['a', 'b', 'c'].map((id) => ({ id })) as Pairing[]
const isOpen = (): boolean => isPairingOpen(usePairings.getState())

beforeEach(() => {
  useApprovals.setState({ queue: [call], setAside: new Set() })
  usePairings.setState({ queue: programs, setAside: new Set() })
})

it('counts programs that ask to be let in: nobody would know that they wait', () => {
  expect(countWaiting(useApprovals.getState(), usePairings.getState())).toBe(4)
})

it('a program set aside still counts, and its question stays closed until another one asks', () => {
  decidePairingsLater()
  expect(isOpen()).toBe(false)
  expect(countWaiting(useApprovals.getState(), usePairings.getState())).toBe(4)
  usePairings.setState({ queue: [...programs, { id: 'd' } as Pairing] })
  expect(isOpen()).toBe(true)
})

it('brings back what was set aside, calls and programs', () => {
  decidePairingsLater()
  useApprovals.setState({ setAside: new Set(['call']) })
  answerNow()
  expect([isDialogOpen(useApprovals.getState()), isOpen()]).toEqual([true, true])
})

it('brings the chosen program to the front: another one must not be let in', () => {
  decidePairingsLater()
  decideOnPairing('b')
  expect(usePairings.getState().queue.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(isOpen()).toBe(true)
})
