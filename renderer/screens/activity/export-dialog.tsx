import { Download } from 'lucide-react'
import { useState } from 'react'
import type { ExportFormat } from '../../../preload/contract/activity.ts'
import { request } from '../../hub.ts'
import { stopJob, useActivityJobs, watched } from '../../state/activity-jobs.ts'
import { useActivity } from '../../state/activity.ts'
import { showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'
import styles from './activity.module.css'

const FORMATS = Object.keys(text.activity.exports) as ExportFormat[]

export function ExportButton() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={Download} onClick={() => setOpen(true)}>
        {text.activity.export}
      </Button>
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  )
}

/** Asks for a format; the system asks for the file. */
function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const [format, setFormat] = useState<ExportFormat>('csv')
  const progress = useActivityJobs((jobs) => jobs.export)
  const { run, busy, problem } = useAction(async () => {
    const { filter } = useActivity.getState()
    const done = await watched('export', () => request('activity.export', { format, filter }))
    if (done.status !== 'saved') return
    showToast({ kind: 'success', title: text.activity.exported(done.rows) })
    onClose()
  })
  const dismiss = (): void => {
    if (busy) stopJob('export')
    onClose()
  }
  return (
    <Dialog
      title={text.activity.exportTitle}
      onDismiss={dismiss}
      footer={
        <>
          <Button onClick={dismiss}>{busy ? text.activity.stop : text.ui.cancel}</Button>
          <Button tone="primary" busy={busy} onClick={() => void run()}>
            {text.activity.exportAs}
          </Button>
        </>
      }
    >
      <Formats chosen={format} onChoose={setFormat} disabled={busy} />
      {busy && progress !== undefined && <Notice title={text.activity.exporting(progress.done)} />}
      {problem && <ProblemNotice problem={problem} />}
    </Dialog>
  )
}

interface FormatsProps {
  readonly chosen: ExportFormat
  readonly onChoose: (format: ExportFormat) => void
  readonly disabled: boolean
}

function Formats({ chosen, onChoose, disabled }: FormatsProps) {
  return (
    <fieldset className={styles['formats']} disabled={disabled}>
      <legend className="visually-hidden">{text.activity.exportFormat}</legend>
      {FORMATS.map((format) => (
        <label key={format}>
          <input type="radio" name="format" checked={format === chosen} onChange={() => onChoose(format)} />
          <span>{text.activity.exports[format].name}</span>
          <small>{text.activity.exports[format].note}</small>
        </label>
      ))}
    </fieldset>
  )
}
