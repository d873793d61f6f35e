import { useEffect, useState } from 'react'
import { Plus } from 'lucide-react'
import type { Workspace } from '../../../preload/contract/workspace.ts'
import { attempt } from '../../state/toasts.ts'
import { showWorkspace, useWorkspaces } from '../../state/workspaces.ts'
import { text } from '../../text.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Row, Rows } from '../../ui/panel.tsx'
import { DeleteWorkspaceDialog } from './delete-workspace-dialog.tsx'
import styles from './settings.module.css'
import { WorkspaceNameDialog } from './workspace-name-dialog.tsx'

/** The workspaces: make, name, show and delete them. */
export function WorkspacesPanel() {
  const { value: workspaces, problem, load } = useWorkspaces()
  const [adding, setAdding] = useState(false)
  useEffect(() => void useWorkspaces.getState().load(), [])
  return (
    <Section title={text.workspaces.title} note={text.workspaces.note}>
      {problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
      <Rows label={text.workspaces.title}>
        {workspaces?.map((workspace) => (
          <Row key={workspace.id}>
            <WorkspaceLine workspace={workspace} isOnly={workspaces.length === 1} />
          </Row>
        ))}
        <Row>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {text.workspaces.add}
          </Button>
        </Row>
      </Rows>
      {adding && <WorkspaceNameDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}

function WorkspaceLine({ workspace, isOnly }: { readonly workspace: Workspace; readonly isOnly: boolean }) {
  const { id, name, isCurrent } = workspace
  const [open, setOpen] = useState<'nothing' | 'rename' | 'remove'>('nothing')
  const close = (): void => setOpen('nothing')
  return (
    <div className={styles['workspace']}>
      <bdi>{name}</bdi>
      {isCurrent && !isOnly && <Badge tone="accent">{text.workspaces.shown}</Badge>}
      <div className={styles['workspaceActions']}>
        {!isCurrent && (
          <Button
            size="small"
            aria-label={text.workspaces.openNamed(name)}
            onClick={() => void attempt(() => showWorkspace(id))}
          >
            {text.workspaces.open}
          </Button>
        )}
        <Button
          size="small"
          tone="quiet"
          aria-label={text.workspaces.renameNamed(name)}
          onClick={() => setOpen('rename')}
        >
          {text.workspaces.renameOpen}
        </Button>
        {!isOnly && (
          <Button
            size="small"
            tone="danger-quiet"
            aria-label={text.workspaces.removeNamed(name)}
            onClick={() => setOpen('remove')}
          >
            {text.workspaces.remove}
          </Button>
        )}
      </div>
      {open === 'rename' && <WorkspaceNameDialog workspace={workspace} onClose={close} />}
      {open === 'remove' && <DeleteWorkspaceDialog workspace={workspace} onClose={close} />}
    </div>
  )
}
