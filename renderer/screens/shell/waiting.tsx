import { Hand } from 'lucide-react'
import { decideNow, useApprovals } from '../../state/approvals.ts'
import { text } from '../../text.ts'
import styles from './sidebar.module.css'

/** How many requests wait for an answer; brings back the dialog that was set aside. */
export function Waiting() {
  const waiting = useApprovals(({ queue }) => queue.length)
  const problem = useApprovals(({ problem }) => problem)
  if (problem !== null) {
    return (
      <p role="alert" className={styles['waiting']} title={problem.message}>
        <Hand size={15} aria-hidden />
        <span>{text.shell.queueUnreadable}</span>
      </p>
    )
  }
  if (waiting === 0) return null
  return (
    <button type="button" className={styles['waiting']} onClick={decideNow}>
      <Hand size={15} aria-hidden />
      <span>{text.shell.waiting(waiting)}</span>
    </button>
  )
}
