import { useState } from 'react'
import { changeVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { TextField } from '../../ui/field.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { FormDialog } from './form-dialog.tsx'
import { FreshPassphraseFields, useFreshPassphrase } from './fresh-passphrase.tsx'
import styles from './settings.module.css'
import type { VaultDialogProps } from './vault-dialogs.tsx'

/** Takes a key that the person has kept. Where it cannot go into a keychain, a passphrase protects it. */
export function RestoreKeyDialog({ status, onClose }: VaultDialogProps) {
  const [key, setKey] = useState('')
  const [wantsPassphrase, setWantsPassphrase] = useState(false)
  const fresh = useFreshPassphrase()
  const words = text.settings.restoreKey
  // With a variable that is set the key is not kept: everything is encrypted anew with the variable's.
  const isKept = status.where !== 'environment' || status.state === 'missing'
  const hasKeychain = status.state !== 'no_keychain'
  const withPassphrase = isKept && (wantsPassphrase || !hasKeychain)
  return (
    <FormDialog
      words={words}
      lead={words.lead}
      isComplete={key.trim() !== '' && (!withPassphrase || fresh.isComplete)}
      onSubmit={() =>
        changeVault('vault.restoreKey', withPassphrase ? { key, passphrase: fresh.value } : { key })
      }
      onClose={onClose}
    >
      {(fault, forget) => (
        <>
          <SecretField
            label={words.key}
            value={key}
            maxLength={200}
            error={fault}
            autoFocus
            onChange={(event) => {
              setKey(event.target.value)
              forget()
            }}
          />
          {isKept && hasKeychain && (
            <Switch on={wantsPassphrase} onChange={setWantsPassphrase}>
              {words.withPassphrase}
            </Switch>
          )}
          {!hasKeychain && <p>{words.withoutKeychain}</p>}
          {withPassphrase && <FreshPassphraseFields fresh={fresh} />}
        </>
      )}
    </FormDialog>
  )
}

/** The last way out. What goes and what stays is said before anything is removed. */
export function StartOverDialog({ onClose }: VaultDialogProps) {
  const [confirm, setConfirm] = useState('')
  const words = text.settings.startOver
  return (
    <FormDialog
      words={words}
      tone="danger"
      isComplete={confirm.trim().toLowerCase() === words.words}
      onSubmit={() => changeVault('vault.startOver', { confirm })}
      onClose={onClose}
    >
      {(fault) => (
        <>
          <dl className={styles['lists']}>
            <dt>{words.goes}</dt>
            <dd>{words.gone}</dd>
            <dt>{words.stays}</dt>
            <dd>{words.staying}</dd>
          </dl>
          <TextField
            label={words.prompt(words.words)}
            value={confirm}
            maxLength={100}
            error={fault}
            autoFocus
            onChange={(event) => setConfirm(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  )
}
