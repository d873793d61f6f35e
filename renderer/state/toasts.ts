import { create } from 'zustand'
import { toProblem } from '../hub.ts'

export interface Toast {
  readonly id: number
  readonly kind: 'success' | 'failure'
  readonly title: string
  readonly body?: string | undefined
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

/**
 * Does the work and tells the person how it ended.
 * @param done said on success; without it success is silent
 * @returns whether it went well
 */
export async function attempt(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work()
    if (done !== undefined) showToast({ kind: 'success', title: done })
    return true
  } catch (thrown) {
    const problem = toProblem(thrown)
    showToast({ kind: 'failure', title: problem.message, body: problem.remedy })
    return false
  }
}
