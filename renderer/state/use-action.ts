import { useState } from 'react'
import { toProblem, type Problem } from '../hub.ts'

interface Action<Input extends readonly unknown[]> {
  /** @returns whether it went well */
  readonly run: (...input: Input) => Promise<boolean>
  readonly busy: boolean
  readonly problem: Problem | null
  readonly forget: () => void
}

/** Work that a form starts: whether it is under way, and what went wrong, to be shown beside the form. */
export function useAction<Input extends readonly unknown[]>(
  work: (...input: Input) => Promise<unknown>,
): Action<Input> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (...input: Input): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    try {
      await work(...input)
      return true
    } catch (thrown) {
      setProblem(toProblem(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, problem, forget: () => setProblem(null) }
}
