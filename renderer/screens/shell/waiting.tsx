import { Hand } from 'lucide-react'
import { useApprovals } from '../../state/approvals.ts'
import { answerNow, useWaitingCount } from '../../state/waiting.ts'
import { text } from '../../text.ts'
import styles from './sidebar.module.css'

/** How many apps' calls and new programs wait for an answer; brings back the dialogs that were set aside. */
export function Waiting() {
  const waiting = useWaitingCount()
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
    <button type="button" className={styles['waiting']} onClick={answerNow}>
      <Hand size={15} aria-hidden />
      <span>{text.shell.waiting(waiting)}</span>
    </button>
  )
}
