import { Hand } from 'lucide-react'
import { useEffect } from 'react'
import { useApprovals } from '../../state/approvals.ts'
import { useAnswered } from '../../state/inbox.ts'
import { goTo } from '../../state/navigation.ts'
import { usePairings } from '../../state/pairings.ts'
import { useWaitingCount } from '../../state/waiting.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Row, Rows } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CallList } from '../activity/call-list.tsx'
import styles from './inbox.module.css'
import { PairingLine } from './pairing-line.tsx'
import { WaitingLine } from './waiting-line.tsx'

/** What waits for the person, also what they have set aside, and what they have answered. */
export function InboxScreen() {
  return (
    <Page title={text.inbox.title} lead={text.inbox.lead}>
      <WaitingList />
      <Section title={text.inbox.answered}>
        <Answered />
      </Section>
    </Page>
  )
}

function WaitingList() {
  const queue = useApprovals(({ queue }) => queue)
  const programs = usePairings(({ queue }) => queue)
  if (useWaitingCount() === 0) {
    return (
      <EmptyState icon={Hand} title={text.inbox.nothing}>
        {text.inbox.nothingBody}
      </EmptyState>
    )
  }
  return (
    <Section title={text.inbox.waiting}>
      <Rows label={text.inbox.waiting}>
        {queue.map((approval) => (
          <Row key={approval.id}>
            <WaitingLine approval={approval} />
          </Row>
        ))}
        {programs.map((pairing) => (
          <Row key={pairing.id}>
            <PairingLine pairing={pairing} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function Answered() {
  const { value: calls, problem, load } = useAnswered()
  useEffect(() => void useAnswered.getState().load(), [])
  if (problem && calls === null) return <ProblemNotice problem={problem} onRetry={() => void load()} />
  if (calls === null) return <Skeleton rows={3} />
  if (calls.length === 0) return <p className={styles['faint']}>{text.inbox.answeredEmpty}</p>
  return (
    <>
      <CallList label={text.inbox.answered} calls={calls} />
      <Button tone="quiet" size="small" onClick={() => goTo({ screen: 'activity' })}>
        {text.inbox.all}
      </Button>
    </>
  )
}
