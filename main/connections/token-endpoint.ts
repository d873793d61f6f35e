import * as oauth from 'oauth4webapi'
import { HubError } from '../../preload/contract/errors.ts'
import type { OAuth2Auth } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import type { Clock, Network } from '../platform/platform.ts'
import type { OAuthCredential } from './credential.ts'
import type { OAuthClient } from './oauth-clients.ts'
import { registeredRedirectUri } from './redirect-uri.ts'
import { clientBasic } from './client-basic.ts'
import { createTokenFetch } from './token-fetch.ts'

/** One provider's token endpoint as one OAuth client sees it. */
export interface TokenEndpoint {
  /**
   * Checks the browser's answer (state, `iss` per RFC 9207) and exchanges its code (RFC 6749 4.1.3, RFC 7636 4.5).
   *
   * @throws HubError SIGN_IN_FAILED or NETWORK, with a sentence for the person
   */
  exchange(answer: URLSearchParams, proof: SignInProof): Promise<TokenAnswer>
  /** Asks for a code that the person enters on any device (RFC 8628 3.1). @throws HubError */
  requestDeviceCode(deviceUrl: string, scopes: string): Promise<oauth.DeviceAuthorizationResponse>
  /** Asks whether the code was entered (RFC 8628 3.4). @throws HubError when it never will be */
  pollDeviceCode(deviceCode: string): Promise<TokenAnswer | DevicePending>
  /** RFC 6749 6. @throws InvalidGrant when the provider has ended the grant */
  refresh(credential: OAuthCredential): Promise<TokenAnswer>
}

/** What the sign-in was started with. */
export interface SignInProof {
  readonly state: string
  readonly verifier: string
  readonly redirectUri: string
}

export interface TokenAnswer {
  readonly credential: OAuthCredential
  readonly scopes: readonly string[] | undefined
}

/** RFC 8628 3.5: ask again, or ask again and less often. */
export type DevicePending = 'authorization_pending' | 'slow_down'

/** RFC 6749 5.2 has the first; the others are what providers with words of their own say. */
const GRANT_HAS_ENDED = new Set(['invalid_grant', 'bad_refresh_token', 'invalid_refresh_token'])

const DEVICE_PENDING: readonly DevicePending[] = ['authorization_pending', 'slow_down']

/** The provider no longer honours the refresh token: only a new sign-in helps. */
export class InvalidGrant extends Error {}

export function createTokenEndpoint(
  integration: Pick<Integration, 'name'>,
  auth: OAuth2Auth,
  client: OAuthClient,
  { network, clock }: { network: Network; clock: Clock },
): TokenEndpoint {
  const server = { issuer: new URL(auth.authorizeUrl).origin, token_endpoint: auth.tokenUrl }
  const party = { client_id: client.clientId }
  const authentication = clientAuthentication(auth, client)
  const options = {
    [oauth.customFetch]: createTokenFetch(auth, network),
    signal: () => AbortSignal.timeout(30_000),
  }
  const answerOf = (tokens: oauth.TokenEndpointResponse, previous?: OAuthCredential): TokenAnswer => ({
    credential: credentialOf(tokens, clock.now(), previous),
    scopes: tokens.scope?.split(/[ ,]+/).filter((scope) => scope !== ''),
  })
  return {
    async exchange(answer, { state, verifier, redirectUri }) {
      try {
        const checked = oauth.validateAuthResponse(server, party, answer, state)
        const response = await oauth.authorizationCodeGrantRequest(
          ...([server, party, authentication, checked, redirectUri, verifier, options] as const),
        )
        return answerOf(await oauth.processAuthorizationCodeResponse(server, party, response))
      } catch (error) {
        throw signInError(error, integration.name)
      }
    },
    async requestDeviceCode(deviceUrl, scopes) {
      const at = { ...server, device_authorization_endpoint: deviceUrl }
      try {
        const parameters = scopes === '' ? {} : { scope: scopes }
        const response = await oauth.deviceAuthorizationRequest(
          at,
          party,
          authentication,
          parameters,
          options,
        )
        return await oauth.processDeviceAuthorizationResponse(at, party, response)
      } catch (error) {
        throw signInError(error, integration.name)
      }
    },
    async pollDeviceCode(deviceCode) {
      try {
        const response = await oauth.deviceCodeGrantRequest(
          server,
          party,
          authentication,
          deviceCode,
          options,
        )
        return answerOf(await oauth.processDeviceCodeResponse(server, party, response))
      } catch (error) {
        const pending = pendingOf(error)
        if (pending !== undefined) return pending
        throw signInError(error, integration.name)
      }
    },
    async refresh(credential) {
      try {
        const token = credential.refreshToken ?? ''
        const response = await oauth.refreshTokenGrantRequest(server, party, authentication, token, {
          ...options,
          ...(auth.refreshNamesRedirect && {
            additionalParameters: { redirect_uri: registeredRedirectUri(auth) },
          }),
        })
        return answerOf(await oauth.processRefreshTokenResponse(server, party, response), credential)
      } catch (error) {
        throw refreshError(error, integration.name)
      }
    },
  }
}

