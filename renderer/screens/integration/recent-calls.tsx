import { useEffect } from 'react'
import { loadRecentCalls, showAllCalls, useRecentCalls } from '../../state/recent-calls.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CallList } from '../activity/call-list.tsx'
import styles from './try-it.module.css'

/** What apps, and the person themselves, have last done with this integration. */
export function RecentCalls({ integrationId }: { readonly integrationId: string }) {
  const { calls, problem } = useRecentCalls()
  useEffect(() => void loadRecentCalls(integrationId), [integrationId])
  return (
    <Section title={text.tryIt.recent}>
      {problem && <ProblemNotice problem={problem} onRetry={() => void loadRecentCalls(integrationId)} />}
      {calls === null && problem === null && <Skeleton rows={2} />}
      {calls?.length === 0 && <p className={styles['soft']}>{text.tryIt.recentEmpty}</p>}
      {calls !== null && calls.length > 0 && (
        <>
          <CallList label={text.tryIt.recent} calls={calls} />
          <Button tone="quiet" size="small" onClick={() => showAllCalls(integrationId)}>
            {text.tryIt.recentAll}
          </Button>
        </>
      )}
    </Section>
  )
}
