import { ExternalLink } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { AuthMethod, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { request } from '../../hub.ts'
import { enteredAtFirst, isComplete, type Entered } from '../../state/entered.ts'
import { connectWithKey } from '../../state/integration.ts'
import { attempt, showToast } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { isOfVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { FormFields } from './form-fields.tsx'
import styles from './integration.module.css'

export type KeyMethod = Exclude<AuthMethod, { type: 'oauth2' }>

interface KeyFormProps {
  readonly detail: IntegrationDetail
  readonly method: KeyMethod
  /** The account to reconnect; without it a new one. */
  readonly connectionId?: string
  /** Where that account lives. */
  readonly site?: Entered
  readonly onDone?: () => void
}

/** What the provider gave the person, tried there before it is kept. It leaves this form as soon as it is accepted. */
export function KeyForm({ detail, method, connectionId, site, onDone }: KeyFormProps) {
  const { fields } = method
  const [entered, setEntered] = useState(() => enteredAtFirst(fields, site))
  const save = useAction(async () => {
    const target = connectionId === undefined ? {} : { connectionId }
    const account = await connectWithKey({
      integrationId: detail.id,
      method: method.type,
      values: { ...entered },
      ...target,
    })
    showToast({ kind: 'success', title: text.connect.connectedAs(account) })
    setEntered(enteredAtFirst(fields))
    onDone?.()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save.run()
  }
  const isOneKey = fields.length === 1
  // Nothing is wrong with what was entered: it cannot be kept.
  const isUnkept = isOfVault(save.problem)
  return (
    <>
      <form className={styles[isOneKey ? 'keyForm' : 'fieldsForm']} onSubmit={submit}>
        <FormFields
          fields={fields}
          entered={entered}
          problem={isUnkept ? null : save.problem}
          aside={<HelpButton integrationId={detail.id} method={method} />}
          onChange={(next) => {
            setEntered(next)
            save.forget()
          }}
        />
        <Button type="submit" tone="primary" busy={save.busy} disabled={!isComplete(fields, entered)}>
          {isOneKey ? text.connect.saveKey : text.connect.saveForm}
        </Button>
      </form>
      {isUnkept && save.problem && <ProblemNotice problem={save.problem} />}
    </>
  )
}

interface HelpButtonProps {
  readonly integrationId: string
  readonly method: KeyMethod
}

function HelpButton({ integrationId, method }: HelpButtonProps) {
  const page = { integrationId, page: 'help', method: method.type } as const
  return (
    <Button
      tone="quiet"
      size="small"
      icon={ExternalLink}
      onClick={() => void attempt(() => request('integrations.openPage', page))}
    >
      {text.connect.keyHelp}
    </Button>
  )
}
