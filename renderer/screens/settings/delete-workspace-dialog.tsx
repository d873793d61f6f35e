import { useState } from 'react'
import type { Workspace } from '../../../preload/contract/workspace.ts'
import { showToast } from '../../state/toasts.ts'
import { removeWorkspace } from '../../state/workspaces.ts'
import { text } from '../../text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from './form-dialog.tsx'

interface DeleteWorkspaceDialogProps {
  readonly workspace: Workspace
  readonly onClose: () => void
}

/** Its name has to be entered: what goes with it cannot be had back. */
export function DeleteWorkspaceDialog({ workspace, onClose }: DeleteWorkspaceDialogProps) {
  const { id, name } = workspace
  const [entered, setEntered] = useState('')
  const remove = async (): Promise<void> => {
    const unconfirmed = await removeWorkspace(id)
    if (unconfirmed > 0) showToast({ kind: 'failure', title: text.workspaces.unconfirmed(unconfirmed) })
  }
  const words = {
    dialog: text.workspaces.removeTitle(name),
    confirm: text.workspaces.remove,
    done: text.workspaces.removed(name),
  }
  return (
    <FormDialog
      words={words}
      lead={text.workspaces.removeBody}
      tone="danger"
      isComplete={entered.trim() === name}
      onSubmit={remove}
      onClose={onClose}
    >
      {(fault) => (
        <TextField
          label={text.workspaces.removeType(name)}
          value={entered}
          error={fault}
          autoFocus
          autoComplete="off"
          onChange={(event) => setEntered(event.target.value)}
        />
      )}
    </FormDialog>
  )
}
