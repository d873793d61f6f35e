import { Notification, type NotificationConstructorOptions } from 'electron'
import type { NativeWords } from '../../preload/messages/native.ts'
import type { QuestionNotice } from '../approvals/question-notice.ts'
import type { NoticeAnswer } from '../ipc/question-notices.ts'

type Words = NativeWords['notice']

interface EndedAccount {
  readonly integrationName: string
  readonly accountName: string
}

/** Tells the person that an account has to be reconnected. */
export function notifyEnded(words: Words, account: EndedAccount, open: () => void): void {
  const { integrationName, accountName } = account
  show({ title: words.ended(integrationName), body: words.endedBody(accountName) }, open)
}

/** Tells, the first time the window is closed, that the apps go on being served. */
export function notifyStillRunning(words: Words, open: () => void): void {
  show({ title: words.stillRunning, body: words.stillRunningBody }, open)
}

/** Tells that the passphrase is waited for. @returns takes it away again */
export function notifyLocked(words: Words, open: () => void): () => void {
  const notification = show({ title: words.locked, body: words.lockedBody }, open)
  return () => notification?.close()
}

/** Whether the system's notifications have buttons: macOS; elsewhere a press opens the question. */
export function canAnswerNotifications(): boolean {
  return Notification.isSupported() && process.platform === 'darwin'
}

/** In the order of the buttons. */
const ANSWERS = [
  { kind: 'allow_once', text: 'allowOnce' },
  { kind: 'deny', text: 'deny' },
] as const

/**
 * Tells the person that a question waits, where the system can show it; with answers, when it may be answered there.
 *
 * @returns takes it away again
 */
export function notifyQuestion(
  words: Words,
  { title, body, answers }: QuestionNotice,
  open: () => void,
  onAnswer: (answer: NoticeAnswer) => void,
): () => void {
  const actions =
    answers === null ? [] : ANSWERS.map(({ text }) => ({ type: 'button', text: words[text] }) as const)
  const notification = show({ title, body, actions }, open)
  notification?.on('action', (_, index) => {
    const pressed = ANSWERS[index]
    if (pressed !== undefined) onAnswer(pressed.kind)
  })
  return () => notification?.close()
}

function show(
  words: Pick<NotificationConstructorOptions, 'title' | 'body' | 'actions'>,
  open: () => void,
): Notification | undefined {
  if (!Notification.isSupported()) return undefined
  const notification = new Notification({ ...words, silent: false })
  notification.on('click', open)
  notification.show()
  return notification
}
