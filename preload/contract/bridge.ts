import type { ErrorBody } from './errors.ts'
import type { HubEventName, HubEvents } from './events.ts'
import type { RequestInput, RequestOutput, Route } from './requests.ts'

export const REQUEST_CHANNEL = 'hub:request'
export const EVENT_CHANNEL = 'hub:event'

/** Errors cross as values: a rejected promise would lose its code on the way. */
export type Reply<R extends Route> =
  { readonly ok: true; readonly value: RequestOutput<R> } | { readonly ok: false; readonly error: ErrorBody }

/** `window.hub`: all that the preload script exposes. */
export interface WindowHub {
  request<R extends Route>(route: R, input: RequestInput<R>): Promise<Reply<R>>
  /** @returns a function that stops listening */
  on<E extends HubEventName>(event: E, listener: (body: HubEvents[E]) => void): () => void
}
