import { useState } from 'react'
import { forgetClient } from '../../state/integration.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { OAuthMethod } from './browser-method.tsx'
import styles from './integration.module.css'

interface ClientNoteProps {
  readonly integrationId: string
  readonly method: OAuthMethod
}

/** Whose OAuth app the sign-in uses; one that was entered here can be forgotten. */
export function ClientNote({ integrationId, method }: ClientNoteProps) {
  const [asking, setAsking] = useState(false)
  if (method.client !== 'saved') {
    return <p className={styles['faint']}>{text.connect.clientFrom(method.clientIdEnv)}</p>
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
          onConfirm={() => forgetClient(integrationId)}
          onClose={() => setAsking(false)}
        >
          {text.connect.forgetClientBody}
        </ConfirmDialog>
      )}
    </>
  )
}
