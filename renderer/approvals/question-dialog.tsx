import type { ReactNode } from 'react'
import type { Effect } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { useModal } from '../ui/use-modal.ts'
import { Countdown } from './countdown.tsx'
import styles from './question.module.css'

interface QuestionDialogProps {
  /** Id of the element that names the question. */
  readonly titleId: string
  /** Ids of what describes it, with spaces between. */
  readonly describedBy: string
  /** Fills a window of its own. */
  readonly fill: boolean
  readonly effect?: Effect
  readonly children: ReactNode
}

/** The frame of a question to the person: Enter and Escape decide nothing in it. */
export function QuestionDialog({ titleId, describedBy, fill, effect, children }: QuestionDialogProps) {
  const dialog = useModal()
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={styles['dialog']}
      data-fill={fill}
      data-effect={effect}
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault()
      }}
    >
      {children}
    </dialog>
  )
}

interface QuestionLineProps {
  readonly total: number
  readonly expiresAt: string
  readonly onLapse: () => void
  /** Sets the question aside; absent where it cannot be. */
  readonly onLater: (() => void) | undefined
}

/** How many wait, how long there is for this one, and the way to think about it later. */
export function QuestionLine({ total, expiresAt, onLapse, onLater }: QuestionLineProps) {
  return (
    <div className={styles['line']}>
      <span data-testid="approval-position">{total > 1 && text.approval.position(1, total)}</span>
      <Countdown expiresAt={expiresAt} onLapse={onLapse} />
      {onLater && (
        <Button tone="quiet" size="small" onClick={onLater}>
          {text.approval.later}
        </Button>
      )}
    </div>
  )
}
