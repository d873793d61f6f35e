import { useId, useState } from 'react'
import type { Approval } from '../../preload/contract/shapes.ts'
import { useApprovals } from '../state/approvals.ts'
import { useModal } from '../ui/use-modal.ts'
import { ApprovalHead } from './approval-head.tsx'
import { ApprovalStep } from './approval-step.tsx'
import styles from './approval.module.css'

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
  // What is wrong with a changed argument is shown at its field, and the focus goes there.
  const failed = useApprovals(({ failure }) => failure !== null && failure.code !== 'INVALID_PARAMS')
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
        key={`head ${approval.id} ${failed ? 'failed' : ''}`}
        approval={approval}
        total={total}
        id={id}
        canSetAside={!fill}
        onLapse={() => setLapsed(approval.id)}
      />
      <ApprovalStep approval={approval} lapsed={lapsed === approval.id} />
    </dialog>
  )
}
