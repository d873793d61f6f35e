import type { Preview } from '../../../preload/contract/preview.ts'
import { text } from '../../text.ts'
import { DocumentPreview } from './document-preview.tsx'
import { EventPreview } from './event-preview.tsx'
import { MailPreview } from './mail-preview.tsx'
import { MessagePreview } from './message-preview.tsx'
import styles from './preview.module.css'

/** What the call will look like at the other end. All of it is inert text: nothing is a link, a picture or markup. */
export function ApprovalPreview({ preview }: { readonly preview: Preview }) {
  const caption = text.approval.preview.caption[preview.kind]
  return (
    <section aria-label={caption} data-testid="approval-preview">
      <h3 className={styles['caption']}>{caption}</h3>
      <div className={styles['card']}>
        <Picture preview={preview} />
      </div>
    </section>
  )
}

function Picture({ preview }: { readonly preview: Preview }) {
  if (preview.kind === 'mail') return <MailPreview {...preview} />
  if (preview.kind === 'event') return <EventPreview {...preview} />
  if (preview.kind === 'message') return <MessagePreview {...preview} />
  return <DocumentPreview {...preview} />
}
