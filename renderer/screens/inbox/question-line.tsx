import type { ReactNode } from 'react'
import { Countdown } from '../../approvals/countdown.tsx'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { MaskIcon } from '../../ui/mask-icon.tsx'
import styles from './inbox.module.css'

interface QuestionLineProps {
  readonly icon: string
  /** Who asks, by the name they gave themselves. */
  readonly asker: string
  readonly sentence: string
  /** `one` where the sentence holds a name from elsewhere. Default: `many`. */
  readonly lines?: 'one' | 'many'
  /** What is known of who asks. */
  readonly facts: ReactNode
  readonly badge?: ReactNode
  readonly expiresAt: string
  readonly onLapse: () => void
  readonly onAnswer: () => void
}

/** One open question, and the way to its answer. */
export function QuestionLine(props: QuestionLineProps) {
  const { icon, asker, sentence, lines = 'many', facts, badge, expiresAt, onLapse, onAnswer } = props
  return (
    <div className={styles['waiting']}>
      <MaskIcon file={icon} />
      <div className={styles['words']}>
        <p className={styles['summary']}>
          <InertText lines={lines}>{sentence}</InertText>
        </p>
        <p className={styles['faint']}>{facts}</p>
      </div>
      <div className={styles['way']}>
        {badge}
        <Countdown expiresAt={expiresAt} onLapse={onLapse} />
        <Button
          size="small"
          tone="primary"
          aria-label={text.inbox.answerNamed(asker, sentence)}
          onClick={onAnswer}
        >
          {text.inbox.answer}
        </Button>
      </div>
    </div>
  )
}
