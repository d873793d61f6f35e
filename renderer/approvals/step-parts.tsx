import { useEffect, useRef, type ReactNode } from 'react'
import type { ApprovalDetail } from '../../preload/contract/approval-detail.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import question from './question.module.css'
import styles from './steps.module.css'
import { useApprovalDetail } from './use-approval-detail.ts'

/** Names the step, and takes the focus when it is gone to. */
export function StepTitle({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 ref={heading} tabIndex={-1} className={styles['step']}>
      {children}
    </h3>
  )
}

interface StepFooterProps {
  readonly onBack: () => void
  readonly children?: ReactNode
}

/** The way back to the question, and the step's own answers. */
export function StepFooter({ onBack, children }: StepFooterProps) {
  return (
    <footer className={styles['steps']}>
      <Button onClick={onBack}>{text.approval.back}</Button>
      {children}
    </footer>
  )
}

interface DetailStepProps {
  readonly approvalId: string
  readonly onBack: () => void
  readonly children: (detail: ApprovalDetail) => ReactNode
}

/** A step over what a question holds beyond its first sight: the way back stays while that is read, or cannot be. */
export function DetailStep({ approvalId, onBack, children }: DetailStepProps) {
  const { detail, problem, retry } = useApprovalDetail(approvalId)
  if (detail !== null) return children(detail)
  return (
    <>
      <div className={question['body']}>
        {problem ? <ProblemNotice problem={problem} onRetry={retry} /> : <Skeleton rows={4} />}
      </div>
      <StepFooter onBack={onBack} />
    </>
  )
}
