import type { WindowHub } from '../preload/contract/bridge.ts'
import type { ErrorBody } from '../preload/contract/errors.ts'
import type { RequestInput, RequestOutput, Route } from '../preload/contract/requests.ts'
import { noticeSlow } from './state/slow.ts'
import { text } from './text.ts'

declare global {
  interface Window {
    readonly hub: WindowHub
  }
}

/** What went wrong and what to do about it: all that a screen needs to show. */
export type Problem = Pick<ErrorBody, 'message' | 'remedy'> & Partial<Pick<ErrorBody, 'code' | 'details'>>

/** A request that the main process answered with an error. */
class RequestFailed extends Error {
  override readonly name = 'RequestFailed'

  constructor(readonly body: ErrorBody) {
    super(body.message)
  }
}

/**
 * Asks the main process.
 * @throws RequestFailed when the answer is an error
 */
export async function request<R extends Route>(route: R, input: RequestInput<R>): Promise<RequestOutput<R>> {
  const reply = await noticeSlow(window.hub.request(route, input))
  if (!reply.ok) throw new RequestFailed(reply.error)
  return reply.value
}

/** Turns whatever was thrown into something a person can read. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof RequestFailed) return asRead(thrown.body)
  return { message: text.ui.noAnswer, remedy: text.remedies.INTERNAL }
}

/** What to do, in the window's language; main tells it in that of the apps. */
export function asRead<P extends Pick<ErrorBody, 'code' | 'remedy'>>(problem: P): P {
  return { ...problem, remedy: text.remedies[problem.code] }
}
