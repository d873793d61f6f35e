import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import { providerSaid } from './provider-reason.ts'

/**
 * The one point where whatever a call threw becomes one of the closed codes.
 *
 * @param integration the service, for the sentence
 */
export function callError(error: unknown, integration: Pick<Integration, 'name' | 'auth'>): HubError {
  const { name } = integration
  if (error instanceof HubError) return error
  if (error instanceof ProviderError) {
    const { missingScopes } = error
    return missingScopes.length > 0 ? missingScope(missingScopes, integration) : fromProvider(error, name)
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new HubError('TIMEOUT', sentences.tools.timeout(name))
  }
  // Nothing of an unknown error is passed on: its text may hold anything.
  return new HubError('INTERNAL', sentences.tools.failedInside(name))
}

/**
 * The same error for the person: what was not allowed has a name in their language.
 *
 * @param shown the integration as they read it
 */
export function errorForPerson(error: unknown, shown: Pick<Integration, 'name' | 'auth'>): unknown {
  const scopes =
    error instanceof HubError && error.code === 'SCOPE_MISSING' ? error.details?.['scopes'] : null
  const isNamed = Array.isArray(scopes) && scopes.length > 0
  return isNamed ? missingScope(scopes.map(String), shown) : error
}

function fromProvider(error: ProviderError, name: string): HubError {
  const { status, retryAfterSeconds } = error
  const details = retryAfterSeconds === undefined ? { status } : { status, retryAfterSeconds }
  if (status === 429) {
    const { wait, waitSeconds } = sentences.tools
    const sentence = retryAfterSeconds === undefined ? wait(name) : waitSeconds(name, retryAfterSeconds)
    return new HubError('RATE_LIMITED', sentence, details)
  }
  if (status === 401) {
    return new HubError('RECONNECT_REQUIRED', sentences.tools.signInRefused(name), details)
  }
  return new HubError('INTEGRATIONS_EXECUTION_FAILED', providerSaid(name, error), details)
}

/** In the words of the connect screen, so that the person knows which box to tick. */
function missingScope(
  scopes: readonly string[],
  { name, auth }: Pick<Integration, 'name' | 'auth'>,
): HubError {
  const { scopeNames } = auth.find((method) => method.type === 'oauth2') ?? {}
  const { quoted, joined, scopesMissing } = sentences.tools
  const wanted = scopes
    .map((scope) => quoted(scopeNames?.get(scope) ?? scope))
    .reduce((before, scope) => joined(before, scope))
  return new HubError('SCOPE_MISSING', scopesMissing(name, wanted), { scopes })
}
