import { useEffect } from 'react'
import { loadActivity, useActivity } from '../../state/activity.ts'
import { text } from '../../text.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ActivityFilters } from './activity-filters.tsx'
import { ActivityList } from './activity-list.tsx'
import { ActivityOverview } from './activity-overview.tsx'
import styles from './activity.module.css'
import { ExportButton } from './export-dialog.tsx'
import { useVerification, Verdict, VerifyButton } from './verify-log.tsx'

/** The log of every call: one by one, newest first, or in numbers. */
export function ActivityScreen() {
  const verification = useVerification()
  const words = text.activity
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <div className={styles['actions']}>
          <ExportButton />
          <VerifyButton {...verification} />
        </div>
      }
      wide
    >
      <Verdict {...verification} />
      <Tabs
        label={words.views}
        tabs={[
          { id: 'calls', label: words.calls, content: <Calls /> },
          { id: 'overview', label: words.overview, content: <ActivityOverview /> },
        ]}
      />
    </Page>
  )
}

function Calls() {
  const { total, problem, filter } = useActivity()
  useEffect(() => void loadActivity(useActivity.getState().filter), [])
  return (
    <>
      <ActivityFilters />
      {problem && <ProblemNotice problem={problem} onRetry={() => void loadActivity(filter)} />}
      {total === null ? problem === null && <Skeleton rows={8} /> : <ActivityList total={total} />}
    </>
  )
}
