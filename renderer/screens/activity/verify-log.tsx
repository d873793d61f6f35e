import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { RequestOutput } from '../../../preload/contract/requests.ts'
import { request, type Problem } from '../../hub.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'
import styles from './activity.module.css'

interface Verification {
  readonly run: () => void
  readonly busy: boolean
  readonly problem: Problem | null
  readonly result: RequestOutput<'activity.verify'> | null
}

/** Recomputes the chain of hashes, which shows whether anybody changed the log. */
export function useVerification(): Verification {
  const [result, setResult] = useState<RequestOutput<'activity.verify'> | null>(null)
  const { run, busy, problem } = useAction(async () => {
    setResult(null)
    setResult(await request('activity.verify', {}))
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

export function Verdict({ problem, result }: Verification) {
  if (problem === null && result === null) return null
  return (
    <div className={styles['verdict']}>
      {problem && <ProblemNotice problem={problem} />}
      {result?.brokenAt === null && (
        <Notice tone="accent" role="status" title={text.activity.intact(result.rows)} />
      )}
      {typeof result?.brokenAt === 'number' && (
        <Notice tone="red" role="alert" title={text.activity.broken(result.brokenAt)}>
          <p>{text.activity.brokenBody}</p>
        </Notice>
      )}
    </div>
  )
}
