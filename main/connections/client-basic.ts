import type { OAuthClient } from './oauth-clients.ts'

/**
 * The value of `Authorization` for a client with id and secret (RFC 6749 2.3.1). Only what must be is encoded:
 * providers that forget to decode would stumble over a `%2D` in place of a dash.
 */
export function clientBasic({ clientId, clientSecret = '' }: OAuthClient): string {
  const pair = [clientId, clientSecret]
    .map((part) => encodeURIComponent(part).replaceAll('%20', '+'))
    .join(':')
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`
}
