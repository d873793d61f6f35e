import type { AuthMethod } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'

/** More would be a nuisance to the service; no definition comes near. */
const MOST_HOSTS = 12

/**
 * Every host that the integration's requests and its sign-in reach, each once; with its port where it has one.
 *
 * @param integration with its site filled in, as far as it is known: places without a value are left out
 */
export function reachedHosts({ auth, hosts }: Pick<Integration, 'auth' | 'hosts'>): readonly string[] {
  const endpoints = auth.flatMap(addressesOf).flatMap((address) => hostOf(address) ?? [])
  return [...new Set([...hosts, ...endpoints])].filter((host) => !host.includes('{')).slice(0, MOST_HOSTS)
}

function addressesOf(method: AuthMethod): readonly (string | undefined)[] {
  if (method.type !== 'oauth2') return [method.exchange?.url]
  const { authorizeUrl, tokenUrl, deviceUrl, registration, revoke } = method
  return [authorizeUrl, tokenUrl, deviceUrl, registration?.url, revoke?.url]
}

/** Of an address with a place in its path the host counts; one with a place in its host has none yet. */
function hostOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { protocol, host } = new URL(address)
  return protocol === 'https:' && !address.split('/')[2]?.includes('{') ? host : undefined
}
