import { useEffect } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import { request } from '../hub.ts'
import type { Values } from '../schema-form/entered-value.ts'

/** What the person’s own arguments come to; null while nothing is changed. */
export type Changed = {
  /** The tool’s sentence about them; null as long as it has none. */
  readonly summary: string | null
  /** The sentence is about values that stood in the form a moment ago. */
  readonly isPending: boolean
} | null

export type TellChanged = Dispatch<SetStateAction<Changed>>

interface Entered {
  readonly approvalId: string
  readonly values: Values
  readonly isChanged: boolean
  /** What is half typed is no value, and is not sent. */
  readonly isValid: boolean
}

const SETTLED_MS = 250

/**
 * Asks for the sentence about what stands in the form, a moment after the last of it was typed.
 *
 * @param tell hears of it, and of null when the form is left; must stay the same
 */
export function useChangedSummary(
  { approvalId, values, isChanged, isValid }: Entered,
  tell: TellChanged,
): void {
  useEffect(() => {
    if (!isChanged) return tell(null)
    if (!isValid) return tell({ summary: null, isPending: false })
    tell((before) => ({ summary: before?.summary ?? null, isPending: true }))
    let isOvertaken = false
    const timer = setTimeout(() => {
      void summaryOf(approvalId, values).then((summary) => {
        if (!isOvertaken) tell({ summary, isPending: false })
      })
    }, SETTLED_MS)
    return () => {
      isOvertaken = true
      clearTimeout(timer)
    }
  }, [approvalId, values, isChanged, isValid, tell])
  useEffect(() => () => tell(null), [tell])
}

/** @returns null when the tool does not take the values */
async function summaryOf(approvalId: string, values: Values): Promise<string | null> {
  try {
    return (await request('approvals.summarize', { approvalId, arguments: values })).summary
  } catch {
    return null
  }
}
