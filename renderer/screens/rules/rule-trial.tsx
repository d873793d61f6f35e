import { useEffect, useState } from 'react'
import type { RuleTrial as Trial } from '../../../preload/contract/grant.ts'
import type { RequestInput } from '../../../preload/contract/requests.ts'
import { conditionsOf, type RuleDraft } from '../../state/rule-draft.ts'
import { tryRule } from '../../state/rules.ts'
import { text } from '../../text.ts'
import styles from './rules.module.css'

/** Typing is not interrupted by an answer for every letter. */
const PAUSE_MS = 250

interface RuleTrialProps {
  readonly draft: RuleDraft
  readonly tool: string
}

/** Says how many of the last calls the rule would have allowed, while it is written. */
export function RuleTrial({ draft, tool }: RuleTrialProps) {
  const trial = useTrial(draft, tool)
  const isComplete = conditionsOf(draft.conditions) !== null
  return (
    <p className={styles['trial']} role="status">
      {isComplete ? (trial === null ? text.rule.trying : text.rule.trial(trial)) : text.rule.untried}
    </p>
  )
}

type Question = RequestInput<'rules.test'>

function useTrial({ appId, connectionId, conditions: drafts }: RuleDraft, tool: string): Trial | null {
  const [trial, setTrial] = useState<{ readonly question: string; readonly answer: Trial } | null>(null)
  const conditions = conditionsOf(drafts)
  const question = conditions === null ? null : JSON.stringify({ tool, appId, connectionId, conditions })
  useEffect(() => {
    if (question === null) return undefined
    const timer = setTimeout(() => {
      tryRule(JSON.parse(question) as Question).then(
        (answer) => setTrial({ question, answer }),
        // What is wrong with the rule is said when it is saved.
        () => undefined,
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [question])
  return trial?.question === question ? trial.answer : null
}
