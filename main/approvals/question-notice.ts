import type { Approval } from '../../preload/contract/shapes.ts'
import type { NativeWords } from '../../preload/messages/native.ts'

/** A question in the system's notification. */
export interface QuestionNotice {
  readonly title: string
  readonly body: string
  /** The question that may be answered right there; null when it has to be opened. */
  readonly answers: string | null
}

const LONGEST = 220
/** Invisible, turning their neighbours round, or markup for some systems' notifications. */
const UNSAFE = /(?! )[\p{C}\p{Z}<>&]/u

/**
 * What a notification says of open questions. One that is whole in it may be answered there: all of its arguments fit
 * and read as they are, and it destroys nothing. Whatever else only says that something waits, and nothing of it.
 *
 * @param waiting how many wait in all; some are no calls
 * @param canAnswer whether the system's notifications have buttons
 */
export function questionNotice(
  waiting: number,
  approvals: readonly Approval[],
  canAnswer: boolean,
  words: NativeWords['notice'],
): QuestionNotice {
  const [only] = approvals
  if (canAnswer && waiting === 1 && approvals.length === 1 && only !== undefined) {
    const body = wholeQuestion(only)
    if (body !== null) return { title: words.question(only.appName), body, answers: only.id }
  }
  return { title: 'Gatehouse', body: words.waiting(waiting), answers: null }
}

function wholeQuestion(approval: Approval): string | null {
  const { appName, integrationName, accountName, summary, fields, effect, isEditable } = approval
  if (effect === 'destructive' || !isEditable) return null
  const lines = [
    summary,
    ...fields.map(({ path, text }) => `${path}: ${text}`),
    [integrationName, accountName].filter((part) => part !== '').join(', '),
  ]
  const isSafe = [appName, ...lines].every((line) => !UNSAFE.test(line))
  const body = lines.join('\n')
  return isSafe && appName.length <= 40 && body.length <= LONGEST ? body : null
}
