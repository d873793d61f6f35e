import { HubError } from '../../preload/contract/errors.ts'
import { ProviderError } from '../../registry/provider-error.ts'

/**
 * The one point where whatever a call threw becomes one of the closed codes.
 *
 * @param name the service's name, for the sentence
 */
export function callError(error: unknown, name: string): HubError {
  if (error instanceof HubError) return error
  if (error instanceof ProviderError) return fromProvider(error, name)
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new HubError('TIMEOUT', `${name} did not answer in time.`)
  }
  // Nothing of an unknown error is passed on: its text may hold anything.
  return new HubError('INTERNAL', `The call to ${name} failed inside Gatehouse.`)
}

function fromProvider(error: ProviderError, name: string): HubError {
  const { status, retryAfterSeconds } = error
  const details = retryAfterSeconds === undefined ? { status } : { status, retryAfterSeconds }
  if (status === 429) {
    const wait = retryAfterSeconds === undefined ? 'a while' : `${retryAfterSeconds} s`
    return new HubError('RATE_LIMITED', `${name} asks to wait ${wait} before the next call.`, details)
  }
  if (status === 401) {
    return new HubError('RECONNECT_REQUIRED', `${name} no longer accepts this account’s sign-in.`, details)
  }
  return new HubError('INTEGRATIONS_EXECUTION_FAILED', `${name}: ${error.reason}`, details)
}
