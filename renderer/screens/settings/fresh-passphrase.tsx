import { useState } from 'react'
import { FEWEST_CHARACTERS, strengthOf } from '../../state/passphrase-strength.ts'
import { text } from '../../text.ts'
import { SecretField } from '../../ui/secret-field.tsx'
import styles from './settings.module.css'

interface Chosen {
  readonly value: string
  readonly repeated: string
}

export interface FreshPassphrase extends Chosen {
  /** Long enough, and twice the same. */
  readonly isComplete: boolean
  readonly change: (part: Partial<Chosen>) => void
}

/** A passphrase that is being chosen. */
export function useFreshPassphrase(): FreshPassphrase {
  const [chosen, setChosen] = useState<Chosen>({ value: '', repeated: '' })
  return {
    ...chosen,
    isComplete: strengthOf(chosen.value) !== 'short' && chosen.value === chosen.repeated,
    change: (part) => setChosen({ ...chosen, ...part }),
  }
}

interface FreshPassphraseFieldsProps {
  readonly fresh: FreshPassphrase
  readonly error?: string | null
  readonly autoFocus?: boolean
}

/** Entered twice, with an honest word about how good it is. */
export function FreshPassphraseFields({
  fresh,
  error = null,
  autoFocus = false,
}: FreshPassphraseFieldsProps) {
  return (
    <>
      <SecretField
        label={text.settings.fresh.label}
        value={fresh.value}
        maxLength={1000}
        error={error}
        autoFocus={autoFocus}
        hint={<StrengthHint passphrase={fresh.value} />}
        onChange={(event) => fresh.change({ value: event.target.value })}
      />
      <SecretField
        label={text.settings.fresh.repeat}
        value={fresh.repeated}
        maxLength={1000}
        error={differs(fresh) ? text.settings.fresh.differs : null}
        onChange={(event) => fresh.change({ repeated: event.target.value })}
      />
    </>
  )
}

function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const strength = strengthOf(passphrase)
  const words = text.settings.strength
  return (
    <span className={styles['strength']} data-strength={strength} aria-live="polite">
      {strength === 'short'
        ? words.short(FEWEST_CHARACTERS - Array.from(passphrase).length)
        : words[strength]}
    </span>
  )
}

/** Said only once the second is as long: who is still typing has made no mistake yet. */
const differs = ({ value, repeated }: Chosen): boolean =>
  repeated !== '' && repeated !== value && repeated.length >= value.length
