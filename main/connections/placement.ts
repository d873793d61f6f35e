import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Placement } from '../../registry/auth.ts'
import { ownReason } from '../../registry/own-reason.ts'
import { ProviderError } from '../../registry/provider-error.ts'

type Values = Readonly<Record<string, string>>

/**
 * Puts a credential where the provider wants it.
 *
 * @param headers gets the header, if it is one
 * @returns the address to use: another one only where the credential stands in the path
 * @throws HubError RECONNECT_REQUIRED when a value is missing, ProviderError when the path has no place for one
 */
export function place(send: Placement, values: Values, url: URL, headers: Headers): URL {
  if (send.in === 'path') return intoPath(url, send.after, fillValues(send.value, values))
  if (send.in === 'header') headers.set(send.name, fillValues(send.value, values))
  else headers.set('authorization', basic(fillValues(send.user, values), fillValues(send.password, values)))
  return url
}

/** RFC 7617 2, in UTF-8. */
function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}

/** Fills `{name}`; each place once, so that a value that looks like a place stays as it is. */
export function fillValues(template: string, values: Values): string {
  return template.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value !== undefined) return value
    throw new HubError('RECONNECT_REQUIRED', sentences.connections.connectedWithLess)
  })
}

function intoPath(url: URL, beginnings: readonly string[], value: string): URL {
  const beginning = beginnings.find((one) => url.pathname.startsWith(`${one}/`))
  if (beginning === undefined) throw new ProviderError(ownReason('noPlace'), 400)
  // The colon may stand in a path segment (RFC 3986 3.3), and providers compare it as it is.
  const segment = encodeURIComponent(value).replaceAll('%3A', ':')
  const placed = new URL(url)
  placed.pathname = `${beginning}${segment}${url.pathname.slice(beginning.length)}`
  return placed
}
