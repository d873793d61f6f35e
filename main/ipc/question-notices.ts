import type { Approval } from '../../preload/contract/shapes.ts'
import type { NativeWords } from '../../preload/messages/native.ts'
import { questionNotice, type QuestionNotice } from '../approvals/question-notice.ts'
import type { Router } from './router.ts'

/** What a person pressed in a notification. */
export type NoticeAnswer = 'allow_once' | 'deny'

interface NoticeDependencies {
  /** The notification's answers go the way of the window's. */
  readonly router: Router
  readonly canAnswer: boolean
  /** In the language of that moment. */
  readonly words: () => NativeWords['notice']
  /** Shows it. @returns takes it away again */
  readonly notify: (notice: QuestionNotice, onAnswer: (answer: NoticeAnswer) => void) => () => void
}

/** Notifications of open questions, while no window of Gatehouse has the focus. */
export interface QuestionNotices {
  /** To be called when questions have come or gone. @param isSeen whether the person is looking at them */
  changed(waiting: number, isSeen: boolean): Promise<void>
}

export function createQuestionNotices(dependencies: NoticeDependencies): QuestionNotices {
  const { router, canAnswer, words, notify } = dependencies
  let before = 0
  let shown: { readonly answers: string | null; readonly close: () => void } | undefined
  const close = (): void => {
    shown?.close()
    shown = undefined
  }
  return {
    async changed(waiting, isSeen) {
      const isMore = waiting > before
      before = waiting
      const open = await openQuestions(router)
      // What was answered elsewhere cannot be answered here any more.
      if (waiting === 0 || (shown?.answers && !open.some(({ id }) => id === shown?.answers))) close()
      if (!isMore || isSeen || waiting !== before) return
      close()
      const notice = questionNotice(waiting, open, canAnswer, words())
      const answer = (kind: NoticeAnswer): void => {
        if (notice.answers !== null) {
          void router('approvals.decide', { approvalId: notice.answers, decision: { kind } })
        }
      }
      shown = { answers: notice.answers, close: notify(notice, answer) }
    },
  }
}

async function openQuestions(router: Router): Promise<readonly Approval[]> {
  const reply = await router('approvals.list', {})
  // Sound: the answer is that of the route above.
  return reply.ok ? (reply.value as readonly Approval[]) : []
}
