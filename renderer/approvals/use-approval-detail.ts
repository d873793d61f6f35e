import { useEffect, useState } from 'react'
import type { ApprovalDetail } from '../../preload/contract/approval-detail.ts'
import { request } from '../hub.ts'
import { useAction } from '../state/use-action.ts'
import type { Problem } from '../hub.ts'

interface Detail {
  readonly detail: ApprovalDetail | null
  readonly problem: Problem | null
  readonly retry: () => void
}

/** What a question holds beyond what is shown at first; read when it is needed. */
export function useApprovalDetail(approvalId: string): Detail {
  const [detail, setDetail] = useState<ApprovalDetail | null>(null)
  const { run, problem } = useAction(async () => setDetail(await request('approvals.get', { approvalId })))
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each question
  useEffect(() => void run(), [approvalId])
  return { detail, problem, retry: () => void run() }
}
