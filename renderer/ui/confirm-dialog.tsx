import type { ReactNode } from 'react'
import { text } from '../text.ts'
import { useAction } from '../state/use-action.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNotice } from './notice.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly confirm: string
  readonly children: ReactNode
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. Cancel has the focus; a failure is shown in place. */
export function ConfirmDialog({ title, confirm, children, onConfirm, onClose }: ConfirmDialogProps) {
  const action = useAction(onConfirm)
  const run = async (): Promise<void> => {
    if (await action.run()) onClose()
  }
  return (
    <Dialog
      title={title}
      onDismiss={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.ui.cancel}</Button>
          <Button tone="danger" busy={action.busy} onClick={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      {action.problem && <ProblemNotice problem={action.problem} />}
    </Dialog>
  )
}
