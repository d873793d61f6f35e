import { Hand } from 'lucide-react'
import { PairingPanel } from '../pairing/pairing-panel.tsx'
import { useApprovals } from '../state/approvals.ts'
import { usePairings } from '../state/pairings.ts'
import { text } from '../text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { AnswerFailure } from './answer-failure.tsx'
import { ApprovalPanel } from './approval-panel.tsx'

/** A window of its own with nothing but the question; main closes it when nothing waits. */
export function ApprovalWindow() {
  const current = useApprovals(({ queue }) => queue[0])
  const total = useApprovals(({ queue }) => queue.length)
  const pairing = usePairings(({ queue }) => queue[0])
  if (current !== undefined) return <ApprovalPanel approval={current} total={total} fill />
  if (pairing !== undefined) return <PairingPanel key={pairing.id} pairing={pairing} covered={false} fill />
  return (
    <main>
      <AnswerFailure />
      <EmptyState icon={Hand} title={text.approval.nothing}>
        {text.approval.nothingBody}
      </EmptyState>
    </main>
  )
}
