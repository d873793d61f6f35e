import { text } from '../../text.ts'
import type { PreviewOf } from './preview-of.ts'
import { PreviewRows } from './preview-rows.tsx'
import { PreviewBody, PreviewTitle } from './preview-text.tsx'
import styles from './preview.module.css'

/** A mail: who gets it, also unseen by the others, then subject and text. */
export function MailPreview(mail: PreviewOf<'mail'>) {
  const words = text.approval.preview
  return (
    <>
      <PreviewRows
        rows={[
          { label: words.from, value: mail.from },
          { label: words.to, value: mail.to ?? answered(mail), none: words.nobody },
          { label: words.cc, value: mail.cc },
          { label: words.bcc, value: mail.bcc },
          { label: words.answers, value: mail.replyTo },
          { label: words.forwards, value: mail.forwards },
          { label: words.attachments, value: mail.attachments },
        ]}
      />
      <div className={styles['text']}>
        <PreviewTitle label={words.subject} value={mail.subject} none={words.noSubject} />
        <PreviewBody label={words.body} value={mail.body} />
      </div>
    </>
  )
}

/** Who gets an answer is known to the service alone. */
function answered({ replyTo, replyToAll }: PreviewOf<'mail'>): string | undefined {
  if (replyTo === undefined || replyToAll === undefined) return undefined
  return replyToAll ? text.approval.preview.everyoneIn : text.approval.preview.senderOf
}
