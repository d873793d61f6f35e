import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import type { ActivityCall } from '../../state/activity-rows.ts'
import { useCatalog } from '../../state/catalog.ts'
import { text } from '../../text.ts'
import { Status, type Tone } from '../../ui/badge.tsx'
import { MaskIcon } from '../../ui/mask-icon.tsx'
import { formatClock, formatDuration } from '../../ui/time.ts'
import { ActivityDetails } from './activity-details.tsx'
import styles from './activity.module.css'

const TONES: Readonly<Record<ActivityEntry['outcome'], Tone>> = {
  started: 'neutral',
  succeeded: 'accent',
  failed: 'red',
  denied: 'amber',
  expired: 'amber',
  withdrawn: 'neutral',
  refused: 'red',
  unknown: 'red',
}

/** One call in one line; pressing it shows the rest. */
export function ActivityRow({ call }: { readonly call: ActivityCall }) {
  const [open, setOpen] = useState(false)
  const detailsId = useId()
  const { entry } = call
  const icon = useCatalog(({ value }) => value?.find(({ id }) => id === entry.integrationId)?.icon)
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={open}
        aria-controls={detailsId}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden />
        <time dateTime={entry.at}>{formatClock(entry.at)}</time>
        {icon === undefined ? <span className={styles['noIcon']} /> : <MaskIcon file={icon} size="small" />}
        <span className={styles['what']}>
          <code>{entry.tool}</code>
          <bdi>{[entry.appName, entry.accountName].filter(Boolean).join(' · ')}</bdi>
        </span>
        <span className={styles['outcome']}>
          <Status tone={TONES[entry.outcome]}>{text.activity.outcomes[entry.outcome]}</Status>
        </span>
        <span className={styles['took']}>
          {entry.durationMs !== null && formatDuration(entry.durationMs)}
        </span>
      </button>
      {open && <ActivityDetails id={detailsId} call={call} />}
    </li>
  )
}
