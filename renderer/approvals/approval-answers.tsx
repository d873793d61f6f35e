import { useState } from 'react'
import type { Decision } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import styles from './question.module.css'
import { DenyReason } from './deny-reason.tsx'

interface ApprovalAnswersProps {
  readonly armed: boolean
  readonly destructive: boolean
  /** Whether lasting answers are offered. */
  readonly remembered: boolean
  /** Whether the arguments may be changed first. */
  readonly editable: boolean
  readonly onAnswer: (decision: Decision) => void
  readonly onStep: (step: 'edit' | 'lasting') => void
}

/** No on the left, yes on the right; the plain answer first, the lasting ones under it. */
export function ApprovalAnswers(props: ApprovalAnswersProps) {
  const { armed, destructive, remembered, editable, onAnswer, onStep } = props
  const [explaining, setExplaining] = useState(false)
  if (explaining) {
    return <DenyReason armed={armed} onAnswer={onAnswer} onBack={() => setExplaining(false)} />
  }
  return (
    <footer className={styles['answers']} data-armed={armed}>
      <Button size="large" disabled={!armed} onClick={() => onAnswer({ kind: 'deny' })}>
        {text.approval.deny}
      </Button>
      <Button
        size="large"
        tone={destructive ? 'danger' : 'primary'}
        disabled={!armed}
        onClick={() => onAnswer({ kind: 'allow_once' })}
      >
        {text.approval.allowOnce}
      </Button>
      <Button tone="quiet" size="small" disabled={!armed} onClick={() => setExplaining(true)}>
        {text.approval.denyReason}
      </Button>
      {editable && (
        <Button tone="quiet" size="small" disabled={!armed} onClick={() => onStep('edit')}>
          {text.answers.edit}
        </Button>
      )}
      {remembered && <LastingAnswers armed={armed} onAnswer={onAnswer} onStep={onStep} />}
    </footer>
  )
}

/** What goes beyond this one call. */
function LastingAnswers({
  armed,
  onAnswer,
  onStep,
}: Pick<ApprovalAnswersProps, 'armed' | 'onAnswer' | 'onStep'>) {
  return (
    <>
      <Button tone="quiet" size="small" disabled={!armed} onClick={() => onAnswer({ kind: 'block_tool' })}>
        {text.approval.block}
      </Button>
      <Button tone="quiet" size="small" disabled={!armed} onClick={() => onAnswer({ kind: 'allow_session' })}>
        {text.approval.allowSession}
      </Button>
      <Button
        tone="quiet"
        size="small"
        className={styles['second']}
        disabled={!armed}
        onClick={() => onStep('lasting')}
      >
        {text.answers.allowAlways}
      </Button>
    </>
  )
}
