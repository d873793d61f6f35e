import { text } from '../../text.ts'
import { InertBlock, InertText } from '../../ui/inert-text.tsx'
import styles from './preview.module.css'

interface PreviewTextProps {
  readonly label: string
  readonly value: string | undefined
}

/** Subject, title: on one line of its own, however many it takes to show it. */
export function PreviewTitle({ label, value, none }: PreviewTextProps & { readonly none: string }) {
  if (value === undefined) return null
  return (
    <p className={styles['title']} role="group" aria-label={label}>
      {value === '' ? (
        <span className={styles['none']}>{none}</span>
      ) : (
        <InertText lines="one">{value}</InertText>
      )}
    </p>
  )
}

/** The running text, as it is: marks of Markdown stay marks. */
export function PreviewBody({ label, value }: PreviewTextProps) {
  if (value === undefined) return null
  if (value === '') return <p className={styles['none']}>{text.approval.preview.noBody}</p>
  return <InertBlock label={label} value={value} look="prose" />
}
