import { HubError } from '../../preload/contract/errors.ts'
import type { Integration } from '../../registry/define.ts'
import { ProviderError } from '../../registry/provider-error.ts'

/**
 * The one point where whatever a call threw becomes one of the closed codes.
 *
 * @param integration the service, for the sentence
 */
export function callError(error: unknown, integration: Pick<Integration, 'name' | 'auth'>): HubError {
  const { name } = integration
  if (error instanceof HubError) return error
  if (error instanceof ProviderError) {
    return error.missingScopes.length > 0 ? missingScope(error, integration) : fromProvider(error, name)
  }
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

/** In the words of the connect screen, so that the person knows which box to tick. */
function missingScope(
  { missingScopes: scopes }: ProviderError,
  { name, auth }: Pick<Integration, 'name' | 'auth'>,
): HubError {
  const { scopeNames } = auth.find((method) => method.type === 'oauth2') ?? {}
  const wanted = scopes.map((scope) => `“${scopeNames?.get(scope) ?? scope}”`).join(' and ')
  return new HubError(
    'SCOPE_MISSING',
    `This ${name} account was not allowed ${wanted}. Reconnect it and allow that.`,
    {
      scopes,
    },
  )
}
