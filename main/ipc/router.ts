import { HubError } from '../../preload/contract/errors.ts'
import type { Reply } from '../../preload/contract/bridge.ts'
import { requests, type Route } from '../../preload/contract/requests.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { z } from 'zod'
import type { FaultLog } from '../faults/fault-log.ts'
import { issueSentence } from '../tools/issue-sentence.ts'

type ParsedInput<R extends Route> = z.output<(typeof requests)[R]['input']>
type Output<R extends Route> = z.output<(typeof requests)[R]['output']>

/** One handler a route; a missing one does not compile. */
export type Handlers = {
  readonly [R in Route]: (input: ParsedInput<R>) => Output<R> | Promise<Output<R>>
}

export type Router = (route: unknown, input: unknown) => Promise<Reply<Route>>

/**
 * Checks what the window asks, runs the handler, and turns errors into values.
 *
 * @param say in the person's language
 */
export function createRouter(
  handlers: Handlers,
  faults: FaultLog,
  say: (sentence: Sentence) => string,
): Router {
  return async (route, input) => {
    try {
      if (!isRoute(route)) throw new HubError('RESOURCE_NOT_FOUND', sentences.request.noRoute)
      const parsed = requests[route].input.safeParse(input)
      if (!parsed.success) throw new HubError('INVALID_PARAMS', firstIssue(parsed.error))
      // Sound: input and handler are those of one and the same route.
      const handler = handlers[route] as (input: unknown) => Output<Route> | Promise<Output<Route>>
      return { ok: true, value: await handler(parsed.data) }
    } catch (error) {
      const known = error instanceof HubError ? error : new HubError('INTERNAL', sentences.request.failed)
      if (known !== error) faults.note(String(route), error)
      return { ok: false, error: known.toBody(say) }
    }
  }
}

function isRoute(route: unknown): route is Route {
  return typeof route === 'string' && Object.hasOwn(requests, route)
}

function firstIssue(error: z.ZodError): Sentence {
  const issue = error.issues[0]
  const path = issue?.path.map(String).join('.') ?? ''
  return issue === undefined || path === ''
    ? sentences.request.notValid
    : sentences.request.fieldNotValid(path, issueSentence(issue))
}
