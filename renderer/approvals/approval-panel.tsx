import { useId, useState } from 'react'
import type { Approval } from '../../preload/contract/shapes.ts'
import { useApprovals } from '../state/approvals.ts'
import { ApprovalHead } from './approval-head.tsx'
import { ApprovalStep } from './approval-step.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import type { Changed } from './use-changed-summary.ts'

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
  const id = useId()
  const [lapsed, setLapsed] = useState('')
  const [changed, setChanged] = useState<Changed>(null)
  const [asked, setAsked] = useState(approval.id)
  if (asked !== approval.id) {
    // The next question is never drawn, not even once, with the sentence of the one before.
    setAsked(approval.id)
    setChanged(null)
  }
  // What is wrong with a changed argument is shown at its field, and the focus goes there.
  const failed = useApprovals(({ failure }) => failure !== null && failure.code !== 'INVALID_PARAMS')
  return (
    <QuestionDialog
      titleId={`${id}title`}
      describedBy={`${id}effect ${id}summary`}
      fill={fill}
      effect={approval.effect}
    >
      <ApprovalHead
        key={`head ${approval.id} ${failed ? 'failed' : ''}`}
        approval={approval}
        changed={changed}
        total={total}
        id={id}
        canSetAside={!fill}
        onLapse={() => setLapsed(approval.id)}
      />
      <ApprovalStep approval={approval} lapsed={lapsed === approval.id} onChanged={setChanged} />
    </QuestionDialog>
  )
}
