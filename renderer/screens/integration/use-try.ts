import { useState } from 'react'
import type { RequestInput } from '../../../preload/contract/requests.ts'
import type { Tried } from '../../../preload/contract/try-it.ts'
import { request, type Problem } from '../../hub.ts'
import { useAction } from '../../state/use-action.ts'

export interface Trying {
  readonly busy: boolean
  readonly problem: Problem | null
  /** What came of the last call. */
  readonly answer: Tried | null
}

interface TryAction extends Trying {
  /** @returns whether it went well */
  readonly run: (input: RequestInput<'tools.try'>) => Promise<boolean>
  /** Takes back what was said about the last call. */
  readonly forget: () => void
}

/** One call at a time, and what came of it. */
export function useTry(): TryAction {
  const [answer, setAnswer] = useState<Tried | null>(null)
  const { run, busy, problem, forget } = useAction(async (input: RequestInput<'tools.try'>) => {
    setAnswer(null)
    setAnswer(await request('tools.try', input))
  })
  return { run, busy, problem, answer, forget }
}
