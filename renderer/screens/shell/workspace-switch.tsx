import { useState } from 'react'
import { goTo } from '../../state/navigation.ts'
import { attempt } from '../../state/toasts.ts'
import { showWorkspace, useWorkspaces } from '../../state/workspaces.ts'
import { text } from '../../text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { WorkspaceNameDialog } from '../settings/workspace-name-dialog.tsx'

const ADD = ''

/** Which workspace the window shows; hidden while there is nothing to choose. */
export function WorkspaceSwitch() {
  const workspaces = useWorkspaces(({ value }) => value)
  const [adding, setAdding] = useState(false)
  if (workspaces === null || workspaces.length < 2) return null
  const current = workspaces.find(({ isCurrent }) => isCurrent)?.id ?? ''
  const choose = (id: string): void => {
    if (id === ADD) return setAdding(true)
    // An account's page belongs to the workspace that is left.
    goTo({ screen: 'catalog' })
    void attempt(() => showWorkspace(id))
  }
  return (
    <>
      <SelectField
        label={text.workspaces.choose}
        value={current}
        choices={[
          ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
          { value: ADD, label: text.workspaces.add },
        ]}
        onChange={choose}
      />
      {adding && <WorkspaceNameDialog onClose={() => setAdding(false)} />}
    </>
  )
}
