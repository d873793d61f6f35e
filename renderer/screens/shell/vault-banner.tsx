import { goTo, useNavigation } from '../../state/navigation.ts'
import { askForPassphrase } from '../../state/unlocking.ts'
import { isShut, useVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './vault-banner.module.css'

/** Says on every screen that no account can be used, and leads to the way out. */
export function VaultBanner() {
  const status = useVault(({ value }) => value)
  const isAtSettings = useNavigation(({ place }) => place.screen === 'settings')
  if (!isShut(status) || isAtSettings) return null
  const isLocked = status.state === 'locked'
  const { lockedTitle, lockedBody, stateOf, unlockOpen, open } = text.settings
  return (
    <div className={styles['banner']} role="status">
      <Notice
        tone={isLocked ? 'amber' : 'red'}
        title={isLocked ? lockedTitle : stateOf(status)}
        action={
          isLocked ? (
            <Button tone="primary" onClick={askForPassphrase}>
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
  )
}
