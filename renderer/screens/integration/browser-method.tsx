import { Globe } from 'lucide-react'
import type { AuthMethod, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { beginSignIn, useSignIns } from '../../state/sign-ins.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { ClientForm } from './client-form.tsx'
import { ClientNote } from './client-note.tsx'
import styles from './integration.module.css'
import { Scopes } from './scopes.tsx'
import { SignInWaiting } from './sign-in-waiting.tsx'

export type OAuthMethod = Extract<AuthMethod, { type: 'oauth2' }>

interface BrowserMethodProps {
  readonly detail: IntegrationDetail
  readonly method: OAuthMethod
}

/** Sign-in in the system browser, or what is missing before it can begin. */
export function BrowserMethod({ detail, method }: BrowserMethodProps) {
  return (
    <>
      <h3>{text.connect.browserTitle}</h3>
      {method.client === 'missing' ? (
        <ClientForm detail={detail} method={method} />
      ) : (
        <Ready detail={detail} method={method} />
      )}
    </>
  )
}

function Ready({ detail, method }: BrowserMethodProps) {
  const signIn = useSignIns(({ latest }) => latest[detail.id])
  const begin = useAction(() => beginSignIn(detail.id))
  const problem = begin.problem ?? (signIn?.status === 'failed' ? signIn.problem : null)
  if (signIn?.status === 'waiting') return <SignInWaiting integrationId={detail.id} />
  return (
    <>
      <p className={styles['soft']}>{text.connect.browserBody(detail.name)}</p>
      {problem && <ProblemNotice problem={problem} onRetry={() => void begin.run()} />}
      <div className={styles['actions']}>
        <Button tone="primary" icon={Globe} busy={begin.busy} onClick={() => void begin.run()}>
          {text.connect.browser}
        </Button>
        <ClientNote integrationId={detail.id} method={method} />
      </div>
      {method.scopes.length > 0 && (
        <details className={styles['permissions']}>
          <summary>
            {text.connect.asksFor} {text.integration.permissions(method.scopes.length)}
          </summary>
          <Scopes scopes={method.scopes} />
        </details>
      )}
    </>
  )
}
