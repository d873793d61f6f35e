import type { ReactNode } from 'react'
import styles from './switch.module.css'

interface SwitchProps {
  readonly on: boolean
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
  /** The label: what is switched on or off. */
  readonly children: ReactNode
}

/** A labelled on/off switch; the whole line can be pressed. */
export function Switch({ on, disabled = false, onChange, children }: SwitchProps) {
  return (
    <label className={styles['switch']}>
      <span className={styles['label']}>{children}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
