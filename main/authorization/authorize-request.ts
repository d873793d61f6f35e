import type { Onward } from '../pairing/asker.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { BridgeClient } from './client-metadata.ts'
import { isThisBridge } from './metadata.ts'
import { OAuthProblem } from './oauth-problem.ts'
import { singleParameters, type Parameters } from './parameters.ts'
import { isRegistered } from './redirect-uri.ts'

const LONGEST_STATE = 2_000

/** A request of a known client, with an address that it may be answered at. */
export interface AuthorizeRequest {
  readonly client: BridgeClient
  readonly redirectUri: string
  readonly state: string | undefined
  readonly parameters: Parameters
}

/**
 * Finds out who asks and where the answer may go. What fails here is told to the person only.
 *
 * @throws OAuthProblem
 */
export async function whoAsks(
  query: URLSearchParams,
  clientOf: (clientId: string) => Promise<BridgeClient | undefined>,
): Promise<AuthorizeRequest> {
  const parameters = singleParameters(query)
  const { client_id: clientId, redirect_uri: redirectUri, state } = parameters
  if (clientId === undefined || redirectUri === undefined) {
    throw new OAuthProblem('invalid_request', sentences.authorization.noName)
  }
  const client = await clientOf(clientId)
  if (client === undefined) throw new OAuthProblem('invalid_client', sentences.authorization.notRegistered)
  if (!isRegistered(redirectUri, client.redirectUris)) {
    throw new OAuthProblem('invalid_request', sentences.authorization.otherAddress)
  }
  return { client, redirectUri, state, parameters }
}

/**
 * Checks what is asked for. What fails here is told to the client, by its redirect URI (OAuth 2.1, 4.1.2.1).
 *
 * @throws OAuthProblem
 */
export function onwardOf(
  { client, redirectUri, state, parameters }: AuthorizeRequest,
  issuer: string,
): Onward {
  if (parameters['response_type'] !== 'code') {
    throw new OAuthProblem('unsupported_response_type', 'response_type is code.')
  }
  const challenge = parameters['code_challenge'] ?? ''
  if (parameters['code_challenge_method'] !== 'S256' || !/^[\w-]{43}$/.test(challenge)) {
    throw new OAuthProblem('invalid_request', 'PKCE with S256 is required.')
  }
  if (state !== undefined && state.length > LONGEST_STATE) {
    throw new OAuthProblem('invalid_request', 'state is too long.')
  }
  const { resource } = parameters
  // Clients of revisions before 2025-06-18 name none, and there is only this one.
  if (resource !== undefined && !isThisBridge(resource, issuer)) {
    throw new OAuthProblem('invalid_target', 'The resource is not this bridge.')
  }
  return { clientId: client.id, redirectUri, state, challenge, issuer }
}
