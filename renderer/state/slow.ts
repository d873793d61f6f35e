import { create } from 'zustand'

/** What is done within it needs no sign that it is under way. */
const NOTICED_MS = 1_000

/** How many requests have taken longer than a moment and are not answered yet. */
export const useSlow = create(() => ({ count: 0 }))

/** Counts a request as slow from its first second on until it ends. @returns what the request does */
export async function noticeSlow<T>(answer: Promise<T>): Promise<T> {
  let isCounted = false
  const timer = setTimeout(() => {
    isCounted = true
    change(1)
  }, NOTICED_MS)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    if (isCounted) change(-1)
  }
}

function change(by: number): void {
  useSlow.setState(({ count }) => ({ count: count + by }))
}
