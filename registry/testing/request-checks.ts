import { expect } from 'vitest'
import { z } from 'zod'
import type { Integration } from '../define.ts'
import type { RecordedRequest } from './recording-context.ts'
import { atSampleSite } from './sample-site.ts'

const graphqlBody = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) })

/** A route as an author writes it: nothing of it can come from an argument. */
const WRITTEN_ROUTE = /^[A-Z]+ (?:\/(?:[\w.:@$-]|\{\+?\w+\})+)+\/?$/

/** What every request must be, whatever it was made of: own host, whole address, clean headers, readable body. */
export function expectSafe(written: Integration, request: RecordedRequest): void {
  const { integration } = atSampleSite(written)
  expectOwnAddress(integration, request)
  expectRoute(integration, request)
  expectQuery(request)
  for (const [, value] of request.headers) expect(value).not.toMatch(/[\r\n\0]/)
  expectReadableBody(request)
}

/**
 * What free texts must not change: method, place, number of segments, names in the query, headers, GraphQL document.
 *
 * @param twins what ordinary arguments of the same form made the same tool send
 */
export function expectSameShape(request: RecordedRequest, twins: readonly RecordedRequest[]): void {
  const shapes = twins.map(shapeOf)
  if (shapes.length > 0) expect(shapes).toContainEqual(shapeOf(request))
}

function shapeOf({ route, method, address, headers, body }: RecordedRequest) {
  const { origin, pathname, searchParams } = new URL(address)
  const document = typeof body === 'string' ? graphqlBody.safeParse(parsedBody(body)).data : undefined
  return {
    method,
    origin,
    place: route ?? pathname.split('/').length,
    query: [...new Set(searchParams.keys())].toSorted(),
    headers: [...headers.keys()],
    document: document && [document.query, Object.keys(document.variables)],
  }
}

function expectOwnAddress({ hosts }: Integration, { address }: RecordedRequest): void {
  const url = new URL(address)
  expect(url.protocol).toBe('https:')
  expect(hosts).toContain(url.host)
  expect([url.username, url.password, url.hash]).toEqual(['', '', ''])
  // Nothing for a parser to tidy up: no dot segments, backslashes, line ends, raw spaces.
  expect(url.href).toBe(address)
}

function expectRoute(
  { apiBase = '' }: Integration,
  { route, address, base = apiBase }: RecordedRequest,
): void {
  if (route === undefined) return
  expect(route).toMatch(WRITTEN_ROUTE)
  const template = route.slice(route.indexOf(' ') + 1)
  const segments = template
    .replaceAll(/[.$]/g, String.raw`\$&`)
    .replaceAll(/\{\+\w+\}/g, '[^?#]+')
    .replaceAll(/\{\w+\}/g, '[^/?#]+')
  expect(new URL(address).pathname).toMatch(
    new RegExp(`^${new URL(base).pathname.replace(/\/$/, '')}${segments}$`),
  )
}

/** Every value comes out of the address as it was put in; half a surrogate pair has no UTF-8 form. */
function expectQuery({ query, address, route }: RecordedRequest): void {
  if (route === undefined) return
  const given = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, String(one)]),
  )
  expect([...new URL(address).searchParams]).toEqual([...new URLSearchParams(given)])
}

function expectReadableBody({ body, headers }: RecordedRequest): void {
  if (typeof body !== 'string') return
  if (headers.get('content-type') !== 'application/json') return
  const parsed: unknown = parsedBody(body)
  expect(parsed).toBeTypeOf('object')
  for (const mail of rawMails(parsed)) expectPlainMail(mail)
}

function parsedBody(body: string): unknown {
  return body.startsWith('{') || body.startsWith('[') ? JSON.parse(body) : undefined
}

/** RFC 5322 in base64url under the name `raw`, wherever it stands. */
function rawMails(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'raw' && typeof inner === 'string' ? [inner] : rawMails(inner),
  )
}

const MAIL_HEADERS =
  /^(?:date|to|cc|bcc|subject|in-reply-to|references|mime-version|content-type|content-transfer-encoding)$/

function expectPlainMail(base64url: string): void {
  const mail = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  const [head = '', ...bodies] = mail.split('\r\n\r\n')
  const names = head
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.replace(/:.*$/s, '').toLowerCase())
  for (const name of names) expect(name).toMatch(MAIL_HEADERS)
  expect(names).toEqual([...new Set(names)])
  expect(head.replaceAll('\r\n', '')).not.toMatch(/[^ -~\t]/)
  expect(bodies.join('')).toMatch(/^[A-Za-z0-9+/=\r\n]*$/)
}
