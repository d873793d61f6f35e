import { useState } from 'react'
import type { Client } from '../../../../preload/contract/clients.ts'
import { removeClient } from '../../../state/clients.ts'
import { showToast } from '../../../state/toasts.ts'
import { text } from '../../../text.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { AddedDialog } from './added-dialog.tsx'
import { PlanDialog } from './plan-dialog.tsx'

interface ClientDialogProps {
  readonly client: Client
  readonly onClose: () => void
}

/** What can be done with a program now: set it up, see whether it came, take it out again. */
export function ClientDialog({ client, onClose }: ClientDialogProps) {
  const [undoing, setUndoing] = useState(false)
  if (undoing) return <UndoDialog client={client} onClose={onClose} />
  const undo = (): void => setUndoing(true)
  return client.installed === 'yes' ? (
    <AddedDialog client={client} onUndo={undo} onClose={onClose} />
  ) : (
    <PlanDialog client={client} onUndo={undo} onClose={onClose} />
  )
}

function UndoDialog({ client, onClose }: ClientDialogProps) {
  const undo = async (): Promise<void> => {
    await removeClient(client.id)
    showToast({ kind: 'success', title: text.clients.undone(client.name) })
  }
  return (
    <ConfirmDialog
      title={text.clients.undoTitle(client.name)}
      confirm={text.clients.undo}
      onConfirm={undo}
      onClose={onClose}
    >
      {text.clients.undoBody}
    </ConfirmDialog>
  )
}
