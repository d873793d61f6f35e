import { Globe, KeyRound } from 'lucide-react'
import { useState } from 'react'
import type { AuthMethod, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { asRead } from '../../hub.ts'
import { enteredAtFirst, isComplete } from '../../state/entered.ts'
import { beginSignIn, useSignIns } from '../../state/sign-ins.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { ClientForm } from './client-form.tsx'
import { ClientNote } from './client-note.tsx'
import { FormFields } from './form-fields.tsx'
import styles from './integration.module.css'
import { Scopes } from './scopes.tsx'
import { SignInWaiting } from './sign-in-waiting.tsx'

export type OAuthMethod = Extract<AuthMethod, { type: 'oauth2' }>

type Way = 'browser' | 'device'

interface BrowserMethodProps {
  readonly detail: IntegrationDetail
  readonly method: OAuthMethod
}

/** Sign-in in the system browser, or what is missing before it can begin. */
export function BrowserMethod({ detail, method }: BrowserMethodProps) {
  // Where people run servers of their own, each needs an OAuth app: which one is known only when it is named.
  const isReady = method.client !== 'missing' || method.fields.length > 0
  return (
    <>
      <h3>{text.connect.browserTitle}</h3>
      {isReady ? <Ready detail={detail} method={method} /> : <ClientForm detail={detail} method={method} />}
    </>
  )
}

function Ready({ detail, method }: BrowserMethodProps) {
  const { fields } = method
  const [values, setValues] = useState(() => enteredAtFirst(fields))
  const signIn = useSignIns(({ latest }) => latest[detail.id])
  // The OAuth app may be asked for in between: what goes on then is what was begun.
  const [way, setWay] = useState<Way>(signIn?.id.startsWith('dev_') === true ? 'device' : 'browser')
  const begin = useAction((by: Way) => {
    setWay(by)
    return beginSignIn({ integrationId: detail.id, values, by })
  })
  if (signIn?.status === 'waiting') return <SignInWaiting signIn={signIn} />
  const problem =
    begin.problem ?? (signIn?.status === 'failed' && signIn.problem ? asRead(signIn.problem) : null)
  const needsClient = fields.length > 0 && problem?.code === 'INTEGRATIONS_NOT_CONFIGURED'
  const isAtField = problem?.code === 'INVALID_PARAMS'
  const retry = (): void => void begin.run(way)
  return (
    <>
      <p className={styles['soft']}>{text.connect.browserBody(detail.name)}</p>
      {fields.length > 0 && (
        <div className={styles['fieldsForm']}>
          <FormFields
            fields={fields}
            entered={values}
            problem={isAtField ? problem : null}
            onChange={(next) => {
              setValues(next)
              begin.forget()
            }}
          />
        </div>
      )}
      {problem && !needsClient && !isAtField && <ProblemNotice problem={problem} onRetry={retry} />}
      {needsClient ? (
        <ClientForm detail={detail} method={method} values={values} onSaved={retry} />
      ) : (
        <div className={styles['actions']}>
          <Button
            tone="primary"
            icon={Globe}
            busy={begin.busy}
            disabled={!isComplete(fields, values)}
            onClick={() => void begin.run('browser')}
          >
            {text.connect.browser}
          </Button>
          {method.byDevice && (
            <Button icon={KeyRound} disabled={begin.busy} onClick={() => void begin.run('device')}>
              {text.connect.byCode}
            </Button>
          )}
          <ClientNote detail={detail} method={method} />
        </div>
      )}
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
