import { useEffect } from 'react'
import { loadActivity, useActivity } from '../../state/activity.ts'
import { text } from '../../text.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ActivityFilters } from './activity-filters.tsx'
import { ActivityList } from './activity-list.tsx'
import { useVerification, Verdict, VerifyButton } from './verify-log.tsx'

/** The log of every call, newest first. */
export function ActivityScreen() {
  const { rows, problem, filter } = useActivity()
  const verification = useVerification()
  useEffect(() => void loadActivity(useActivity.getState().filter), [])
  return (
    <Page
      title={text.activity.title}
      lead={text.activity.lead}
      actions={<VerifyButton {...verification} />}
      wide
    >
      <Verdict {...verification} />
      <ActivityFilters />
      {problem && <ProblemNotice problem={problem} onRetry={() => void loadActivity(filter)} />}
      {rows === null ? problem === null && <Skeleton rows={8} /> : <ActivityList rows={rows} />}
    </Page>
  )
}
