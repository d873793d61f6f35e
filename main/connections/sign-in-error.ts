import { AuthorizationResponseError, OperationProcessingError, ResponseBodyError } from 'oauth4webapi'
import { HubError } from '../../preload/contract/errors.ts'
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
  return failed(`${name} gave an answer that does not belong to this sign-in.`)
}

const failed = (sentence: string): HubError => new HubError('SIGN_IN_FAILED', sentence)

/** RFC 6749 4.1.2.1 and 5.2, RFC 8628 3.5, and what providers with words of their own say. */
const SENTENCES: Readonly<Record<string, (name: string) => string>> = {
  access_denied: (name) => `Access was not allowed at ${name}. Nothing was connected.`,
  expired_token: (name) => `The code was not entered at ${name} in time.`,
  invalid_client: (name) => `${name} does not accept this OAuth client id or secret.`,
  incorrect_client_credentials: (name) => `${name} does not accept this OAuth client id or secret.`,
  unauthorized_client: (name) => `${name} does not let this OAuth app sign people in this way.`,
  invalid_scope: (name) =>
    `This OAuth app may not ask for all permissions. Allow them in its settings at ${name}.`,
  temporarily_unavailable: (name) => `${name} has trouble at the moment. Try again in a few minutes.`,
}

function refused(code: string, description: string | undefined, name: string): HubError {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined
  return failed(sentence?.(name) ?? `${name} refused the sign-in: ${readable(description ?? code)}.`)
}

function inTrouble(name: string, status: number): HubError {
  return failed(
    `${name} has trouble at the moment (HTTP ${status}). Nothing was connected; try again in a few minutes.`,
  )
}

/** No token endpoint answers with a page, or sends somewhere else: a network that wants a sign-in of its own does. */
function isWebPage({ headers, status }: Response): boolean {
  return (status >= 300 && status < 400) || (headers.get('content-type') ?? '').startsWith('text/html')
}

function portal(name: string): HubError {
  return new HubError(
    'NETWORK',
    `A web page answered in place of ${name}. Open any page in your browser, sign in to the network, then try again.`,
  )
}
