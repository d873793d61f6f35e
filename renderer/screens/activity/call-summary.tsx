import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { useCatalog } from '../../state/catalog.ts'
import { Status, type Tone } from '../../ui/badge.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { MaskIcon } from '../../ui/mask-icon.tsx'
import { formatClock, formatDate, formatDuration } from '../../ui/time.ts'
import styles from './activity-list.module.css'
import { outcomeOf, ownEventOf } from './own-activity.ts'

export const TONES: Readonly<Record<ActivityEntry['outcome'], Tone>> = {
  started: 'neutral',
  succeeded: 'accent',
  failed: 'red',
  denied: 'amber',
  expired: 'amber',
  withdrawn: 'neutral',
  refused: 'red',
  unknown: 'red',
}

interface CallSummaryProps {
  readonly entry: ActivityEntry
  /** What each part is where it stands: a cell of a grid, or nothing of its own. */
  readonly role?: 'gridcell'
}

/** One call in one line. */
export function CallSummary({ entry, role }: CallSummaryProps) {
  const icon = useCatalog(({ value }) => value?.find(({ id }) => id === entry.integrationId)?.icon)
  const event = ownEventOf(entry)
  return (
    <span className={styles['row']} role={role && 'presentation'}>
      <time role={role} dateTime={entry.at}>
        <span>{formatClock(entry.at)}</span>
        <small>{formatDate(entry.at)}</small>
      </time>
      {icon === undefined ? <span className={styles['noIcon']} /> : <MaskIcon file={icon} size="small" />}
      <span role={role} className={styles['what']}>
        {event === undefined ? <code>{entry.tool}</code> : <strong>{event}</strong>}
        <span>
          <InertText lines="one">
            {[entry.appName, entry.accountName].filter((name) => name !== '').join(' · ')}
          </InertText>
        </span>
      </span>
      <span role={role} className={styles['outcome']}>
        <Status tone={TONES[entry.outcome]}>{outcomeOf(entry)}</Status>
      </span>
      <span role={role} className={styles['took']}>
        {entry.durationMs !== null && formatDuration(entry.durationMs)}
      </span>
    </span>
  )
}
