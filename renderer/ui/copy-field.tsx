import { CopyButton } from './copy-button.tsx'
import styles from './field.module.css'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  readonly copyLabel: string
}

/** A value to carry elsewhere: selectable as a whole, with a button that copies it. */
export function CopyField({ label, value, copyLabel }: CopyFieldProps) {
  return (
    <div className={styles['field']} role="group" aria-label={label}>
      <div className={styles['top']}>
        <span className={styles['name']}>{label}</span>
      </div>
      <div className={styles['copy']}>
        <code>{value}</code>
        <CopyButton value={value} label={copyLabel} />
      </div>
    </div>
  )
}
