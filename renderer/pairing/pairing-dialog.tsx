import { useEffect, useState } from 'react'
import { isDialogOpen, useApprovals } from '../state/approvals.ts'
import { isPairingOpen, usePairings } from '../state/pairings.ts'
import { showToast } from '../state/toasts.ts'
import { text } from '../text.ts'
import { PairingPanel } from './pairing-panel.tsx'

/**
 * The question whether a program may come in, over whatever screen is shown. It does not appear over the question
 * about a call; one that comes later stands before it.
 */
export function PairingDialog() {
  const current = usePairings(({ queue }) => queue[0])
  const open = usePairings(isPairingOpen)
  const covered = useApprovals(isDialogOpen)
  const [shownId, setShownId] = useState<string | null>(null)
  const isShown = open && current !== undefined && (!covered || shownId === current.id)
  // One that went, or was set aside, must not come back over the question about a call.
  const nowShown = isShown ? current.id : null
  if (shownId !== nowShown) setShownId(nowShown)
  useFailureToast(!open)
  if (!isShown) return null
  return <PairingPanel key={current.id} pairing={current} covered={covered} fill={false} />
}

/** When the question went away with an answer that came too late, the news cannot stand in it. */
function useFailureToast(gone: boolean): void {
  const failure = usePairings(({ failure }) => failure)
  useEffect(() => {
    if (!gone || failure === null) return
    showToast({ kind: 'failure', title: text.approval.noEffect, body: failure.message })
    usePairings.setState({ failure: null })
  }, [gone, failure])
}
