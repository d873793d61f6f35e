import { useState } from 'react'
import type { IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { forgetClient } from '../../state/integration.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { OAuthMethod } from './browser-method.tsx'
import styles from './integration.module.css'

interface ClientNoteProps {
  readonly detail: IntegrationDetail
  readonly method: OAuthMethod
}

/** Whose OAuth app the sign-in uses; one that was entered here can be forgotten. */
export function ClientNote({ detail, method }: ClientNoteProps) {
  const [asking, setAsking] = useState(false)
  if (method.client === 'missing') return null
  if (method.client !== 'saved') {
    const { clientAutomatic, clientFrom } = text.connect
    const note = method.client === 'automatic' ? clientAutomatic(detail.name) : clientFrom(method.clientIdEnv)
    return <p className={styles['faint']}>{note}</p>
  }
  return (
    <>
      <p className={styles['faint']}>{text.connect.clientSaved}</p>
      <Button tone="quiet" size="small" onClick={() => setAsking(true)}>
        {text.connect.forgetClient}
      </Button>
      {asking && (
        <ConfirmDialog
          title={text.connect.forgetClientTitle}
          confirm={text.connect.forgetClient}
          onConfirm={() => forgetClient(detail.id)}
          onClose={() => setAsking(false)}
        >
          {text.connect.forgetClientBody}
        </ConfirmDialog>
      )}
    </>
  )
}
