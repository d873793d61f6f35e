import { create } from 'zustand'
import { toProblem } from '../hub.ts'
import { text } from '../text.ts'

export interface Toast {
  readonly id: number
  readonly kind: 'success' | 'failure'
  readonly title: string
  readonly body?: string | undefined
  /** Puts back what was before. */
  readonly undo?: (() => Promise<unknown>) | undefined
}

interface Toasts {
  readonly toasts: readonly Toast[]
}

export const useToasts = create<Toasts>(() => ({ toasts: [] }))

const MOST_AT_ONCE = 4
let lastId = 0

export function showToast(toast: Omit<Toast, 'id'>): void {
  const next = { ...toast, id: ++lastId }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, next].slice(-MOST_AT_ONCE) }))
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Takes back what a notice speaks of. */
export async function undoToast({ id, undo }: Toast): Promise<void> {
  if (undo === undefined) return
  dismissToast(id)
  await attempt(undo, text.program.undone)
}

/** Takes back the newest thing that can be. @returns whether there was one */
export function undoLatest(): boolean {
  const latest = useToasts.getState().toasts.findLast(({ undo }) => undo !== undefined)
  if (latest !== undefined) void undoToast(latest)
  return latest !== undefined
}

/**
 * Does the work and tells the person how it ended.
 * @param done said on success; without it success is silent
 * @param undo offered for some seconds; only for what it really puts back as it was
 * @returns whether it went well
 */
export async function attempt(
  work: () => Promise<unknown>,
  done?: string,
  undo?: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work()
    if (done !== undefined) showToast({ kind: 'success', title: done, undo })
    return true
  } catch (thrown) {
    const problem = toProblem(thrown)
    showToast({ kind: 'failure', title: problem.message, body: problem.remedy })
    return false
  }
}
