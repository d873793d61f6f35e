import { ExternalLink } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { AuthMethod, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { request } from '../../hub.ts'
import { connectWithKey } from '../../state/integration.ts'
import { attempt, showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import styles from './integration.module.css'

interface KeyFormProps {
  readonly detail: IntegrationDetail
  readonly method: Extract<AuthMethod, { type: 'api_key' }>
  /** The account to reconnect; without it a new one. */
  readonly connectionId?: string
  readonly onDone?: () => void
}

/** One key, tried at the provider before it is kept. It leaves this form's memory as soon as it is accepted. */
export function KeyForm({ detail, method, connectionId, onDone }: KeyFormProps) {
  const [key, setKey] = useState('')
  const save = useAction(async () => {
    const target = connectionId === undefined ? {} : { connectionId }
    const account = await connectWithKey({ integrationId: detail.id, key: key.trim(), ...target })
    showToast({ kind: 'success', title: text.connect.connectedAs(account) })
    setKey('')
    onDone?.()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save.run()
  }
  return (
    <form className={styles['keyForm']} onSubmit={submit}>
      <SecretField
        label={method.label}
        placeholder={method.placeholder}
        value={key}
        maxLength={10_000}
        error={save.problem && `${save.problem.message} ${save.problem.remedy}`}
        aside={method.hasHelpPage && <HelpButton integrationId={detail.id} />}
        onChange={(event) => {
          setKey(event.target.value)
          save.forget()
        }}
      />
      <Button type="submit" tone="primary" busy={save.busy} disabled={key.trim() === ''}>
        {text.connect.saveKey}
      </Button>
    </form>
  )
}

function HelpButton({ integrationId }: { readonly integrationId: string }) {
  const open = (): void =>
    void attempt(() => request('integrations.openPage', { integrationId, page: 'help' }))
  return (
    <Button tone="quiet" size="small" icon={ExternalLink} onClick={open}>
      {text.connect.keyHelp}
    </Button>
  )
}
