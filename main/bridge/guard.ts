import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Apps, PairedApp } from '../apps/apps.ts'

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/** @returns the Host headers of requests to a port of this computer, or to a socket, which has no port */
export function hostsAt(port?: number): readonly string[] {
  return port === undefined ? LOOPBACK_NAMES : LOOPBACK_NAMES.map((name) => `${name}:${port}`)
}

/**
 * Checks who asks, before anything of the request's body is read.
 * A web page can reach loopback too: its Host (DNS rebinding) or its Origin and Sec-Fetch headers give it away.
 *
 * @param hosts what the request's Host may be
 * @throws HubError FORBIDDEN
 */
export function refuseStrangers({ headers }: IncomingMessage, hosts: readonly string[]): void {
  if (!hosts.includes(headers.host?.toLowerCase() ?? '')) {
    throw new HubError('FORBIDDEN', sentences.bridge.otherHost)
  }
  const isFromBrowser = isFromElsewhere(headers) || headers['sec-fetch-site'] !== undefined
  if (isFromBrowser) throw new HubError('FORBIDDEN', sentences.bridge.webPage)
}

/**
 * Some programs send the address they call as their Origin. A page of that origin there is none, and a browser would
 * say Sec-Fetch-Site as well. A socket's host has no port: there the same words would mean a page of port 80.
 */
function isFromElsewhere({ origin, host = '' }: IncomingHttpHeaders): boolean {
  return origin !== undefined && !(/:\d+$/.test(host) && origin === `http://${host}`)
}

/** @throws HubError UNAUTHORIZED when there is no token, or none that is known (RFC 6750 2.1) */
export function appOfToken({ headers }: IncomingMessage, apps: Apps): PairedApp {
  const token = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(headers.authorization ?? '')?.[1]
  const app = token === undefined ? undefined : apps.findByToken(token)
  if (app === undefined) throw new HubError('UNAUTHORIZED', sentences.bridge.noToken)
  return app
}

/** @throws HubError UNSUPPORTED_MEDIA_TYPE unless the body says it is JSON in UTF-8 */
export function refuseOtherMedia({ headers }: IncomingMessage): void {
  const type = headers['content-type'] ?? ''
  if (/^application\/json(\s*;\s*charset="?utf-8"?)?$/i.test(type.trim())) return
  throw new HubError('UNSUPPORTED_MEDIA_TYPE', sentences.bridge.body.notJsonType)
}
