import { Hand } from 'lucide-react'
import { useApprovals } from '../state/approvals.ts'
import { text } from '../text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { ApprovalPanel } from './approval-panel.tsx'

/** A window of its own with nothing but the question; main closes it when nothing waits. */
export function ApprovalWindow() {
  const current = useApprovals(({ queue }) => queue[0])
  const total = useApprovals(({ queue }) => queue.length)
  const failure = useApprovals(({ failure }) => failure)
  if (current !== undefined) return <ApprovalPanel approval={current} total={total} fill />
  return (
    <main>
      {failure && (
        <Notice tone="red" role="alert" title={text.approval.noEffect}>
          <p>{failure.message}</p>
        </Notice>
      )}
      <EmptyState icon={Hand} title={text.approval.nothing}>
        {text.approval.nothingBody}
      </EmptyState>
    </main>
  )
}
