import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'

/**
 * Matches the cancel notes of clients of the 2025 revisions to the calls they mean. Such a note is an HTTP request
 * of its own (`notifications/cancelled`); clients of the 2026 revision just hang up.
 */
export interface Cancellations {
  /**
   * Takes in one JSON-RPC message: a request can be cancelled until `done`, a cancel note cancels.
   *
   * @param client whose ids these are: two clients may use the same ones
   */
  follow(client: string, message: unknown): { readonly signal: AbortSignal; readonly done: () => void }
}

interface Message {
  readonly method?: unknown
  readonly id?: unknown
  readonly params?: { readonly requestId?: unknown } | null
}

export function createCancellations(): Cancellations {
  const underWay = new Map<string, AbortController>()
  const keyOf = (client: string, id: unknown): string => JSON.stringify([client, id])
  return {
    follow(client, message) {
      const { method, id, params } = (message ?? {}) as Message
      const controller = new AbortController()
      if (method === 'notifications/cancelled') {
        const cancelled = underWay.get(keyOf(client, params?.requestId))
        cancelled?.abort(new HubError('APPROVAL_WITHDRAWN', sentences.bridge.call.cancelled))
      }
      if (id === undefined) return { signal: controller.signal, done: () => undefined }
      const key = keyOf(client, id)
      underWay.set(key, controller)
      const done = (): void => {
        if (underWay.get(key) === controller) underWay.delete(key)
      }
      return { signal: controller.signal, done }
    },
  }
}
