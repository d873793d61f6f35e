import styles from './chips.module.css'

interface ChipsProps<V> {
  readonly label: string
  readonly value: V
  readonly chips: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V) => void
}

/** A row of filters of which one is on. */
export function Chips<V extends string | null>({ label, value, chips, onChange }: ChipsProps<V>) {
  return (
    <div role="group" aria-label={label} className={styles['row']}>
      {chips.map((chip) => (
        <button
          key={chip.value ?? ''}
          type="button"
          aria-pressed={chip.value === value}
          onClick={() => onChange(chip.value)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  )
}
