import { useEffect } from 'react'
import type { Client } from '../../../../preload/contract/clients.ts'
import { useApps } from '../../../state/apps.ts'
import { useClients } from '../../../state/clients.ts'
import { text } from '../../../text.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { Toolkits } from '../toolkits.tsx'
import { connectedAgo } from './connected-ago.ts'
import { PathLine } from './path-line.tsx'

const LOOK_EVERY_MS = 1_500
const SECOND_MS = 1_000

interface AddedDialogProps {
  readonly client: Client
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** A program that was set up: whether it has come, and what it may use. */
export function AddedDialog({ client, onUndo, onClose }: AddedDialogProps) {
  const app = useApps(({ value }) => value?.find(({ id }) => id === client.appId))
  return (
    <Dialog
      title={text.clients.addedTitle(client.name)}
      size="large"
      onDismiss={onClose}
      footer={
        <>
          <Button tone="danger-quiet" onClick={onUndo}>
            {text.clients.undo}
          </Button>
          <Button tone="primary" onClick={onClose}>
            {text.ui.done}
          </Button>
        </>
      }
    >
      <Arrival client={client} />
      {app && <Toolkits app={app} />}
      <PathLine label={text.clients.file} path={client.configPath} />
      {client.backupPath !== null && <PathLine label={text.clients.backupKept} path={client.backupPath} />}
    </Dialog>
  )
}

/** Looks again and again, as long as it is in sight: the program comes when the person restarts it. */
function Arrival({ client }: { readonly client: Client }) {
  const now = useNow(SECOND_MS)
  useEffect(() => {
    const timer = setInterval(() => void useClients.getState().load(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const seen = connectedAgo(client.lastSeenAt, now)
  if (seen !== null) {
    return <Notice tone="accent" title={text.clients.connected(client.name, seen.ago)} role="status" />
  }
  return (
    <Notice title={text.clients.waitingFor(client.name)} role="status">
      <p>{client.restart}</p>
    </Notice>
  )
}
