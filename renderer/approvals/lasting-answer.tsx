import { useState } from 'react'
import type { Condition } from '../../preload/contract/rule.ts'
import type { Approval, Decision } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { AnswerFailure } from './answer-failure.tsx'
import { lastingDecision, UNTILS, usualLasting, USES, type Lasting } from './lasting.ts'
import { LastingScope } from './lasting-scope.tsx'
import question from './question.module.css'
import { DetailStep, StepFooter, StepTitle } from './step-parts.tsx'
import styles from './steps.module.css'

interface LastingAnswerProps {
  readonly approval: Approval
  readonly armed: boolean
  readonly onAnswer: (decision: Decision) => void
  readonly onBack: () => void
}

/** An answer that holds for later calls too: for which of them, how long, how often. */
export function LastingAnswer(props: LastingAnswerProps) {
  return (
    <DetailStep approvalId={props.approval.id} onBack={props.onBack}>
      {({ proposals }) => <LastingForm {...props} proposals={proposals} />}
    </DetailStep>
  )
}

function LastingForm(props: LastingAnswerProps & { readonly proposals: readonly Condition[] }) {
  const { approval, proposals, armed, onAnswer, onBack } = props
  const isDestructive = approval.effect === 'destructive'
  const [lasting, setLasting] = useState(() => usualLasting(isDestructive, proposals))
  const isEmpty = lasting.conditions?.length === 0
  const isEndless = isDestructive && lasting.until === 'forever'
  return (
    <>
      <div className={question['body']}>
        <StepTitle>{text.answers.lastingTitle}</StepTitle>
        <AnswerFailure />
        <LastingScope
          proposals={proposals}
          conditions={lasting.conditions}
          onChange={(conditions) => setLasting({ ...lasting, conditions })}
        />
        <LastingTerms lasting={lasting} onChange={setLasting} />
        {isEndless && <Notice tone="red" role="alert" title={text.answers.lastingDestructive} />}
      </div>
      <StepFooter onBack={onBack}>
        <Button
          tone={isDestructive ? 'danger' : 'primary'}
          disabled={!armed || isEmpty}
          onClick={() => onAnswer(lastingDecision(lasting, Date.now()))}
        >
          {text.answers.confirmLasting}
        </Button>
      </StepFooter>
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
