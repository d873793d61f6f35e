import { SelectFrame } from './select-frame.tsx'

interface Choice {
  readonly value: string
  readonly label: string
}

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

/** A choice of one; the first entry usually means “all”. */
export function SelectField({ label, value, choices, onChange }: SelectFieldProps) {
  return (
    <SelectFrame>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </SelectFrame>
  )
}
