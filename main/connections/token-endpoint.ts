import * as oauth from 'oauth4webapi'
import type { OAuth2Auth } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import type { Clock, Network } from '../platform/platform.ts'
import type { OAuthCredential } from './credential.ts'
import type { OAuthClient } from './oauth-clients.ts'
import { withoutSecrets } from './echoed-secrets.ts'
import { registeredRedirectUri } from './redirect-uri.ts'
import { clientBasic } from './client-basic.ts'
import { isNetworkError } from './network-error.ts'
import { refreshError } from './refresh-error.ts'
import { signInError } from './sign-in-error.ts'
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
  /** RFC 6749 6. @throws InvalidGrant when the provider has ended the grant, OutcomeUnknown when its answer is lost */
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

const DEVICE_PENDING: readonly DevicePending[] = ['authorization_pending', 'slow_down']

export function createTokenEndpoint(
  integration: Pick<Integration, 'name'>,
  auth: OAuth2Auth,
  client: OAuthClient,
  { network, clock }: { network: Network; clock: Clock },
): TokenEndpoint {
  const { issuer = new URL(auth.authorizeUrl).origin, tokenUrl } = auth
  const server = { issuer, token_endpoint: tokenUrl }
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
        // The browser's answer may repeat what it was sent with.
        throw withoutSecrets(signInError(error, integration.name, auth.tokenUrl), [state, verifier])
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
        throw signInError(error, integration.name, auth.tokenUrl)
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
        throw signInError(error, integration.name, auth.tokenUrl)
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
        throw refreshError(error, integration.name, auth.tokenUrl)
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
