import { KeyRound, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { App } from '../../../preload/contract/shapes.ts'
import { removeApp, renewToken, updateApp, type NewToken } from '../../state/apps.ts'
import { showToast } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import styles from './apps.module.css'
import { NameDialog } from './name-dialog.tsx'

interface AppActionsProps {
  readonly app: App
  readonly onToken: (made: NewToken) => void
}

export function AppActions({ app, onToken }: AppActionsProps) {
  const [open, setOpen] = useState<'nothing' | 'rename' | 'renew' | 'remove'>('nothing')
  const close = (): void => setOpen('nothing')
  return (
    <div className={styles['actions']}>
      <Button tone="quiet" icon={Pencil} onClick={() => setOpen('rename')}>
        {text.apps.rename}
      </Button>
      <Button tone="quiet" icon={KeyRound} onClick={() => setOpen('renew')}>
        {text.apps.renew}
      </Button>
      <Button tone="danger-quiet" icon={Trash2} onClick={() => setOpen('remove')}>
        {text.apps.remove}
      </Button>
      {open === 'rename' && (
        <NameDialog
          title={text.apps.renameTitle}
          initial={app.name}
          confirm={text.ui.save}
          onConfirm={(name) => rename(app, name)}
          onClose={close}
        />
      )}
      {open === 'renew' && <RenewDialog app={app} onToken={onToken} onClose={close} />}
      {open === 'remove' && <RemoveDialog app={app} onClose={close} />}
    </div>
  )
}

/** Undo gives it back the name it had. */
async function rename({ id: appId, name: before }: App, name: string): Promise<void> {
  await updateApp({ appId, name })
  if (name === before) return
  const undo = (): Promise<void> => updateApp({ appId, name: before })
  showToast({ kind: 'success', title: text.program.undoDone.renamed(name), undo })
}

function RenewDialog({ app, onToken, onClose }: AppActionsProps & { readonly onClose: () => void }) {
  return (
    <ConfirmDialog
      title={text.apps.renewTitle(app.name)}
      confirm={text.apps.renew}
      onConfirm={async () => onToken(await renewToken(app.id))}
      onClose={onClose}
    >
      {text.apps.renewBody}
    </ConfirmDialog>
  )
}

function RemoveDialog({ app, onClose }: { readonly app: App; readonly onClose: () => void }) {
  const remove = async (): Promise<void> => {
    await removeApp(app.id)
    showToast({ kind: 'success', title: text.apps.removed(app.name) })
  }
  return (
    <ConfirmDialog
      title={text.apps.removeTitle(app.name)}
      confirm={text.apps.remove}
      onConfirm={remove}
      onClose={onClose}
    >
      {text.apps.removeBody}
    </ConfirmDialog>
  )
}
