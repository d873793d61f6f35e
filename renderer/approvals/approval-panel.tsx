import { useId, useState } from 'react'
import type { Approval, Decision } from '../../preload/contract/shapes.ts'
import { decide, useApprovals } from '../state/approvals.ts'
import { text } from '../text.ts'
import { Notice } from '../ui/notice.tsx'
import { useModal } from '../ui/use-modal.ts'
import { ApprovalAnswers } from './approval-answers.tsx'
import { ApprovalFields } from './approval-fields.tsx'
import { ApprovalHead } from './approval-head.tsx'
import styles from './approval.module.css'
import { ApprovalPreview } from './preview/approval-preview.tsx'
import { useArmed } from './use-armed.ts'

interface ApprovalPanelProps {
  readonly approval: Approval
  readonly total: number
  /** Fills a window of its own. */
  readonly fill: boolean
}

/**
 * One question. Nothing here is pressed by accident: the focus starts on the heading, Enter and Escape do nothing,
 * the answers arm a moment after each question appears, and they never change place.
 */
export function ApprovalPanel({ approval, total, fill }: ApprovalPanelProps) {
  const dialog = useModal()
  const id = useId()
  const [lapsed, setLapsed] = useState('')
  const { deciding, failure } = useApprovals()
  const armed = useArmed(approval.id)
  const answer = (decision: Decision): void => void decide(approval.id, decision)
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className={styles['dialog']}
      data-fill={fill}
      data-effect={approval.effect}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}effect ${id}summary`}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault()
      }}
    >
      <ApprovalHead
        key={`head ${approval.id} ${failure === null ? '' : 'failed'}`}
        approval={approval}
        total={total}
        id={id}
        canSetAside={!fill}
        onLapse={() => setLapsed(approval.id)}
      />
      <div className={styles['body']} key={`body ${approval.id}`}>
        {failure && (
          <Notice tone="red" role="alert" title={text.approval.noEffect}>
            <p>{failure.message}</p>
          </Notice>
        )}
        {approval.preview && <ApprovalPreview preview={approval.preview} />}
        <ApprovalFields fields={approval.fields} preview={approval.preview} />
      </div>
      <ApprovalAnswers
        key={`answers ${approval.id}`}
        armed={armed && !deciding && lapsed !== approval.id}
        destructive={approval.effect === 'destructive'}
        remembered={approval.isRemembered}
        onAnswer={answer}
      />
    </dialog>
  )
}
