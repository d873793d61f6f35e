import type { AuthMethod, Field } from './auth.ts'
import type { Integration } from './define.ts'

/** Where an account lives, by name: `{ site: 'acme' }`. Never a secret. */
export type Site = Readonly<Record<string, string>>

/** One label of a host name (RFC 1123 2.1), or an id of the same letters. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
/** At least two labels, the last one no number (so no IPv4 address), and a port if need be. */
const HOST =
  /^(?=.{1,253}(?::|$))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+(?::|$))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$/i

export const isLabel = (value: string): boolean => LABEL.test(value)
export const isHost = (value: string): boolean => HOST.test(value)

/**
 * Puts a site's values into an address: `https://{site}.atlassian.net`.
 *
 * @returns the address; a field without a value has its default, a place that has neither is left as it stands that has no value left as it stands
 * @throws TypeError when a value could change more than its place; this is the last of several checks
 */
export function fillSite(address: string, site: Site, fields: readonly Field[]): string {
  return address.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const field = fields.find((one) => one.name === name)
    const value = Object.hasOwn(site, name) ? site[name] : field?.default
    if (value === undefined) return place
    if (field?.kind === 'host' ? isHost(value) : isLabel(value)) return value
    throw new TypeError(`“${name}” is not part of a host name`)
  })
}

/**
 * One integration as one of its accounts sees it: the way in that was taken, and every address filled.
 *
 * @param type the way in; one that the integration no longer has leaves it without any
 * @param site values for the places; hosts with a place that has none are left out
 */
export function atSite(integration: Integration, type: AuthMethod['type'], site: Site): Integration {
  const method = integration.auth.find((auth) => auth.type === type)
  const fields = method?.fields ?? []
  const filled = (address: string): string => fillSite(address, site, fields)
  const apiBase = method?.apiBase ?? integration.apiBase
  const { graphqlUrl } = integration
  return {
    ...integration,
    auth: method === undefined ? [] : [methodAt(method, filled)],
    hosts: (method?.hosts ?? integration.hosts).map(filled).filter((host) => !host.includes('{')),
    ...(apiBase !== undefined && { apiBase: filled(apiBase) }),
    ...(graphqlUrl !== undefined && { graphqlUrl: filled(graphqlUrl) }),
  }
}

function methodAt(method: AuthMethod, filled: (address: string) => string): AuthMethod {
  if (method.type !== 'oauth2') {
    const { exchange } = method
    return exchange === undefined
      ? method
      : { ...method, exchange: { ...exchange, url: filled(exchange.url) } }
  }
  const { revoke, registration, deviceUrl, issuer } = method
  return {
    ...method,
    authorizeUrl: filled(method.authorizeUrl),
    tokenUrl: filled(method.tokenUrl),
    ...(issuer !== undefined && { issuer: filled(issuer) }),
    ...(deviceUrl !== undefined && { deviceUrl: filled(deviceUrl) }),
    ...(revoke !== undefined && { revoke: { ...revoke, url: filled(revoke.url) } }),
    ...(registration !== undefined && { registration: { ...registration, url: filled(registration.url) } }),
  }
}
