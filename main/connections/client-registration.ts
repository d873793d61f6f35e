import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { ClientRegistration, OAuth2Method } from '../../registry/auth.ts'
import { errorReason } from '../../registry/error-reason.ts'
import type { Network } from '../platform/platform.ts'
import { scopeText } from './authorize-url.ts'
import type { OAuthClient } from './oauth-clients.ts'
import { fillValues } from './placement.ts'
import { registeredRedirectUri } from './redirect-uri.ts'
import { unreachable } from './unreachable.ts'

const TIMEOUT_MS = 30_000

const registered = z.object({ client_id: z.string().min(1), client_secret: z.string().nullish() })

/**
 * Registers this copy of the app with a server that lets apps do so (RFC 7591 3).
 *
 * @returns the client that the server made for this computer
 * @throws HubError NETWORK, or SIGN_IN_FAILED with the server's reason
 */
export async function registerClient(
  name: string,
  auth: OAuth2Method,
  registration: ClientRegistration,
  network: Network,
): Promise<OAuthClient> {
  const response = await send(name, auth, registration, network)
  const answer: unknown = await response.json().catch(() => undefined)
  const client = registered.safeParse(answer)
  if (response.ok && client.success) {
    const { client_id: clientId, client_secret: clientSecret } = client.data
    return { clientId, ...(clientSecret && { clientSecret }), isRegistered: true }
  }
  const { host } = new URL(registration.url)
  const reason = errorReason(answer)?.replace(/\.$/, '') ?? `HTTP ${response.status}`
  throw new HubError('SIGN_IN_FAILED', sentences.signIn.notRegistered(host, reason))
}

async function send(
  name: string,
  auth: OAuth2Method,
  { url, form }: ClientRegistration,
  network: Network,
): Promise<Response> {
  const [contentType, body] =
    form === undefined
      ? ['application/json', JSON.stringify(clientMetadata(auth))]
      : ['application/x-www-form-urlencoded', new URLSearchParams(filled(form, auth)).toString()]
  try {
    return await network.fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'user-agent': 'Gatehouse', 'content-type': contentType },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (error) {
    throw unreachable(name, url, error)
  }
}

/** RFC 7591 2, as a native app without a secret (RFC 8252 8.4). */
function clientMetadata(auth: OAuth2Method): Readonly<Record<string, unknown>> {
  return {
    client_name: 'Gatehouse',
    redirect_uris: [registeredRedirectUri(auth)],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    application_type: 'native',
    ...(auth.scopes.length > 0 && { scope: scopeText(auth) }),
  }
}

function filled(form: Readonly<Record<string, string>>, auth: OAuth2Method): Record<string, string> {
  const values = { redirect_uri: registeredRedirectUri(auth), scopes: scopeText(auth) }
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, fillValues(value, values)]))
}
