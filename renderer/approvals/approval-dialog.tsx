import { useEffect } from 'react'
import { isDialogOpen, titleOfFailure, useApprovals } from '../state/approvals.ts'
import { showToast } from '../state/toasts.ts'
import { ApprovalPanel } from './approval-panel.tsx'

/** The question over whatever screen is shown, for as long as anything waits. */
export function ApprovalDialog() {
  const open = useApprovals(isDialogOpen)
  const current = useApprovals(({ queue }) => queue[0])
  const total = useApprovals(({ queue }) => queue.length)
  useFailureToast(!open)
  if (!open || current === undefined) return null
  return <ApprovalPanel approval={current} total={total} fill={false} />
}

/** When the dialog closed on a decision that came too late, the news cannot stand in the dialog. */
function useFailureToast(closed: boolean): void {
  const failure = useApprovals(({ failure }) => failure)
  useEffect(() => {
    if (!closed || failure === null) return
    showToast({ kind: 'failure', title: titleOfFailure(failure), body: failure.message })
    useApprovals.setState({ failure: null })
  }, [closed, failure])
}
