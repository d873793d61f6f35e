import { useState } from 'react'
import type { Decision } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import styles from './steps.module.css'

interface DenyReasonProps {
  readonly armed: boolean
  readonly onAnswer: (decision: Decision) => void
  readonly onBack: () => void
}

/** A no with a sentence for the AI. */
export function DenyReason({ armed, onAnswer, onBack }: DenyReasonProps) {
  const [reason, setReason] = useState('')
  const words = reason.trim()
  return (
    <footer className={styles['reason']}>
      <Field label={text.approval.reason}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={500}
            autoFocus
            placeholder={text.approval.reasonPlaceholder}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button
          tone="primary"
          disabled={!armed || words === ''}
          onClick={() => onAnswer({ kind: 'deny', reason: words })}
        >
          {text.approval.denyWithReason}
        </Button>
        <Button tone="quiet" onClick={onBack}>
          {text.approval.back}
        </Button>
      </div>
    </footer>
  )
}
