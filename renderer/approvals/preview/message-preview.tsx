import { text } from '../../text.ts'
import type { PreviewOf } from './preview-of.ts'
import { PreviewRows } from './preview-rows.tsx'
import { PreviewBody } from './preview-text.tsx'
import styles from './preview.module.css'

/** A message in a channel: where, then what it says. */
export function MessagePreview(message: PreviewOf<'message'>) {
  const words = text.approval.preview
  return (
    <>
      <PreviewRows
        rows={[
          { label: words.in, value: message.place },
          { label: words.answers, value: message.replyTo },
          { label: words.replaces, value: message.replaces },
        ]}
      />
      <div className={styles['bubble']}>
        <PreviewBody label={words.body} value={message.text} />
      </div>
    </>
  )
}
