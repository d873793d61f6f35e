import { create } from 'zustand'
import type { Pairing } from '../../preload/contract/pairing.ts'
import type { RequestInput } from '../../preload/contract/requests.ts'
import { request, toProblem, type Problem } from '../hub.ts'
import { orderQueue } from './approval-queue.ts'

interface Pairings {
  /** Programs that ask to be let in: the one on screen, then the oldest first. */
  readonly queue: readonly Pairing[]
  /** Set aside by “Decide later”: they still wait, but the dialog stays closed for them. */
  readonly setAside: ReadonlySet<string>
  readonly deciding: boolean
  /** Why the last answer had no effect; it stands until the next one. */
  readonly failure: Problem | null
}

export const usePairings = create<Pairings>(() => ({
  queue: [],
  setAside: new Set(),
  deciding: false,
  failure: null,
}))

let latest = 0

export async function loadPairings(): Promise<void> {
  const mine = ++latest
  try {
    const waiting = await request('pairings.list', {})
    if (mine !== latest) return
    usePairings.setState(({ queue }) => ({ queue: orderQueue(waiting, queue[0]?.id ?? null) }))
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

/** Closes the dialog for what waits now; another program that asks opens it again. */
export function decidePairingsLater(): void {
  usePairings.setState(({ queue }) => ({ setAside: new Set(queue.map(({ id }) => id)), failure: null }))
}

export function decidePairingsNow(): void {
  usePairings.setState({ setAside: new Set() })
}

/** Opens the dialog with this program first. */
export function decideOnPairing(pairingId: string): void {
  usePairings.setState(({ queue }) => ({
    queue: queue.toSorted((a, b) => Number(b.id === pairingId) - Number(a.id === pairingId)),
    setAside: new Set(),
    failure: null,
  }))
}

/** Whether anything waits that has not been set aside. */
export const isPairingOpen = ({ queue, setAside }: Pairings): boolean =>
  queue.some(({ id }) => !setAside.has(id))
