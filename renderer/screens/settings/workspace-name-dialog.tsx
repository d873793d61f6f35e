import { useState } from 'react'
import type { Workspace } from '../../../preload/contract/workspace.ts'
import { createWorkspace, renameWorkspace } from '../../state/workspaces.ts'
import { text } from '../../text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from './form-dialog.tsx'

interface WorkspaceNameDialogProps {
  /** The one to rename; without it a new one is made. */
  readonly workspace?: Workspace
  readonly onClose: () => void
}

export function WorkspaceNameDialog({ workspace, onClose }: WorkspaceNameDialogProps) {
  const [name, setName] = useState(workspace?.name ?? '')
  const isNew = workspace === undefined
  const given = name.trim()
  const save = (): Promise<unknown> => (isNew ? createWorkspace(given) : renameWorkspace(workspace.id, given))
  return (
    <FormDialog
      words={isNew ? text.workspaces.create : text.workspaces.rename}
      {...(isNew && { lead: text.workspaces.create.lead })}
      isComplete={given !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      {(fault, forget) => (
        <TextField
          label={text.workspaces.name}
          placeholder={text.workspaces.namePlaceholder}
          value={name}
          error={fault}
          maxLength={60}
          autoFocus
          onChange={(event) => {
            forget()
            setName(event.target.value)
          }}
        />
      )}
    </FormDialog>
  )
}
