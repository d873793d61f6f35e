import type { OAuth2Method } from '../../registry/auth.ts'

interface AuthorizeRequest {
  readonly clientId: string
  readonly state: string
  /** PKCE S256 challenge (RFC 7636 4.2). */
  readonly challenge: string
  readonly redirectUri: string
}

/** The address of the provider's consent page (RFC 6749 4.1.1). */
export function authorizeUrl(auth: OAuth2Method, request: AuthorizeRequest): string {
  const url = new URL(auth.authorizeUrl)
  const parameters = {
    ...auth.authorizeParams,
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    ...(auth.scopes.length > 0 && { [auth.scopeParameter ?? 'scope']: scopeText(auth) }),
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** The scopes as the provider wants them written. */
export function scopeText({ scopes, scopeSeparator = ' ' }: OAuth2Method): string {
  return scopes.join(scopeSeparator)
}
