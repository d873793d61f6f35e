import { AuthorizationResponseError, OperationProcessingError, ResponseBodyError } from 'oauth4webapi'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { isNetworkError } from './network-error.ts'
import { readable } from './readable.ts'
import { unreachable } from './unreachable.ts'

/**
 * What a failed sign-in means, for the person. Nothing was connected, and the sign-in can be started again.
 *
 * @param error what the protocol library or the network threw
 * @param name of the integration, for the sentence
 * @param url where the question went
 */
export function signInError(error: unknown, name: string, url: string): HubError {
  if (error instanceof HubError) return error
  if (error instanceof AuthorizationResponseError) return refused(error.error, error.error_description, name)
  if (error instanceof ResponseBodyError) return refused(error.error, error.error_description, name)
  if (isNetworkError(error)) return unreachable(name, url, error)
  const answer = error instanceof OperationProcessingError ? error.cause : undefined
  if (answer instanceof Response && answer.status >= 500) return inTrouble(name, answer.status)
  if (answer instanceof Response && isWebPage(answer)) return portal(name)
  return failed(sentences.signIn.notOfThis(name))
}

const failed = (sentence: Sentence): HubError => new HubError('SIGN_IN_FAILED', sentence)

/** RFC 6749 4.1.2.1 and 5.2, RFC 8628 3.5, and what providers with words of their own say. */
const SENTENCES: Readonly<Record<string, (name: string) => Sentence>> = {
  access_denied: sentences.signIn.refused.denied,
  expired_token: sentences.signIn.refused.expired,
  invalid_client: sentences.signIn.refused.client,
  incorrect_client_credentials: sentences.signIn.refused.client,
  unauthorized_client: sentences.signIn.refused.clientWay,
  invalid_scope: sentences.signIn.refused.scope,
  temporarily_unavailable: sentences.signIn.refused.unavailable,
}

function refused(code: string, description: string | undefined, name: string): HubError {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined
  return failed(sentence?.(name) ?? sentences.signIn.refused.other(name, readable(description ?? code)))
}

function inTrouble(name: string, status: number): HubError {
  return failed(sentences.signIn.trouble(name, status))
}

/** No token endpoint answers with a page, or sends somewhere else: a network that wants a sign-in of its own does. */
function isWebPage({ headers, status }: Response): boolean {
  return (status >= 300 && status < 400) || (headers.get('content-type') ?? '').startsWith('text/html')
}

function portal(name: string): HubError {
  return new HubError('NETWORK', sentences.signIn.portal(name))
}
