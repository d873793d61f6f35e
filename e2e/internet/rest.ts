import type { z } from 'zod'
import { parseJson, type SimulatedAnswer, type SimulatedRequest } from './exchange.ts'

/** What a vendor says of a field that is missing, unknown or wrong. */
export type FieldProblem = {
  readonly place: 'query' | 'body'
  /** Dotted; empty for the body itself. */
  readonly field: string
  readonly kind: 'missing' | 'unknown' | 'invalid'
  readonly message: string
}

/** A route with the fields it knows: whatever else is sent is refused, as at the vendor. */
export type Route<D> = {
  readonly line: string
  readonly method: string
  readonly pattern: RegExp
  readonly query: z.ZodType | undefined
  readonly body: z.ZodType | undefined
  readonly answer: (data: D, call: Call<unknown, unknown>) => SimulatedAnswer
}

type Call<Q, B> = {
  readonly path: Readonly<Record<string, string>>
  readonly query: Q
  readonly body: B
}

type Vendor = {
  noSuchPath(request: SimulatedRequest): SimulatedAnswer
  notJson(): SimulatedAnswer
  invalid(problem: FieldProblem, route: string): SimulatedAnswer
}

/** Declares routes over one kind of data; `line` is `GET /v1/pages/{page_id}`. */
export const routesOf =
  <D>() =>
  <Q = Readonly<Record<string, never>>, B = Readonly<Record<string, never>>>(
    line: string,
    input: { readonly query?: z.ZodType<Q>; readonly body?: z.ZodType<B> },
    answer: (data: D, call: Call<Q, B>) => SimulatedAnswer,
  ): Route<D> => {
    const [method = '', template = ''] = line.split(' ')
    const pattern = new RegExp(
      `^${template.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
    )
    // Query and body have been parsed with these very schemas when the answer is asked for.
    return { line, method, pattern, ...withInput(input), answer: answer as Route<D>['answer'] }
  }

const withInput = (input: { readonly query?: z.ZodType; readonly body?: z.ZodType }) => ({
  query: input.query,
  body: input.body,
})

/** Answers a request by the first route that fits, after a strict look at its query and its JSON body. */
export const answerByRoutes = <D>(
  routes: readonly Route<D>[],
  vendor: Vendor,
  data: D,
  request: SimulatedRequest,
): SimulatedAnswer => {
  const { pathname, searchParams } = request.url
  const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(pathname))
  if (!route) return vendor.noSuchPath(request)
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false
  const sent = request.body === '' ? {} : isJson ? parseJson(request.body) : undefined
  if (sent === undefined) return vendor.notJson()
  const query = checked('query', route.query, fieldsOf(searchParams))
  if ('problem' in query) return vendor.invalid(query.problem, route.line)
  const body = checked('body', route.body, sent)
  if ('problem' in body) return vendor.invalid(body.problem, route.line)
  const groups = Object.entries(route.pattern.exec(pathname)?.groups ?? {})
  const path = Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]))
  return route.answer(data, { path, query: query.value, body: body.value })
}

/** Fields of a query or form; one that comes several times is a list. */
export const fieldsOf = (values: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(values.keys())].map((name) => {
      const all = values.getAll(name)
      return [name, all.length > 1 ? all : (all[0] ?? '')]
    }),
  )

type Checked = { readonly value: unknown } | { readonly problem: FieldProblem }

/** A value as the schema has it, or the first thing that is wrong with it. */
export const checked = (
  place: FieldProblem['place'],
  schema: z.ZodType | undefined,
  value: unknown,
): Checked => {
  if (schema === undefined) return isEmpty(value) ? { value } : { problem: unexpected(place, value) }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  const path = issue?.path.map(String) ?? []
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const isMissing = issue?.code === 'invalid_type' && valueAt(value, path) === undefined
  const kind = unknownKey.length > 0 ? 'unknown' : isMissing ? 'missing' : 'invalid'
  return {
    problem: { place, field: [...path, ...unknownKey].join('.'), kind, message: issue?.message ?? '' },
  }
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

const unexpected = (place: FieldProblem['place'], value: unknown): FieldProblem => ({
  place,
  field: typeof value === 'object' && value !== null ? (Object.keys(value)[0] ?? '') : '',
  kind: 'unknown',
  message: 'takes none',
})

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  )
