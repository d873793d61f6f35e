import { problemsFrom } from '../../schema-form/problems-from.ts'
import { text } from '../../text.ts'
import { InertBlock } from '../../ui/inert-text.tsx'
import { Notice, ProblemNotice } from '../../ui/notice.tsx'
import styles from './try-it.module.css'
import type { Trying } from './use-try.ts'

/** What came of the call: its answer as inert text, why there is none, or that a question is still open. */
export function TryAnswer({ busy, problem, answer }: Trying) {
  const words = text.tryIt
  if (busy) {
    return (
      <p role="status" className={styles['soft']}>
        {words.running}
      </p>
    )
  }
  // What is wrong with a field stands there.
  if (problem) return problemsFrom(problem).length > 0 ? null : <ProblemNotice problem={problem} />
  if (answer === null) return null
  if (answer.kind === 'pending') {
    return (
      <Notice role="status" title={words.pending}>
        <p>{words.pendingBody}</p>
      </Notice>
    )
  }
  return (
    <section aria-label={words.result} className={styles['answer']}>
      <p role="status" className={styles['soft']}>
        {words.done(Math.round(answer.durationMs))}
      </p>
      <InertBlock label={words.result} value={JSON.stringify(answer.data, null, 2) ?? ''} />
    </section>
  )
}
