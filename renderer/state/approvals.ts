import { create } from 'zustand'
import type { ManyDecision } from '../../preload/contract/approval-detail.ts'
import type { Approval, Decision } from '../../preload/contract/shapes.ts'
import { request, toProblem, type Problem } from '../hub.ts'
import { text } from '../text.ts'
import { orderQueue } from './approval-queue.ts'

interface Approvals {
  readonly queue: readonly Approval[]
  /** Set aside by “Decide later”: they still wait, but the dialog stays closed for them. */
  readonly setAside: ReadonlySet<string>
  readonly deciding: boolean
  /** Why the last decision had no effect; it stands until the next one. */
  readonly failure: Problem | null
  /** Why the queue could not be read. */
  readonly problem: Problem | null
}

export const useApprovals = create<Approvals>(() => ({
  queue: [],
  setAside: new Set(),
  deciding: false,
  failure: null,
  problem: null,
}))

let latest = 0

export async function loadApprovals(): Promise<void> {
  const mine = ++latest
  try {
    const waiting = await request('approvals.list', {})
    if (mine !== latest) return
    useApprovals.setState(({ queue }) => ({
      queue: orderQueue(waiting, queue[0]?.id ?? null),
      problem: null,
    }))
  } catch (thrown) {
    if (mine === latest) useApprovals.setState({ problem: toProblem(thrown) })
  }
}

/** @returns whether the decision took effect */
export async function decide(approvalId: string, decision: Decision): Promise<boolean> {
  return await answer(async () => {
    await request('approvals.decide', { approvalId, decision })
    return { decided: [approvalId], failure: null }
  })
}

/** Answers several questions of one kind. @returns whether all of them took the answer */
export async function decideMany(input: ManyDecision): Promise<boolean> {
  return await answer(async () => {
    const { decided, missed } = await request('approvals.decideMany', input)
    const words = text.answers
    const message = words.someMissed(missed.length, input.approvalIds.length)
    return {
      decided,
      failure: missed.length === 0 ? null : { message, remedy: words.askAgain, details: { isPartial: true } },
    }
  })
}

interface Answered {
  readonly decided: readonly string[]
  readonly failure: Problem | null
}

async function answer(send: () => Promise<Answered>): Promise<boolean> {
  useApprovals.setState({ deciding: true, failure: null })
  const { decided, failure } = await send().catch((thrown: unknown): Answered => ({
    decided: [],
    failure: toProblem(thrown),
  }))
  useApprovals.setState(({ queue }) => ({ queue: queue.filter(({ id }) => !decided.includes(id)) }))
  await loadApprovals()
  useApprovals.setState({ deciding: false, failure })
  return failure === null
}

/** Whether none of it had an effect, or only some had ended. */
export function titleOfFailure({ details }: Problem): string {
  return details?.['isPartial'] === true ? text.answers.partly : text.approval.noEffect
}

export function forgetFailure(): void {
  useApprovals.setState({ failure: null })
}

/** Closes the dialog for what waits now; a new approval opens it again. */
export function decideLater(): void {
  useApprovals.setState(({ queue }) => ({ setAside: new Set(queue.map(({ id }) => id)), failure: null }))
}

export function decideNow(): void {
  useApprovals.setState({ setAside: new Set() })
}

/** Opens the dialog with this question first. */
export function decideOn(approvalId: string): void {
  useApprovals.setState(({ queue }) => ({
    queue: queue.toSorted((a, b) => Number(b.id === approvalId) - Number(a.id === approvalId)),
    setAside: new Set(),
    failure: null,
  }))
}

/** Whether anything waits that has not been set aside. */
export const isDialogOpen = ({ queue, setAside }: Approvals): boolean =>
  queue.some(({ id }) => !setAside.has(id))
