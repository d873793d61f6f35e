import { text } from '../../text.ts'
import type { PreviewOf } from './preview-of.ts'
import { PreviewRows } from './preview-rows.tsx'
import { PreviewBody, PreviewTitle } from './preview-text.tsx'
import styles from './preview.module.css'

/** An issue, a comment, a page: where it goes, its title, its text. */
export function DocumentPreview(page: PreviewOf<'document'>) {
  const words = text.approval.preview
  return (
    <>
      <PreviewRows
        rows={[
          { label: words.in, value: page.place },
          { label: words.answers, value: page.replyTo },
        ]}
      />
      <div className={styles['text']}>
        <PreviewTitle label={words.title} value={page.title} none={words.noTitle} />
        <PreviewBody label={words.body} value={page.body} />
      </div>
    </>
  )
}
