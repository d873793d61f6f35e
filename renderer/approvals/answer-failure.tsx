import { titleOfFailure, useApprovals } from '../state/approvals.ts'
import { Notice } from '../ui/notice.tsx'

/** Why the last answer had no effect, until the next one. */
export function AnswerFailure() {
  const failure = useApprovals(({ failure }) => failure)
  if (failure === null) return null
  return (
    <Notice tone="red" role="alert" title={titleOfFailure(failure)}>
      <p>{failure.message}</p>
    </Notice>
  )
}
