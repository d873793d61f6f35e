import { useState } from 'react'
import type { Decision } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import styles from './approval.module.css'
import { DenyReason } from './deny-reason.tsx'

interface ApprovalAnswersProps {
  readonly armed: boolean
  readonly destructive: boolean
  /** Whether lasting answers are offered. */
  readonly remembered: boolean
  readonly onAnswer: (decision: Decision) => void
}

/** No on the left, yes on the right; the plain answer first, the lasting ones under it. */
export function ApprovalAnswers({ armed, destructive, remembered, onAnswer }: ApprovalAnswersProps) {
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
      {remembered && <LastingAnswers armed={armed} onAnswer={onAnswer} />}
    </footer>
  )
}

/** What goes beyond this one call. */
function LastingAnswers({ armed, onAnswer }: Pick<ApprovalAnswersProps, 'armed' | 'onAnswer'>) {
  return (
    <>
      <Button tone="quiet" size="small" disabled={!armed} onClick={() => onAnswer({ kind: 'allow_session' })}>
        {text.approval.allowSession}
      </Button>
      <Button tone="quiet" size="small" disabled={!armed} onClick={() => onAnswer({ kind: 'block_tool' })}>
        {text.approval.block}
      </Button>
      <Button
        tone="quiet"
        size="small"
        disabled={!armed}
        aria-label={text.approval.allowAlwaysName}
        onClick={() => onAnswer({ kind: 'allow_always' })}
      >
        {text.approval.allowAlways}
      </Button>
    </>
  )
}
