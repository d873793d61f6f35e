import { rowAt } from '../../state/activity-pages.ts'
import { useActivity } from '../../state/activity.ts'
import { text } from '../../text.ts'
import styles from './activity-list.module.css'
import { CallSummary } from './call-summary.tsx'

/** The call at a place of the list, or its place while it is read. */
export function ActivityRow({ index }: { readonly index: number }) {
  const entry = useActivity(({ pages }) => rowAt(pages, index))
  if (entry !== undefined) return <CallSummary entry={entry} role="gridcell" />
  return (
    <div role="gridcell" aria-colspan={4} className={styles['placeholder']}>
      <span className="visually-hidden">{text.activity.loadingRow}</span>
    </div>
  )
}
