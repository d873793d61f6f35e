import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Problem } from '../hub.ts'
import { goTo, useNavigation } from '../state/navigation.ts'
import type { Place } from '../state/place.ts'
import { isOfVault } from '../state/vault.ts'
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

/** What went wrong, what to do, and where it helps a button that tries again or leads to the vault's settings. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  const leadsToSettings = useNavigation(({ place }) => isOfVault(problem) && hasSettings(place))
  const action = onRetry && <Button onClick={onRetry}>{text.ui.tryAgain}</Button>
  const settings = leadsToSettings && (
    <Button onClick={() => goTo({ screen: 'settings' })}>{text.settings.open}</Button>
  )
  return (
    <Notice
      tone="red"
      title={problem.message}
      role="alert"
      action={
        <>
          {settings}
          {action}
        </>
      }
    >
      <p>{problem.remedy}</p>
    </Notice>
  )
}

/** Not in the settings themselves, nor in the window that only asks. */
const hasSettings = ({ screen }: Place): boolean => screen !== 'settings' && screen !== 'approval'
