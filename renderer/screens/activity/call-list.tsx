import { useId, useState } from 'react'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import styles from './call-list.module.css'
import { CallBody } from './call-body.tsx'
import { CallSummary } from './call-summary.tsx'

/** A few calls; pressing one shows the rest of it. */
export function CallList({
  label,
  calls,
}: {
  readonly label: string
  readonly calls: readonly ActivityEntry[]
}) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {calls.map((entry) => (
        <CallItem key={entry.callId} entry={entry} />
      ))}
    </ul>
  )
}

function CallItem({ entry }: { readonly entry: ActivityEntry }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <li>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <CallSummary entry={entry} />
      </button>
      {open && (
        <div id={id} className={styles['body']}>
          <CallBody entry={entry} />
        </div>
      )}
    </li>
  )
}
