import { useEffect, useMemo, useState } from 'react'
import type { ActivityLine } from '../../../preload/contract/activity.ts'
import type { RequestOutput } from '../../../preload/contract/requests.ts'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { request, toProblem, type Problem } from '../../hub.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CallFacts } from './call-facts.tsx'
import { CallLines } from './call-lines.tsx'
import styles from './details.module.css'
import { ownEventOf } from './own-activity.ts'
import { ValueTree } from './value-tree.tsx'

/** Everything the log holds about one call. */
export function CallBody({ entry }: { readonly entry: ActivityEntry }) {
  const { call, problem, load } = useCall(entry)
  const [copied, setCopied] = useState(false)
  const { callId } = entry
  const copy = async (): Promise<void> => setCopied(await attempt(() => request('activity.copy', { callId })))
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={load} />
  if (call === null) return <Skeleton rows={4} />
  const last = endOf(call.lines)
  const values = ownEventOf(entry) === undefined ? text.activity.arguments : text.activity.particulars
  return (
    <>
      <CallFacts entry={entry} last={last} />
      <section className={styles['part']} aria-label={values}>
        <h3>{values}</h3>
        <ValueTree recorded={last?.details ?? ''} />
      </section>
      <section className={styles['part']} aria-label={text.activity.lines}>
        <h3>{text.activity.lines}</h3>
        <CallLines entry={entry} lines={call.lines} isCut={call.isCut} />
      </section>
      <Button onClick={() => void copy()}>{copied ? text.ui.copied : text.activity.copyJson}</Button>
    </>
  )
}

/** The line that stands for the call; notes do not. */
const endOf = (lines: readonly ActivityLine[]): ActivityLine | undefined =>
  lines.findLast(({ outcome }) => outcome !== 'note') ?? lines.at(-1)

/** Reads the call, and reads it again when it has another last line. */
function useCall({ callId, seq }: ActivityEntry) {
  const [call, setCall] = useState<RequestOutput<'activity.get'> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [round, setRound] = useState(0)
  // Another last line is another answer to the same question.
  const question = useMemo(() => ({ callId, round, seq }), [callId, round, seq])
  useEffect(() => {
    let isOver = false
    request('activity.get', { callId: question.callId }).then(
      (value) => {
        if (isOver) return
        setCall(value)
        setProblem(null)
      },
      (thrown: unknown) => {
        if (!isOver) setProblem(toProblem(thrown))
      },
    )
    return () => {
      isOver = true
    }
  }, [question])
  return { call, problem, load: () => setRound(round + 1) }
}
