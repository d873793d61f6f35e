import { useId, useState, type FormEvent } from 'react'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

interface NameDialogProps {
  readonly title: string
  readonly lead?: string
  readonly initial?: string
  readonly confirm: string
  readonly onConfirm: (name: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks for the name of an app. */
export function NameDialog({ title, lead, initial = '', confirm, onConfirm, onClose }: NameDialogProps) {
  const formId = useId()
  const [name, setName] = useState(initial)
  const action = useAction(onConfirm)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (await action.run(name.trim())) onClose()
  }
  return (
    <Dialog
      title={title}
      onDismiss={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.ui.cancel}</Button>
          <Button type="submit" form={formId} tone="primary" busy={action.busy} disabled={name.trim() === ''}>
            {confirm}
          </Button>
        </>
      }
    >
      {lead !== undefined && <p>{lead}</p>}
      <form id={formId} onSubmit={(event) => void submit(event)}>
        <TextField
          label={text.apps.name}
          placeholder={text.apps.namePlaceholder}
          value={name}
          maxLength={80}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </form>
      {action.problem && <ProblemNotice problem={action.problem} />}
    </Dialog>
  )
}
