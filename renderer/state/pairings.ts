import { create } from 'zustand'
import type { Pairing } from '../../preload/contract/pairing.ts'
import type { RequestInput } from '../../preload/contract/requests.ts'
import { request, toProblem, type Problem } from '../hub.ts'

interface Pairings {
  /** Programs that ask to be let in, oldest first. */
  readonly queue: readonly Pairing[]
  readonly deciding: boolean
  /** Why the last answer had no effect; it stands until the next one. */
  readonly failure: Problem | null
}

export const usePairings = create<Pairings>(() => ({ queue: [], deciding: false, failure: null }))

let latest = 0

export async function loadPairings(): Promise<void> {
  const mine = ++latest
  try {
    const queue = await request('pairings.list', {})
    if (mine === latest) usePairings.setState({ queue })
  } catch (thrown) {
    if (mine === latest) usePairings.setState({ failure: toProblem(thrown) })
  }
}

/** @returns whether the answer took effect */
export async function decidePairing(answer: RequestInput<'pairings.decide'>): Promise<boolean> {
  usePairings.setState({ deciding: true, failure: null })
  let failure: Problem | null = null
  try {
    await request('pairings.decide', answer)
    usePairings.setState(({ queue }) => ({ queue: queue.filter(({ id }) => id !== answer.pairingId) }))
  } catch (thrown) {
    failure = toProblem(thrown)
  }
  await loadPairings()
  usePairings.setState({ deciding: false, failure })
  return failure === null
}
