import { useState } from 'react'
import type { Connection, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { request } from '../../hub.ts'
import { disconnect } from '../../state/integration.ts'
import { beginSignIn } from '../../state/sign-ins.ts'
import { attempt, showToast } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Row, Rows } from '../../ui/panel.tsx'
import { AccountFacts } from './account-facts.tsx'
import { Defaults } from './defaults.tsx'
import { CheckConnection } from './doctor.tsx'
import styles from './integration.module.css'
import { KeyForm } from './key-form.tsx'

/** The connected accounts, each with its state and what can be done about it. */
export function Accounts({ detail }: { readonly detail: IntegrationDetail }) {
  return (
    <Section title={text.integration.accounts}>
      <Rows label={text.integration.accounts}>
        {detail.connections.map((connection) => (
          <Row key={connection.id}>
            <Account detail={detail} connection={connection} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

interface AccountProps {
  readonly detail: IntegrationDetail
  readonly connection: Connection
}

function Account({ detail, connection }: AccountProps) {
  const [open, setOpen] = useState<'nothing' | 'key' | 'disconnect'>('nothing')
  const { accountName } = connection
  const keyMethod = detail.auth
    .filter((method) => method.type !== 'oauth2')
    .find(({ type }) => type === connection.authType)
  const close = (): void => setOpen('nothing')
  const reconnect = (): void => {
    if (connection.authType !== 'oauth2') setOpen('key')
    else void attempt(() => beginSignIn({ integrationId: detail.id, connectionId: connection.id }))
  }
  return (
    <>
      <div className={styles['account']}>
        <AccountFacts detail={detail} connection={connection} />
        {detail.connections.length > 1 && !connection.isDefault && (
          <Button
            tone="quiet"
            aria-label={text.integration.makeDefaultNamed(accountName)}
            onClick={() => makeDefault(detail, connection)}
          >
            {text.integration.makeDefault}
          </Button>
        )}
        {(connection.status !== 'active' || connection.missingScopes.length > 0) && (
          <Button
            tone="primary"
            aria-label={text.integration.reconnectNamed(accountName)}
            onClick={reconnect}
          >
            {text.integration.reconnect}
          </Button>
        )}
        <CheckConnection detail={detail} connection={connection} onReconnect={reconnect} />
        <Button
          tone="danger-quiet"
          aria-label={text.integration.disconnectNamed(accountName)}
          onClick={() => setOpen('disconnect')}
        >
          {text.integration.disconnect}
        </Button>
      </div>
      <Defaults connection={connection} />
      {open === 'key' && keyMethod && (
        <div className={styles['inset']}>
          <KeyForm
            detail={detail}
            method={keyMethod}
            connectionId={connection.id}
            site={connection.site}
            onDone={close}
          />
        </div>
      )}
      {open === 'disconnect' && <DisconnectDialog detail={detail} connection={connection} onClose={close} />}
    </>
  )
}

/** Undo makes it the one that was the default before. */
function makeDefault(detail: IntegrationDetail, { id, accountName }: Connection): void {
  const before = detail.connections.find(({ isDefault }) => isDefault)
  const make = (connectionId: string) => request('connections.makeDefault', { connectionId })
  void attempt(
    () => make(id),
    text.program.undoDone.madeDefault(accountName),
    before === undefined ? undefined : () => make(before.id),
  )
}

function DisconnectDialog({ detail, connection, onClose }: AccountProps & { readonly onClose: () => void }) {
  const words = text.integration
  // Only a sign-in can be taken back; nobody but the person can void a key.
  const isKey = connection.authType !== 'oauth2'
  const run = async (): Promise<void> => {
    const revoked = await disconnect(detail.id, connection.id)
    const stillValid = isKey ? words.keyStays(detail.name) : words.notRevoked(detail.name)
    showToast({
      kind: 'success',
      title: words.disconnected(connection.accountName),
      body: revoked ? undefined : stillValid,
    })
  }
  return (
    <ConfirmDialog
      title={words.disconnectTitle(connection.accountName)}
      confirm={words.disconnect}
      onConfirm={run}
      onClose={onClose}
    >
      {isKey ? words.disconnectKeyBody(detail.name) : words.disconnectBody(detail.name)}
    </ConfirmDialog>
  )
}
