import { ExternalLink } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { request } from '../../hub.ts'
import type { Entered } from '../../state/entered.ts'
import { saveClient } from '../../state/integration.ts'
import { attempt, showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import type { OAuthMethod } from './browser-method.tsx'
import styles from './integration.module.css'

interface ClientFormProps {
  readonly detail: IntegrationDetail
  readonly method: OAuthMethod
  /** Where the account lives, for integrations that ask. */
  readonly values?: Entered
  readonly onSaved?: () => void
}

/** The person's own OAuth app: why, where to register it, and its id and secret. */
export function ClientForm(props: ClientFormProps) {
  const { detail, method } = props
  const steps = text.connect.clientSteps
  return (
    <>
      <p className={styles['soft']}>{text.connect.clientWhy(detail.name)}</p>
      <ol className={styles['steps']}>
        <li>
          <p>{steps.open(detail.name)}</p>
          {method.hasConsolePage && isUsualPlace(props) && <ConsoleButton detail={detail} />}
        </li>
        <li>
          <p>{steps.redirect}</p>
          <CopyField
            label={text.connect.redirectUri}
            value={method.redirectUri}
            copyLabel={text.connect.copyRedirectUri}
          />
        </li>
        <li>
          <p>{steps.paste}</p>
          <Credentials {...props} />
        </li>
      </ol>
    </>
  )
}

/** The provider's console is of no use for somebody's own server. */
const isUsualPlace = ({ method, values = {} }: ClientFormProps): boolean =>
  method.fields.every(({ name, usual }) => (values[name] ?? usual) === usual)

function ConsoleButton({ detail }: { readonly detail: IntegrationDetail }) {
  const open = (): void =>
    void attempt(() => request('integrations.openPage', { integrationId: detail.id, page: 'console' }))
  return (
    <Button icon={ExternalLink} onClick={open}>
      {text.connect.openConsole(detail.name)}
    </Button>
  )
}

function Credentials({ detail, method, values, onSaved }: ClientFormProps) {
  const [clientId, setClientId] = useState('')
  const [clientSecret, setClientSecret] = useState('')
  // A sign-in by code needs none.
  const secretRequired = method.clientSecret === 'required' && !method.byDevice
  const save = useAction(async () => {
    const secret = clientSecret.trim()
    await saveClient({
      integrationId: detail.id,
      clientId,
      ...(secret !== '' && { clientSecret: secret }),
      ...(values !== undefined && { values: { ...values } }),
    })
    showToast({ kind: 'success', title: text.connect.clientIsSaved })
    onSaved?.()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save.run()
  }
  const complete = clientId.trim() !== '' && (!secretRequired || clientSecret.trim() !== '')
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextField
        label={text.connect.clientId}
        value={clientId}
        maxLength={500}
        required
        onChange={(event) => setClientId(event.target.value)}
      />
      <SecretField
        label={secretRequired ? text.connect.clientSecret : text.connect.clientSecretOptional}
        value={clientSecret}
        maxLength={2000}
        required={secretRequired}
        onChange={(event) => setClientSecret(event.target.value)}
      />
      {save.problem && <ProblemNotice problem={save.problem} />}
      <div>
        <Button type="submit" tone="primary" busy={save.busy} disabled={!complete}>
          {text.connect.saveClient}
        </Button>
      </div>
    </form>
  )
}
