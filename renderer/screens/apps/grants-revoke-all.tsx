import { useState } from 'react'
import { revokeAll } from '../../state/rules.ts'
import { showToast } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

interface RevokeAllProps {
  /** Null stands for every app. */
  readonly appId: string | null
  readonly appName: string | null
  readonly count: number
}

/** Ends all answers that are shown, once the person has confirmed it. */
export function RevokeAll({ appId, appName, count }: RevokeAllProps) {
  const [asking, setAsking] = useState(false)
  const revoke = async (): Promise<void> => {
    const revoked = await revokeAll(appId)
    showToast({ kind: 'success', title: text.ledger.revokedAll(revoked) })
  }
  return (
    <>
      <Button tone="danger-quiet" onClick={() => setAsking(true)}>
        {text.ledger.revokeAll}
      </Button>
      {asking && (
        <ConfirmDialog
          title={text.ledger.revokeAllTitle(appName)}
          confirm={text.ledger.revokeAll}
          onConfirm={revoke}
          onClose={() => setAsking(false)}
        >
          {text.ledger.revokeAllBody(count)}
        </ConfirmDialog>
      )}
    </>
  )
}
