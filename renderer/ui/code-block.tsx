import { CopyButton } from './copy-button.tsx'
import styles from './code-block.module.css'

/** Text to paste elsewhere, as it is, with a button that copies it. */
export function CodeBlock({ code, copyLabel }: { readonly code: string; readonly copyLabel: string }) {
  return (
    <div className={styles['block']}>
      <pre>{code}</pre>
      <div className={styles['copy']}>
        <CopyButton value={code} label={copyLabel} />
      </div>
    </div>
  )
}
