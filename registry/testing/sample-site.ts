import type { Integration } from '../define.ts'
import { atSite, type Site } from '../site.ts'

/**
 * The integration at a place made up for tests: `{site}` is `site`, a host is `<name>.example.org`. Its first way in
 * without browser is the one taken.
 */
export function atSampleSite(integration: Integration): { integration: Integration; site: Site } {
  const method = integration.auth.find(({ type }) => type !== 'oauth2') ?? integration.auth[0]
  const { apiBase, graphqlUrl, hosts } = integration
  const addresses = [apiBase, graphqlUrl, method?.apiBase, ...hosts, ...(method?.hosts ?? [])]
  const places = addresses.flatMap((address) => [...(address ?? '').matchAll(/\{(\w+)\}/g)])
  const asked = (method?.fields ?? []).filter(({ kind }) => kind === 'host' || kind === 'subdomain')
  const names = [...places.map(([, name = '']) => name), ...asked.map(({ name }) => name)]
  if (method === undefined || names.length === 0) return { integration, site: {} }
  const isHost = (name: string): boolean =>
    method.fields.some((field) => field.name === name && field.kind === 'host')
  const site = Object.fromEntries(
    names.map((name) => [name, isHost(name) ? `${name}.example.org` : name.replaceAll('_', '-')]),
  )
  return { integration: atSite(integration, method.type, site), site }
}
