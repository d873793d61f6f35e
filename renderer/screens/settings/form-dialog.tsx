import { useId, type FormEvent, type ReactNode } from 'react'
import type { Problem } from '../../hub.ts'
import { showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'
import styles from './settings.module.css'

interface FormDialogProps {
  /** `done` is said once it is done. */
  readonly words: { readonly dialog: string; readonly confirm: string; readonly done: string }
  readonly lead?: string
  readonly tone?: 'primary' | 'danger'
  readonly isComplete: boolean
  readonly onSubmit: () => Promise<unknown>
  readonly onClose: () => void
  /** @param fault what is wrong with what was entered: it belongs to a field */
  readonly children: (fault: string | null, forget: () => void) => ReactNode
}

/** A dialog with fields. It closes when the work is done; what is wrong with an entry is left to its field. */
export function FormDialog(props: FormDialogProps) {
  const { words, lead, tone = 'primary', isComplete, onSubmit, onClose, children } = props
  const formId = useId()
  const action = useAction(onSubmit)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isComplete || action.busy || !(await action.run())) return
    showToast({ kind: 'success', title: words.done })
    onClose()
  }
  const isAtField = action.problem?.code === 'INVALID_PARAMS'
  return (
    <Dialog
      title={words.dialog}
      onDismiss={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.ui.cancel}</Button>
          <Button type="submit" form={formId} tone={tone} busy={action.busy} disabled={!isComplete}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {lead !== undefined && <p>{lead}</p>}
      <form id={formId} className={styles['fields']} noValidate onSubmit={(event) => void submit(event)}>
        {children(faultOf(isAtField ? action.problem : null), action.forget)}
      </form>
      {action.problem && !isAtField && <Failure problem={action.problem} />}
    </Dialog>
  )
}

/** What a shut vault advises elsewhere is to come here. */
function Failure({ problem }: { readonly problem: Problem }) {
  if (problem.code !== 'VAULT_LOCKED') return <ProblemNotice problem={problem} />
  return <Notice tone="red" title={problem.message} role="alert" />
}

const faultOf = (problem: Problem | null): string | null => problem?.message ?? null
