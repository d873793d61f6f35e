import { useEffect, useId, useRef } from 'react'
import { askForPassphrase, stopAsking, useUnlocking } from '../../state/unlocking.ts'
import { useVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PassphraseField, useUnlock } from '../settings/unlock-form.tsx'

/** Asks for the passphrase by itself at the start, and then when told to; whoever says Later is not asked again. */
export function UnlockQuestion() {
  const status = useVault(({ value }) => value)
  const isAsking = useUnlocking((state) => state.isAsking)
  const isLocked = status?.state === 'locked'
  const hasLooked = useRef(false)
  useEffect(() => {
    if (status === null || hasLooked.current) return
    hasLooked.current = true
    if (isLocked) askForPassphrase()
  }, [status, isLocked])
  return isLocked && isAsking ? <UnlockDialog onClose={stopAsking} /> : null
}

function UnlockDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId()
  const unlock = useUnlock(onClose)
  return (
    <Dialog
      title={text.settings.unlockTitle}
      onDismiss={onClose}
      footer={
        <>
          <Button onClick={onClose}>{text.settings.later}</Button>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            busy={unlock.busy}
            disabled={unlock.passphrase === ''}
          >
            {text.settings.unlock}
          </Button>
        </>
      }
    >
      <p>{text.settings.unlockBody}</p>
      <form id={formId} onSubmit={unlock.submit} noValidate>
        <PassphraseField
          passphrase={unlock.passphrase}
          error={unlock.error}
          change={unlock.change}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
