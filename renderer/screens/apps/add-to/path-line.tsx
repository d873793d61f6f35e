import { InertText } from '../../../ui/inert-text.tsx'
import styles from './add-to.module.css'

/** Where a file is. */
export function PathLine({ label, path }: { readonly label: string; readonly path: string }) {
  return (
    <div className={styles['path']}>
      <span>{label}</span>
      <code>
        <InertText lines="one">{path}</InertText>
      </code>
    </div>
  )
}
