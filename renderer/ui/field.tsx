import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './field.module.css'

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null
  /** Stands at the end of the label's line. */
  readonly aside?: ReactNode
  readonly children: (wiring: FieldWiring) => ReactNode
}

interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A label, a control, and what is said about it: hint or error, tied to the control for screen readers. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}note`
  const failed = error !== undefined && error !== null
  const described = failed || hint !== undefined
  return (
    <div className={styles['field']}>
      <div className={styles['top']}>
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': described ? noteId : undefined,
        'aria-invalid': failed || undefined,
      })}
      {described && (
        <p
          id={noteId}
          className={failed ? styles['error'] : styles['hint']}
          role={failed ? 'alert' : undefined}
        >
          {failed ? error : hint}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly aside?: ReactNode
}

export function TextField({ label, hint, error = null, aside, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(wiring) => (
        <input autoComplete="off" spellCheck={false} {...rest} {...wiring} className={styles['input']} />
      )}
    </Field>
  )
}
