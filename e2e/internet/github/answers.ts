import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'

const documentation = 'https://docs.github.com/rest'

/** A request of the API with the parts a route needs. */
export type ApiCall = {
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly accept: string
  readonly url: URL
}

export const failure = (
  status: number,
  message: string,
  more: Record<string, unknown> = {},
): SimulatedAnswer =>
  jsonAnswer(status, { message, ...more, documentation_url: documentation, status: String(status) })

export const notFound = (): SimulatedAnswer => failure(404, 'Not Found')

type FieldError = { readonly resource: string; readonly field: string; readonly code: string }

export const invalid = (...errors: readonly FieldError[]): SimulatedAnswer =>
  failure(422, 'Validation Failed', { errors })

export const missing = (resource: string, field: string): SimulatedAnswer =>
  invalid({ resource, field, code: 'missing_field' })

const pageOf = ({ query }: ApiCall) => ({
  page: Math.max(1, Number(query.get('page') ?? 1) || 1),
  size: Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30) || 30)),
})

/** The `Link` header of a page, absent when everything fits on one (RFC 8288). */
const links = (call: ApiCall, total: number): Record<string, string> => {
  const { page, size } = pageOf(call)
  const last = Math.max(1, Math.ceil(total / size))
  const to = (number: number, relation: string): string => {
    const url = new URL(call.url)
    url.searchParams.set('page', String(number))
    return `<${url.href}>; rel="${relation}"`
  }
  const parts = [
    ...(page > 1 ? [to(page - 1, 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ]
  return parts.length > 0 ? { link: parts.join(', ') } : {}
}

const slice = <T>(call: ApiCall, rows: readonly T[]): readonly T[] => {
  const { page, size } = pageOf(call)
  return rows.slice((page - 1) * size, page * size)
}

/** One page of a list. */
export const listAnswer = (call: ApiCall, rows: readonly unknown[]): SimulatedAnswer =>
  jsonAnswer(200, slice(call, rows), links(call, rows.length))

/** One page of search results. */
export const searchAnswer = (call: ApiCall, rows: readonly unknown[]): SimulatedAnswer =>
  jsonAnswer(
    200,
    { total_count: rows.length, incomplete_results: false, items: slice(call, rows) },
    links(call, rows.length),
  )
