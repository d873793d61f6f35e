import { useState } from 'react'

/** Where in answering a question the person is. */
export type Step =
  | { readonly kind: 'ask' | 'edit' | 'lasting' }
  /** `ids` are the calls that were there when the list was opened: others do not slip in. */
  | { readonly kind: 'alike'; readonly ids: readonly string[] }

const ASK: Step = { kind: 'ask' }

/** The step belongs to one question: the next one starts at its beginning. */
export function useStep(approvalId: string): readonly [Step, (step: Step) => void] {
  const [state, setState] = useState({ approvalId, step: ASK })
  const step = state.approvalId === approvalId ? state.step : ASK
  return [step, (next) => setState({ approvalId, step: next })]
}
