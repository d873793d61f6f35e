import { ScrollText } from 'lucide-react'
import { useMemo } from 'react'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { foldCalls, groupByDay } from '../../state/activity-rows.ts'
import { clearActivityFilter, loadMoreActivity, useActivity } from '../../state/activity.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDate } from '../../ui/time.ts'
import { ActivityRow } from './activity-row.tsx'
import styles from './activity.module.css'

const DAY_MS = 86_400_000

export function ActivityList({ rows }: { readonly rows: readonly ActivityEntry[] }) {
  const { next, loading } = useActivity()
  const days = useMemo(() => groupByDay(foldCalls(rows)), [rows])
  if (rows.length === 0) return <NoRows />
  return (
    <>
      {[...days].map(([day, calls]) => (
        <section key={day} className={styles['day']}>
          <h2>{nameOf(day)}</h2>
          <ul className={styles['rows']} aria-label={text.activity.list}>
            {calls.map((call) => (
              <ActivityRow key={call.entry.seq} call={call} />
            ))}
          </ul>
        </section>
      ))}
      {next !== null && (
        <div className={styles['more']}>
          <Button busy={loading} onClick={() => void loadMoreActivity()}>
            {text.activity.more}
          </Button>
        </div>
      )}
    </>
  )
}

function nameOf(day: string): string {
  if (day === new Date().toDateString()) return text.activity.today
  if (day === new Date(Date.now() - DAY_MS).toDateString()) return text.activity.yesterday
  return formatDate(day)
}

function NoRows() {
  const filtered = useActivity(({ filter }) => Object.keys(filter).length > 0)
  if (!filtered) {
    return (
      <EmptyState icon={ScrollText} title={text.activity.empty}>
        {text.activity.emptyBody}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={ScrollText}
      title={text.activity.noMatch}
      action={<Button onClick={() => void clearActivityFilter()}>{text.activity.clear}</Button>}
    >
      {text.activity.noMatchBody}
    </EmptyState>
  )
}
