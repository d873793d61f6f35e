import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { entryOf } from '../../state/activity-pages.ts'
import { useActivity } from '../../state/activity.ts'
import { text } from '../../text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { CallBody } from './call-body.tsx'
import styles from './details.module.css'

interface ActivityDetailsProps {
  /** The call as it was when it was opened. */
  readonly opened: ActivityEntry
  readonly onClose: () => void
}

/** One call, beside the list; follows it while it runs. */
export function ActivityDetails({ opened, onClose }: ActivityDetailsProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const entry = useActivity(({ pages }) => entryOf(pages, opened.callId)) ?? opened
  useEffect(() => heading.current?.focus(), [])
  return (
    <aside
      className={styles['panel']}
      aria-label={text.activity.details}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {text.activity.details}
        </h2>
        <IconButton label={text.activity.close} icon={X} onClick={onClose} />
      </header>
      <CallBody entry={entry} />
    </aside>
  )
}
