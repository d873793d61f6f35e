import { useEffect, useState } from 'react'
import { foundFirst, useClients } from '../../../state/clients.ts'
import { text } from '../../../text.ts'
import { ProblemNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import styles from './add-to.module.css'
import { ClientDialog } from './client-dialog.tsx'
import { ClientTile } from './client-tile.tsx'

/** Programs whose settings Gatehouse can write, and what became of those it has written. */
export function AddTo() {
  const { value: clients, problem, load } = useClients()
  const [open, setOpen] = useState<string | null>(null)
  useEffect(() => void load(), [load])
  const client = clients?.find(({ id }) => id === open)
  return (
    <div className={styles['section']}>
      <Section title={text.clients.title}>
        <p className={styles['lead']}>{text.clients.lead}</p>
        {problem && clients === null && <ProblemNotice problem={problem} onRetry={() => void load()} />}
        {clients === null && !problem && <Skeleton rows={3} />}
        {clients !== null && (
          <ul className={styles['grid']} aria-label={text.clients.title}>
            {foundFirst(clients).map((it) => (
              <li key={it.id}>
                <ClientTile client={it} onOpen={() => setOpen(it.id)} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {client && <ClientDialog key={client.id} client={client} onClose={() => setOpen(null)} />}
    </div>
  )
}
