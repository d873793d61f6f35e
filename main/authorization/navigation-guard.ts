import type { IncomingMessage } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'

/** A page of whatever site may send the person here; nothing but a whole page may, and none that is only fetched ahead. */
const SITES = new Set(['none', 'same-origin', 'same-site', 'cross-site'])

/**
 * For the one route that is opened in a browser: only by going there in a tab (Fetch Metadata), never by a script,
 * a frame or a picture of a page. Programs that send none of these headers are let through: they gain nothing.
 *
 * @param hosts what the request's Host may be
 * @throws HubError FORBIDDEN
 */
export function refuseAllButNavigations({ headers }: IncomingMessage, hosts: readonly string[]): void {
  if (!hosts.includes(headers.host?.toLowerCase() ?? '')) {
    throw new HubError('FORBIDDEN', sentences.bridge.otherHost)
  }
  const site = headers['sec-fetch-site']
  const isNavigation =
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document' &&
    SITES.has(String(site))
  const saysNothing = ['site', 'mode', 'dest'].every((name) => headers[`sec-fetch-${name}`] === undefined)
  const isAhead = headers['sec-purpose'] !== undefined || headers['purpose'] !== undefined
  if (headers.origin !== undefined || isAhead || !(isNavigation || saysNothing)) {
    throw new HubError('FORBIDDEN', sentences.authorization.browserOnly)
  }
}
