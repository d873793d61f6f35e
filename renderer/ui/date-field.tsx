import styles from './date-field.module.css'

interface DateFieldProps {
  readonly label: string
  /** `2026-01-31`, or empty; without it the field keeps what was entered. */
  readonly value?: string
  readonly onChange: (day: string) => void
}

/** A day, with the system's own picker; the label stands before it. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <input
        type="date"
        min="2000-01-01"
        max="9999-12-31"
        {...(value !== undefined && { value })}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
