import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Problem } from '../hub.ts'
import { text } from '../text.ts'
import type { Tone } from './badge.tsx'
import { Button } from './button.tsx'
import styles from './notice.module.css'

const ICONS = { neutral: Info, accent: CircleCheck, amber: TriangleAlert, red: CircleAlert }

interface NoticeProps {
  readonly tone?: Tone
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly role?: 'alert' | 'status'
}

export function Notice({ tone = 'neutral', title, children, action, role }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div className={styles['notice']} data-tone={tone} role={role}>
      <Icon size={16} aria-hidden />
      <div className={styles['words']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
      {action}
    </div>
  )
}

interface ProblemNoticeProps {
  readonly problem: Problem
  readonly onRetry?: () => void
}

/** What went wrong, what to do, and where it helps a button that tries again. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  const action = onRetry && <Button onClick={onRetry}>{text.ui.tryAgain}</Button>
  return (
    <Notice tone="red" title={problem.message} role="alert" action={action}>
      <p>{problem.remedy}</p>
    </Notice>
  )
}
