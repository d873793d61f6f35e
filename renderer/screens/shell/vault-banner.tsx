import { useEffect, useId, useRef, useState } from 'react'
import { goTo, useNavigation } from '../../state/navigation.ts'
import { isShut, useVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PassphraseField, useUnlock } from '../settings/unlock-form.tsx'
import styles from './vault-banner.module.css'

/** Says on every screen that no account can be used, and leads to the way out; at the start it asks by itself. */
export function VaultBanner() {
  const status = useVault(({ value }) => value)
  const isAtSettings = useNavigation(({ place }) => place.screen === 'settings')
  const [isAsking, setIsAsking] = useState(false)
  const isLocked = status?.state === 'locked'
  const hasLooked = useRef(false)
  useEffect(() => {
    if (status === null || hasLooked.current) return
    hasLooked.current = true
    setIsAsking(isLocked)
  }, [status, isLocked])
  if (!isShut(status)) return null
  const { lockedTitle, lockedBody, stateOf, unlockOpen, open } = text.settings
  return (
    <>
      {!isAtSettings && (
        <div className={styles['banner']} role="status">
          <Notice
            tone={isLocked ? 'amber' : 'red'}
            title={isLocked ? lockedTitle : stateOf(status)}
            action={
              isLocked ? (
                <Button tone="primary" onClick={() => setIsAsking(true)}>
                  {unlockOpen}
                </Button>
              ) : (
                <Button onClick={() => goTo({ screen: 'settings' })}>{open}</Button>
              )
            }
          >
            <p>{isLocked ? lockedBody : status.sentence}</p>
          </Notice>
        </div>
      )}
      {isLocked && isAsking && <UnlockDialog onClose={() => setIsAsking(false)} />}
    </>
  )
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
