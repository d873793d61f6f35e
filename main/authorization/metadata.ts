import type { IncomingMessage } from 'node:http'

/** The one scope: what an app may do beyond it, the person says for each toolkit and tool. */
export const SCOPE = 'tools'

export const RESOURCE_METADATA_PATH = '/.well-known/oauth-protected-resource'
export const SERVER_METADATA_PATH = '/.well-known/oauth-authorization-server'

const BRIDGE_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/i

/**
 * What the bridge says of itself as a protected resource (RFC 9728).
 *
 * @param origin as the client knows the bridge
 * @param suffix the path that followed the well-known one: the resource is at this path
 */
export function resourceMetadata(origin: string, suffix: string): object {
  return {
    resource: `${origin}${suffix}`,
    resource_name: 'Gatehouse',
    authorization_servers: [origin],
    scopes_supported: [SCOPE],
    bearer_methods_supported: ['header'],
  }
}

/** What the bridge says of itself as an authorization server (RFC 8414, RFC 9207, client id metadata documents). */
export function serverMetadata(origin: string): object {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    registration_endpoint: `${origin}/oauth/register`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    scopes_supported: [SCOPE],
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
  }
}

/** Whether a resource indicator means this bridge (RFC 8707): by any of its names, as a whole or its MCP endpoint. */
export function isThisBridge(resource: string, origin: string): boolean {
  return [origin, `${origin}/`, `${origin}/mcp`, `${origin}/mcp/`].includes(resource)
}

/**
 * What a request without a valid token is told: where an MCP client learns how to get one (RFC 9728 5.1).
 * A socket has no address for a browser, so there it is not told.
 */
export function bearerChallenge({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const host = headers.host?.toLowerCase() ?? ''
  const parts = ['realm="Gatehouse"']
  if (headers.authorization !== undefined) parts.push('error="invalid_token"')
  if (BRIDGE_HOST.test(host)) {
    parts.push(`resource_metadata="http://${host}${RESOURCE_METADATA_PATH}/mcp"`, `scope="${SCOPE}"`)
  }
  return `Bearer ${parts.join(', ')}`
}
