import { beginSignIn, cancelSignIn } from '../../state/sign-ins.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './integration.module.css'

/** Shown while the person signs in in the browser. */
export function SignInWaiting({ integrationId }: { readonly integrationId: string }) {
  return (
    <div className={styles['waiting']}>
      <i aria-hidden />
      <div role="status">
        <p className={styles['strong']}>{text.connect.waiting}</p>
        <p className={styles['soft']}>{text.connect.waitingBody}</p>
      </div>
      <Button onClick={() => void attempt(() => beginSignIn(integrationId))}>{text.ui.tryAgain}</Button>
      <Button tone="quiet" onClick={() => void attempt(() => cancelSignIn(integrationId))}>
        {text.ui.cancel}
      </Button>
    </div>
  )
}
