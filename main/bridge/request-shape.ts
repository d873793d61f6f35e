import type { IncomingMessage } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { HttpRefusal } from './http-error.ts'

/** As many as other servers take; clients send a dozen. */
const MOST_HEADERS = 100

/** Two of one of these, and two readers of the same request could believe different ones. */
const ONCE_ONLY = new Set([
  'host',
  'authorization',
  'content-type',
  'content-length',
  'transfer-encoding',
  'origin',
  'sec-fetch-site',
  'mcp-session-id',
  'mcp-protocol-version',
  'mcp-method',
  'mcp-name',
])
const ONCE_ONLY_LENGTHS = new Set([...ONCE_ONLY].map(({ length }) => length))

/**
 * Refuses requests that are no plain request to a server, before anything of them is believed: other forms of the
 * target, repeated headers, other framings, a change of protocol (RFC 9112 3.2, 6.1, 11.2).
 *
 * @throws HubError INVALID_PARAMS (400 or 431), RESOURCE_NOT_FOUND
 */
export function refuseMisshapen({ url = '', rawHeaders, headers }: IncomingMessage): void {
  if (!url.startsWith('/')) throw malformed('target', sentences.bridge.shape.target)
  // A URL parser would read a host here.
  if (/^\/[/\\]/.test(url)) throw new HubError('RESOURCE_NOT_FOUND', sentences.request.noRoute)
  if (rawHeaders.length > MOST_HEADERS * 2) throw tooManyHeaders()
  const repeated = repeatedHeader(rawHeaders)
  if (repeated !== undefined) throw malformed(repeated, sentences.bridge.shape.twice(repeated))
  const { upgrade, 'transfer-encoding': coding } = headers
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') {
    throw malformed('transfer-encoding', sentences.bridge.shape.onlyChunked)
  }
  // Java's client offers h2c with every first request; whoever does not take it answers in HTTP/1.1 (RFC 9110 7.8).
  if (upgrade !== undefined && upgrade.toLowerCase() !== 'h2c') {
    throw malformed('upgrade', sentences.bridge.shape.onlyHttp1)
  }
}

function repeatedHeader(rawHeaders: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const raw = rawHeaders[index] ?? ''
    if (!ONCE_ONLY_LENGTHS.has(raw.length)) continue
    const name = raw.toLowerCase()
    if (!ONCE_ONLY.has(name)) continue
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}

/** @param field what of the request is wrong */
export function malformed(field: string, sentence: Sentence): HubError {
  const fields = [{ path: field, reason: String(sentence) }]
  return new HttpRefusal(400, 'INVALID_PARAMS', sentence, { fields })
}

export function tooManyHeaders(): HubError {
  const reason = `at most ${MOST_HEADERS} headers, 16 KiB in all`
  return new HttpRefusal(431, 'INVALID_PARAMS', sentences.bridge.shape.headers, {
    fields: [{ path: 'headers', reason }],
  })
}
