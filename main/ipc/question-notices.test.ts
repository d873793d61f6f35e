import { expect, it, vi } from 'vitest'
import { nativeWords } from '../../preload/messages/native.ts'
import type { QuestionNotice } from '../approvals/question-notice.ts'
import { createConnectedHub } from '../testing/test-hub.ts'
import { createQuestionNotices, type NoticeAnswer } from './question-notices.ts'

async function noticing() {
  const test = await createConnectedHub()
  const app = await test.pair()
  const shown: { notice: QuestionNotice; press: (answer: NoticeAnswer) => void; isOpen: boolean }[] = []
  const notices = createQuestionNotices({
    router: test.hub.router,
    canAnswer: true,
    words: () => nativeWords('en').notice,
    notify(notice, press) {
      const entry = { notice, press, isOpen: true }
      shown.push(entry)
      return () => void (entry.isOpen = false)
    },
  })
  const call = app.call('notes_create_note', { title: 'Milk' })
  await test.questions()
  return { test, app, call, notices, shown }
}

it('a yes in the notification runs the call, once, however often it is pressed', async () => {
  const { test, call, notices, shown } = await noticing()
  await notices.changed(1, false)
  shown[0]?.press('allow_once')
  shown[0]?.press('allow_once')
  expect((await call).status).toBe(200)
  expect(test.apiRequests()).toEqual(['POST /notes'])
  await notices.changed(0, false)
  expect(shown.map(({ isOpen }) => isOpen)).toEqual([false])
})

it('a no in the notification denies it', async () => {
  const { test, call, notices, shown } = await noticing()
  await notices.changed(1, false)
  shown[0]?.press('deny')
  expect((await call).body.error?.code).toBe('APPROVAL_DENIED')
  expect(test.apiRequests()).toEqual([])
})

it('a notification goes when its question is answered in the window, and answers nothing any more', async () => {
  const { test, app, call, notices, shown } = await noticing()
  await notices.changed(1, false)
  const other = app.call('notes_create_note', { title: 'Bread' })
  await test.questions(2)
  await notices.changed(2, true)
  const [first] = await test.ask('approvals.list', {})
  await test.ask('approvals.decide', { approvalId: first?.id ?? '', decision: { kind: 'deny' } })
  await notices.changed(1, true)
  expect(shown.map(({ isOpen }) => isOpen)).toEqual([false])
  shown[0]?.press('allow_once')
  await test.decide({ kind: 'deny' })
  await Promise.all([call, other])
  expect(test.apiRequests()).toEqual([])
})

it('nobody is notified of what they are looking at, or of a question that has gone', async () => {
  const { test, call, notices, shown } = await noticing()
  await notices.changed(1, true)
  await test.decide({ kind: 'deny' })
  await call
  await notices.changed(0, false)
  await vi.waitFor(() => expect(test.hub.waitingApprovals()).toBe(0))
  expect(shown).toEqual([])
})
