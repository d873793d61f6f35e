import type { Client } from '../../../../preload/contract/clients.ts'
import { text } from '../../../text.ts'
import { Status, type Tone } from '../../../ui/badge.tsx'
import { useNow } from '../../../ui/use-now.ts'
import styles from './add-to.module.css'
import { connectedAgo } from './connected-ago.ts'

const SECONDS_MS = 5_000

interface ClientTileProps {
  readonly client: Client
  readonly onOpen: () => void
}

/** One program and how it stands with it; opens what can be done. */
export function ClientTile({ client, onOpen }: ClientTileProps) {
  const now = useNow(SECONDS_MS)
  const { tone, words } = stateOf(client, now)
  return (
    <button type="button" className={styles['tile']} onClick={onOpen}>
      <span className="visually-hidden">{`${text.clients.open[client.installed](client.name)}. ${words}`}</span>
      <span className={styles['initial']} data-found={client.found} aria-hidden>
        {client.name.charAt(0)}
      </span>
      <span className={styles['words']} aria-hidden>
        <b>{client.name}</b>
        <Status tone={tone}>{words}</Status>
      </span>
    </button>
  )
}

function stateOf(client: Client, now: number): { readonly tone: Tone; readonly words: string } {
  const { state } = text.clients
  if (client.problem !== null) return { tone: 'red', words: state.problem }
  if (client.installed === 'stale') return { tone: 'amber', words: state.stale }
  if (client.installed === 'other') return { tone: 'neutral', words: state.other }
  if (client.installed === 'no') return { tone: 'neutral', words: client.found ? state.add : state.notFound }
  const ago = connectedAgo(client.lastSeenAt, now)
  return ago === null ? { tone: 'amber', words: state.waiting } : { tone: 'accent', words: ago.short }
}
