import { OperationProcessingError, ResponseBodyError, WWWAuthenticateChallengeError } from 'oauth4webapi'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { hasNeverLeft, isNetworkError } from './network-error.ts'
import { readable } from './readable.ts'
import { unreachable } from './unreachable.ts'

/** RFC 6749 5.2 has the first; the others are what providers with words of their own say. */
const GRANT_HAS_ENDED = new Set(['invalid_grant', 'bad_refresh_token', 'invalid_refresh_token'])

/** RFC 6749 5.2, and one provider's own words: the token is as it was, the client is not. */
const CLIENT_REFUSED = new Set(['invalid_client', 'incorrect_client_credentials'])

/** The provider no longer honours the refresh token: only a new sign-in helps. */
export class InvalidGrant extends Error {}

/** The provider may have given the next token, and its answer is lost. */
export class OutcomeUnknown extends HubError {}

/**
 * What a failed refresh means. Whatever does not say clearly that the refresh token is as it was counts as unknown.
 *
 * @param name of the integration, for the sentence
 * @param url of the token endpoint
 * @returns InvalidGrant, OutcomeUnknown, or a HubError after which the token is as good as before
 */
export function refreshError(error: unknown, name: string, url: string): Error {
  const { renewal } = sentences.connections
  if (error instanceof ResponseBodyError) {
    if (GRANT_HAS_ENDED.has(error.error)) return new InvalidGrant(error.error)
    if (CLIENT_REFUSED.has(error.error)) {
      return new HubError('INTEGRATIONS_NOT_CONFIGURED', renewal.clientRefused(name))
    }
    return notRenewed(renewal.refused(name, readable(error.error)))
  }
  if (isNetworkError(error)) {
    const { sentence, details } = unreachable(name, url, error)
    return hasNeverLeft(error)
      ? new HubError('NETWORK', sentence, details)
      : new OutcomeUnknown('NETWORK', sentence, details)
  }
  const unreadable = renewal.unreadable(name)
  return isRefusal(error)
    ? notRenewed(unreadable)
    : new OutcomeUnknown('INTEGRATIONS_EXECUTION_FAILED', unreadable)
}

/** A status of 3xx or 4xx, however it is put; with 5xx a gateway may have lost the answer. */
function isRefusal(error: unknown): boolean {
  if (error instanceof WWWAuthenticateChallengeError) return true
  const answer = error instanceof OperationProcessingError ? error.cause : undefined
  return answer instanceof Response && answer.status >= 300 && answer.status < 500
}

function notRenewed(sentence: Sentence): HubError {
  return new HubError('INTEGRATIONS_EXECUTION_FAILED', sentence)
}
