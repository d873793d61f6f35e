import { useState, type FormEvent } from 'react'
import { useAction } from '../../state/use-action.ts'
import { changeVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import styles from './settings.module.css'

/** Asks for the passphrase; what is wrong with it stands at its field. */
export function UnlockForm() {
  const unlock = useUnlock()
  return (
    <form className={styles['unlock']} onSubmit={unlock.submit} noValidate>
      <PassphraseField passphrase={unlock.passphrase} error={unlock.error} change={unlock.change} />
      <Button type="submit" tone="primary" busy={unlock.busy} disabled={unlock.passphrase === ''}>
        {text.settings.unlock}
      </Button>
    </form>
  )
}

interface Unlock {
  readonly passphrase: string
  readonly busy: boolean
  readonly error: string | null
  readonly change: (passphrase: string) => void
  readonly submit: (event: FormEvent) => void
}

/** @param onDone called once the vault is open */
export function useUnlock(onDone?: () => void): Unlock {
  const [passphrase, setPassphrase] = useState('')
  const action = useAction(async () => {
    await changeVault('vault.unlock', { passphrase })
    setPassphrase('')
    onDone?.()
  })
  return {
    passphrase,
    busy: action.busy,
    error: action.problem?.message ?? null,
    change(next) {
      setPassphrase(next)
      action.forget()
    },
    submit(event) {
      event.preventDefault()
      if (passphrase !== '' && !action.busy) void action.run()
    },
  }
}

type PassphraseFieldProps = Pick<Unlock, 'passphrase' | 'error' | 'change'> & {
  readonly label?: string
  readonly autoFocus?: boolean
}

export function PassphraseField({
  passphrase,
  error,
  change,
  label,
  autoFocus = false,
}: PassphraseFieldProps) {
  return (
    <SecretField
      label={label ?? text.settings.passphrase}
      value={passphrase}
      error={error}
      maxLength={1000}
      autoFocus={autoFocus}
      onChange={(event) => change(event.target.value)}
    />
  )
}
