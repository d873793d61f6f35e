import { PassphraseField } from './unlock-form.tsx'

interface PassphraseEntryProps {
  readonly label?: string
  readonly passphrase: string
  /** What is wrong with what was entered. */
  readonly fault: string | null
  readonly onChange: (passphrase: string) => void
  /** Forgets what was wrong. */
  readonly forget: () => void
}

/** The passphrase that a dialog asks for first: what was wrong with it goes as soon as it is changed. */
export function PassphraseEntry({ fault, onChange, forget, ...field }: PassphraseEntryProps) {
  const change = (passphrase: string): void => {
    onChange(passphrase)
    forget()
  }
  return <PassphraseField {...field} error={fault} change={change} autoFocus />
}
