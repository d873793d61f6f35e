import { useEffect, useRef, useState } from 'react'
import type { Condition } from '../../preload/contract/rule.ts'
import type { Approval, Decision } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Notice, ProblemNotice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AnswerFailure } from './answer-failure.tsx'
import styles from './approval.module.css'
import { lastingDecision, UNTILS, usualLasting, USES, type Lasting } from './lasting.ts'
import { LastingScope } from './lasting-scope.tsx'
import { useApprovalDetail } from './use-approval-detail.ts'

interface LastingAnswerProps {
  readonly approval: Approval
  readonly armed: boolean
  readonly onAnswer: (decision: Decision) => void
  readonly onBack: () => void
}

/** An answer that holds for later calls too: for which of them, how long, how often. */
export function LastingAnswer(props: LastingAnswerProps) {
  const { detail, problem, retry } = useApprovalDetail(props.approval.id)
  if (detail !== null) return <LastingForm {...props} proposals={detail.proposals} />
  return (
    <>
      <div className={styles['body']}>
        {problem ? <ProblemNotice problem={problem} onRetry={retry} /> : <Skeleton rows={4} />}
      </div>
      <footer className={styles['steps']}>
        <Button onClick={props.onBack}>{text.approval.back}</Button>
      </footer>
    </>
  )
}

function LastingForm(props: LastingAnswerProps & { readonly proposals: readonly Condition[] }) {
  const { approval, proposals, armed, onAnswer, onBack } = props
  const isDestructive = approval.effect === 'destructive'
  const [lasting, setLasting] = useState(() => usualLasting(isDestructive, proposals))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isEmpty = lasting.conditions?.length === 0
  const isEndless = isDestructive && lasting.until === 'forever'
  return (
    <>
      <div className={styles['body']}>
        <h3 ref={heading} tabIndex={-1} className={styles['step']}>
          {text.answers.lastingTitle}
        </h3>
        <AnswerFailure />
        <LastingScope
          proposals={proposals}
          conditions={lasting.conditions}
          onChange={(conditions) => setLasting({ ...lasting, conditions })}
        />
        <LastingTerms lasting={lasting} onChange={setLasting} />
        {isEndless && <Notice tone="red" role="alert" title={text.answers.lastingDestructive} />}
      </div>
      <footer className={styles['steps']}>
        <Button onClick={onBack}>{text.approval.back}</Button>
        <Button
          tone={isDestructive ? 'danger' : 'primary'}
          disabled={!armed || isEmpty}
          onClick={() => onAnswer(lastingDecision(lasting, Date.now()))}
        >
          {text.answers.confirmLasting}
        </Button>
      </footer>
    </>
  )
}

interface LastingTermsProps {
  readonly lasting: Lasting
  readonly onChange: (lasting: Lasting) => void
}

function LastingTerms({ lasting, onChange }: LastingTermsProps) {
  const words = text.answers
  return (
    <div className={styles['terms']}>
      <div>
        <p aria-hidden>{words.until}</p>
        <SelectField
          label={words.until}
          value={lasting.until}
          choices={UNTILS.map((value) => ({ value, label: words.untils[value] }))}
          onChange={(chosen) => {
            const until = UNTILS.find((value) => value === chosen)
            if (until !== undefined) onChange({ ...lasting, until })
          }}
        />
      </div>
      {lasting.until !== 'session' && (
        <div>
          <p aria-hidden>{words.uses}</p>
          <SelectField
            label={words.uses}
            value={String(lasting.uses)}
            choices={USES.map((uses) => ({
              value: String(uses),
              label: uses === 0 ? words.anyUses : words.someUses(uses),
            }))}
            onChange={(uses) => onChange({ ...lasting, uses: Number(uses) })}
          />
        </div>
      )}
    </div>
  )
}
