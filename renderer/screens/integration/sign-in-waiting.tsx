import type { SignIn } from '../../../preload/contract/shapes.ts'
import { beginAgain, cancelSignIn } from '../../state/sign-ins.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import styles from './integration.module.css'

/** Shown while the person signs in in the browser, or enters a code there. */
export function SignInWaiting({ signIn }: { readonly signIn: SignIn }) {
  const { integrationId, device } = signIn
  return (
    <div className={styles['waiting']}>
      <i aria-hidden />
      <div role="status">
        <p className={styles['strong']}>{text.connect.waiting}</p>
        <p className={styles['soft']}>{device === null ? text.connect.waitingBody : text.connect.codeBody}</p>
        {device !== null && <DeviceCode device={device} />}
      </div>
      <Button onClick={() => void attempt(() => beginAgain(integrationId))}>{text.ui.tryAgain}</Button>
      <Button tone="quiet" onClick={() => void attempt(() => cancelSignIn(integrationId))}>
        {text.ui.cancel}
      </Button>
    </div>
  )
}

function DeviceCode({ device }: { readonly device: NonNullable<SignIn['device']> }) {
  return (
    <>
      <p className={styles['code']}>
        <code aria-label={text.connect.code}>{device.code}</code>
        <CopyButton value={device.code} label={text.connect.copyCode} />
      </p>
      <p className={styles['faint']}>{text.connect.codeAt(device.page)}</p>
    </>
  )
}
