import { useId, type ReactNode } from 'react'
import { hintOf, LeaveOut } from './entry-notes.tsx'
import { reasonAt, type EntryProps } from './entry-props.ts'
import styles from './schema-form.module.css'

/** Several controls under one name. */
export function Group({ children, ...props }: EntryProps & { readonly children: ReactNode }) {
  const id = useId()
  const reason = reasonAt(props.problems, props.path)
  const hint = hintOf(props)
  return (
    <div
      className={styles['group']}
      role="group"
      aria-labelledby={`${id}name`}
      aria-describedby={`${id}hint ${id}reason`}
    >
      <div className={styles['top']}>
        <span id={`${id}name`}>{props.name}</span>
        <LeaveOut {...props} />
      </div>
      <div className={styles['inner']}>{children}</div>
      {hint !== undefined && (
        <p id={`${id}hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {reason !== null && (
        <p id={`${id}reason`} className={styles['error']} role="alert">
          {reason}
        </p>
      )}
    </div>
  )
}
