import { useEffect } from 'react'
import { useActivityChart } from '../../state/activity-chart.ts'
import { text } from '../../text.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BarTable } from './bar-table.tsx'
import styles from './chart.module.css'
import { DayChart } from './day-chart.tsx'

/** The last 30 days in numbers. */
export function ActivityOverview() {
  const { value, problem, load } = useActivityChart()
  useEffect(() => void useActivityChart.getState().load(), [])
  const words = text.activity
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={() => void load()} />
  if (value === null) return <Skeleton rows={6} />
  if (value.outcomes.length === 0) return <p className={styles['none']}>{words.chart.none}</p>
  return (
    <div className={styles['overview']}>
      <DayChart days={value.days} />
      <BarTable
        title={words.chart.apps}
        rows={value.apps.map(({ id, name, calls }) => ({ id, name, calls }))}
      />
      <BarTable
        title={words.chart.outcomes}
        rows={value.outcomes.map(({ outcome, calls }) => ({
          id: outcome,
          name: words.outcomes[outcome],
          calls,
        }))}
      />
    </div>
  )
}
