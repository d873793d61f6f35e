import { useId, useState, type FormEvent } from 'react'
import { saveBackup } from '../../state/backup.ts'
import { showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { FreshPassphraseFields, useFreshPassphrase } from './fresh-passphrase.tsx'
import styles from './settings.module.css'

/** What goes into the file; the system asks for the place. */
export function SaveBackupDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId()
  const [withKey, setWithKey] = useState(false)
  const fresh = useFreshPassphrase()
  const words = text.program.backup
  const isComplete = !withKey || fresh.isComplete
  const saving = useAction(async () => {
    const path = await saveBackup(withKey ? fresh.value : null)
    if (path === null) return
    showToast({ kind: 'success', title: words.saved, body: path })
    onClose()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isComplete && !saving.busy) void saving.run()
  }
  return (
    <Dialog
      title={words.save}
      onDismiss={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.ui.cancel}</Button>
          <Button type="submit" form={formId} tone="primary" busy={saving.busy} disabled={!isComplete}>
            {words.choose}
          </Button>
        </>
      }
    >
      <p>{words.saveLead}</p>
      <form id={formId} className={styles['fields']} noValidate onSubmit={submit}>
        <Switch on={withKey} onChange={setWithKey}>
          {words.withKey}
        </Switch>
        <p className={styles['note']}>{withKey ? words.withKeyBody : words.withoutKeyBody}</p>
        {withKey && <FreshPassphraseFields fresh={fresh} autoFocus />}
      </form>
      {saving.problem && <Notice tone="red" role="alert" title={saving.problem.message} />}
    </Dialog>
  )
}
