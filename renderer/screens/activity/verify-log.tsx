import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { RequestOutput } from '../../../preload/contract/requests.ts'
import { request, type Problem } from '../../hub.ts'
import { stopJob, useActivityJobs, watched } from '../../state/activity-jobs.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'
import styles from './activity.module.css'
import { remarksOn } from './verify-remarks.ts'

type Result = RequestOutput<'activity.verify'>

interface Verification {
  readonly run: () => void
  readonly busy: boolean
  readonly problem: Problem | null
  readonly result: Result | null
}

/** Recomputes the chain of hashes, which shows whether anybody changed the log. */
export function useVerification(): Verification {
  const [result, setResult] = useState<Result | null>(null)
  const { run, busy, problem } = useAction(async () => {
    setResult(null)
    setResult(await watched('verify', () => request('activity.verify', {})))
  })
  return { run: () => void run(), busy, problem, result }
}

export function VerifyButton({ run, busy }: Verification) {
  return (
    <Button icon={ShieldCheck} busy={busy} onClick={run}>
      {text.activity.verify}
    </Button>
  )
}

export function Verdict({ problem, result, busy }: Verification) {
  const progress = useActivityJobs(({ verify }) => verify)
  const isLong = busy && progress !== undefined
  if (problem === null && result === null && !isLong) return null
  return (
    <div className={styles['verdict']}>
      {problem && <ProblemNotice problem={problem} />}
      {isLong && (
        <Notice
          title={text.activity.verifying(progress.done, progress.total)}
          action={<Button onClick={() => stopJob('verify')}>{text.activity.stop}</Button>}
        />
      )}
      {result !== null && <Outcome result={result} />}
    </div>
  )
}

function Outcome({ result }: { readonly result: Result }) {
  const { rows, brokenAt, isCancelled, end } = result
  const words = text.activity
  if (brokenAt !== null) {
    return (
      <Notice tone="red" role="alert" title={words.broken(brokenAt)}>
        <p>{words.brokenBody}</p>
      </Notice>
    )
  }
  if (isCancelled) return <Notice role="status" title={words.stopped(rows)} />
  return (
    <Notice tone={end === 'unmarked' ? 'amber' : 'accent'} role="status" title={words.intact(rows)}>
      {remarksOn(result).map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  )
}
