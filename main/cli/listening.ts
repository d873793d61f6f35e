import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { BridgeLink } from './bridge-link.ts'
import { asMessage } from './forward.ts'
import { headersFor } from './headers.ts'
import { fieldsOf, isFields, messageOf, type Message, type RequestId } from './message.ts'
import { isEventStream, readAnswer } from './read-answer.ts'

const REOPEN_MS = 250
const ACKNOWLEDGED = 'notifications/subscriptions/acknowledged'

interface Listening {
  readonly link: BridgeLink
  readonly message: Message
  readonly id: RequestId
  readonly body: Buffer | string
  readonly signal: AbortSignal
  /** Waits for the app from the start, however long it takes. */
  readonly isPatient: boolean
  readonly onMessage: (line: string, method: string | undefined) => void
  /** The app has been away: what was told meanwhile is missed. */
  readonly onReopened: () => void
}

/**
 * Keeps a `subscriptions/listen` request open across restarts of the app, until it is cancelled or refused.
 *
 * @throws LinkError when the app is away from the start
 */
export async function keepListening(listening: Listening): Promise<void> {
  const { link, message, body, signal, isPatient } = listening
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const response = await link.post({
      body,
      headers: headersFor(message, {}),
      signal,
      mayRepeat: true,
      isPatient: isPatient || !isFirst,
    })
    const { statusCode = 0 } = response
    const isForNow = statusCode >= 500 || statusCode === 429
    if (isForNow && !isFirst) response.resume()
    else if (await follow(response, listening, isFirst)) return
    await wait(REOPEN_MS, undefined, { signal })
  }
}

/** @returns whether there is nothing more to listen for; false when the stream broke off or the app quits */
async function follow(response: IncomingMessage, listening: Listening, isFirst: boolean): Promise<boolean> {
  const { id, signal, onMessage, onReopened } = listening
  let isOver = false
  let hearsAnything = false
  const take = (text: string): void => {
    if (signal.aborted) return
    const line = asMessage(text, response, id)
    const fields = fieldsOf(line)
    const { method, params } = messageOf(fields) ?? { method: undefined, params: {} }
    if (method === ACKNOWLEDGED) {
      hearsAnything = isFields(params['notifications']) && Object.keys(params['notifications']).length > 0
      if (!isFirst) return onReopened()
    }
    const isQuitting = method === undefined && hearsAnything && fields['result'] !== undefined
    if (isQuitting) return
    isOver ||= method === undefined
    onMessage(line, method)
  }
  try {
    await readAnswer(response, take)
  } catch {
    return false
  }
  return isOver || !isEventStream(response)
}