function clientAuthentication(auth: OAuth2Auth, client: OAuthClient): oauth.ClientAuth {
  if (client.clientSecret === undefined) return oauth.None()
  if (auth.clientAuthentication !== 'client_secret_basic') return oauth.ClientSecretPost(client.clientSecret)
  return (_server, _party, _body, headers) => headers.set('authorization', clientBasic(client))
}

/** A provider that does not rotate sends no new refresh token: the old one stays. */
function credentialOf(
  tokens: oauth.TokenEndpointResponse,
  now: number,
  previous?: OAuthCredential,
): OAuthCredential {
  const refreshToken = tokens.refresh_token ?? previous?.refreshToken
  const lifetime = tokens.expires_in
  return {
    type: 'oauth2',
    accessToken: tokens.access_token,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(lifetime === undefined || lifetime <= 0 ? {} : { expiresAt: now + lifetime * 1_000 }),
  }
}

/** A lost connection is no answer: the person may still enter the code. */
function pendingOf(error: unknown): DevicePending | undefined {
  if (isNetworkError(error)) return 'slow_down'
  if (!(error instanceof oauth.ResponseBodyError)) return undefined
  return DEVICE_PENDING.find((code) => code === error.error)
}

function signInError(error: unknown, name: string): HubError {
  if (error instanceof HubError) return error
  if (error instanceof oauth.AuthorizationResponseError) {
    return error.error === 'access_denied'
      ? notAllowed(name)
      : new HubError(
          'SIGN_IN_FAILED',
          `${name} ended the sign-in: ${readable(error.error_description ?? error.error)}.`,
        )
  }
  if (error instanceof oauth.ResponseBodyError) return tokenError(error.error, error.error_description, name)
  if (isNetworkError(error))
    return new HubError('NETWORK', `${name} could not be reached to finish the sign-in.`)
  return new HubError('SIGN_IN_FAILED', `${name} gave an answer that does not belong to this sign-in.`)
}

function notAllowed(name: string): HubError {
  return new HubError('SIGN_IN_FAILED', `Access was not allowed at ${name}. Nothing was connected.`)
}

function tokenError(code: string, description: string | undefined, name: string): HubError {
  if (code === 'access_denied') return notAllowed(name)
  if (code === 'expired_token') {
    return new HubError('SIGN_IN_FAILED', `The code was not entered at ${name} in time.`)
  }
  if (code === 'invalid_client' || code === 'incorrect_client_credentials') {
    return new HubError('SIGN_IN_FAILED', `${name} does not accept this OAuth client id or secret.`)
  }
  return new HubError('SIGN_IN_FAILED', `${name} refused the sign-in: ${readable(description ?? code)}.`)
}

function refreshError(error: unknown, name: string): Error {
  if (error instanceof oauth.ResponseBodyError) {
    if (GRANT_HAS_ENDED.has(error.error)) return new InvalidGrant(error.error)
    return new HubError(
      'INTEGRATIONS_EXECUTION_FAILED',
      `${name} did not renew the sign-in: ${readable(error.error)}.`,
    )
  }
  if (isNetworkError(error))
    return new HubError('NETWORK', `${name} could not be reached to renew the sign-in.`)
  return new HubError(
    'INTEGRATIONS_EXECUTION_FAILED',
    `${name} gave an unreadable answer when renewing the sign-in.`,
  )
}

function isNetworkError(error: unknown): boolean {
  if (error instanceof TypeError && !('code' in error)) return true
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
}

/** A provider's text, short and on one line, without the full stop that our sentence ends with. */
function readable(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, 200)
    .replace(/\.\s*$/, '')
}
