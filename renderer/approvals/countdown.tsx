import { Clock } from 'lucide-react'
import { useEffect } from 'react'
import { secondsLeft } from '../state/approval-queue.ts'
import { loadApprovals } from '../state/approvals.ts'
import { text } from '../text.ts'
import { formatCountdown } from '../ui/time.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './question.module.css'

const URGENT_SECONDS = 60

interface CountdownProps {
  readonly expiresAt: string
  readonly onLapse: () => void
}

/** Time left to answer. It is silent to screen readers, which would read every second. */
export function Countdown({ expiresAt, onLapse }: CountdownProps) {
  const left = secondsLeft(expiresAt, useNow(1000))
  const lapsed = left === 0
  useEffect(() => {
    if (!lapsed) return
    onLapse()
    void loadApprovals()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the time is up
  }, [lapsed])
  return (
    <span className={styles['countdown']} data-urgent={left <= URGENT_SECONDS} role="timer" aria-live="off">
      <Clock size={13} aria-hidden />
      {lapsed ? text.approval.expired : text.approval.expires(formatCountdown(left))}
    </span>
  )
}
