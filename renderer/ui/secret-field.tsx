import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { text } from '../text.ts'
import { Field } from './field.tsx'
import styles from './field.module.css'
import { IconButton } from './icon-button.tsx'

interface SecretFieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly aside?: ReactNode
}

/** A field whose value is hidden until the person asks to see it. */
export function SecretField({ label, hint, error = null, aside, ...rest }: SecretFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(wiring) => (
        <div className={styles['secret']}>
          <input
            autoComplete="off"
            spellCheck={false}
            {...rest}
            {...wiring}
            type={shown ? 'text' : 'password'}
            className={styles['input']}
          />
          <IconButton
            label={shown ? text.ui.hide(label) : text.ui.show(label)}
            icon={shown ? EyeOff : Eye}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  )
}
