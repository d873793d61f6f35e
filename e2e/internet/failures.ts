import { setTimeout as wait } from 'node:timers/promises'
import type { AnswerHeaders, SimulatedAnswer, SimulatedRequest } from './exchange.ts'

/**
 * A failure to come. With `status` the site answers that instead of its own answer; with `delayMs`
 * it waits first, and with `delayMs: Infinity` it never answers. `path` (a prefix) and `method`
 * choose the requests; `times` is 1 unless told.
 */
export type Failure = {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: AnswerHeaders
  readonly delayMs?: number
  /** The whole answer, where it depends on the request: a service that repeats what it was sent. */
  readonly answer?: (request: SimulatedRequest) => SimulatedAnswer
  readonly times?: number
  readonly path?: string
  readonly method?: string
}

type Failures = {
  add(failure: Failure): void
  clear(): void
  /** The answer to give in place of the site's own, after any delay; undefined for none. */
  take(request: SimulatedRequest): Promise<SimulatedAnswer | undefined>
}

/** A queue of failures, each used as often as it says, oldest first. */
export const createFailures = (): Failures => {
  const waiting: { failure: Failure; left: number }[] = []

  const next = (request: SimulatedRequest): Failure | undefined => {
    const index = waiting.findIndex(({ failure }) => concerns(failure, request))
    const entry = waiting[index]
    if (!entry) return undefined
    entry.left -= 1
    if (entry.left <= 0) waiting.splice(index, 1)
    return entry.failure
  }

  return {
    add: (failure) => void waiting.push({ failure, left: failure.times ?? 1 }),
    clear: () => void waiting.splice(0),
    async take(request) {
      const failure = next(request)
      if (!failure) return undefined
      if (failure.delayMs === Infinity) return new Promise(() => {})
      if (failure.delayMs) await wait(failure.delayMs)
      if (failure.answer) return failure.answer(request)
      return failure.status === undefined ? undefined : toAnswer(failure, failure.status)
    },
  }
}

const concerns = (failure: Failure, request: SimulatedRequest): boolean =>
  request.url.pathname.startsWith(failure.path ?? '/') &&
  (failure.method === undefined || failure.method === request.method)

const toAnswer = ({ body = '', headers }: Failure, status: number): SimulatedAnswer =>
  typeof body === 'string'
    ? { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
    : { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
