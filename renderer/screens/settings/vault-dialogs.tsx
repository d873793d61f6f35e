import { useState } from 'react'
import type { VaultStatus } from '../../../preload/contract/vault.ts'
import { changeVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { FormDialog } from './form-dialog.tsx'
import { FreshPassphraseFields, useFreshPassphrase } from './fresh-passphrase.tsx'
import { PassphraseEntry } from './passphrase-entry.tsx'

export interface VaultDialogProps {
  readonly status: VaultStatus
  readonly onClose: () => void
}

export function UsePassphraseDialog({ onClose }: VaultDialogProps) {
  const fresh = useFreshPassphrase()
  const words = text.settings.toPassphrase
  return (
    <FormDialog
      words={words}
      lead={words.lead}
      isComplete={fresh.isComplete}
      onSubmit={() => changeVault('vault.usePassphrase', { passphrase: fresh.value })}
      onClose={onClose}
    >
      {(fault) => <FreshPassphraseFields fresh={fresh} error={fault} autoFocus />}
    </FormDialog>
  )
}

export function ChangePassphraseDialog({ onClose }: VaultDialogProps) {
  const [passphrase, setPassphrase] = useState('')
  const fresh = useFreshPassphrase()
  const words = text.settings.changePassphrase
  return (
    <FormDialog
      words={words}
      isComplete={passphrase !== '' && fresh.isComplete}
      onSubmit={() => changeVault('vault.changePassphrase', { passphrase, newPassphrase: fresh.value })}
      onClose={onClose}
    >
      {(fault, forget) => (
        <>
          <PassphraseEntry
            label={words.current}
            passphrase={passphrase}
            fault={fault}
            forget={forget}
            onChange={setPassphrase}
          />
          <FreshPassphraseFields fresh={fresh} />
        </>
      )}
    </FormDialog>
  )
}

/** A new key; or, where ENCRYPTION_KEY is set to another one, everything under that. */
export function RotateDialog({ status, onClose }: VaultDialogProps) {
  const [passphrase, setPassphrase] = useState('')
  const needsPassphrase = status.keptBy === 'passphrase'
  const words = status.state === 'ready' ? text.settings.rotate : text.settings.adopt
  return (
    <FormDialog
      words={words}
      lead={words.lead}
      isComplete={!needsPassphrase || passphrase !== ''}
      onSubmit={() => changeVault('vault.rotate', needsPassphrase ? { passphrase } : {})}
      onClose={onClose}
    >
      {(fault, forget) =>
        needsPassphrase && (
          <PassphraseEntry passphrase={passphrase} fault={fault} forget={forget} onChange={setPassphrase} />
        )
      }
    </FormDialog>
  )
}
