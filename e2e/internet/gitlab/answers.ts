import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import type { FieldProblem } from '../rest.ts'

export const notFound = (what: string): SimulatedAnswer =>
  jsonAnswer(404, { message: `404 ${what} Not Found` })

/** Without a credential that GitLab can read as a token of its own, and with one that has ended. */
export const unauthenticated = (isToken: boolean): SimulatedAnswer =>
  isToken
    ? jsonAnswer(401, {
        error: 'invalid_token',
        error_description: 'Token is expired. You can either do re-authorization or token refresh.',
      })
    : jsonAnswer(401, { message: '401 Unauthorized' })

export const scopeMissing = (): SimulatedAnswer =>
  jsonAnswer(403, {
    error: 'insufficient_scope',
    error_description: 'The request requires higher privileges than provided by the access token.',
    scope: 'api',
  })

/** What is wrong with a request, as GitLab says it; unknown fields it would ignore, and a misspelt one with them. */
export const gitlab = {
  noSuchPath: (): SimulatedAnswer => jsonAnswer(404, { error: '404 Not Found' }),
  notJson: (): SimulatedAnswer => jsonAnswer(400, { error: 'The provided content-type is not supported.' }),
  invalid: ({ field, kind }: FieldProblem): SimulatedAnswer => {
    if (kind === 'missing') return jsonAnswer(400, { error: `${field} is missing` })
    return jsonAnswer(400, {
      error: kind === 'unknown' ? `${field} is unknown` : `${field} does not have a valid value`,
    })
  },
}

type Page = { readonly page?: string | undefined; readonly per_page?: string | undefined }

/** One page of rows with the headers of GitLab's offset pagination. */
export const pageAnswer = (address: string, query: Page, rows: readonly unknown[]): SimulatedAnswer => {
  const page = Number(query.page ?? 1)
  const size = Number(query.per_page ?? 20)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const to = (number: number): string => {
    const url = new URL(address)
    url.search = new URLSearchParams({ ...query, page: String(number), per_page: String(size) }).toString()
    return url.href
  }
  const next = page < pages ? [`<${to(page + 1)}>; rel="next"`] : []
  return jsonAnswer(200, rows.slice((page - 1) * size, page * size), {
    link: [...next, `<${to(1)}>; rel="first"`, `<${to(pages)}>; rel="last"`].join(', '),
    'x-page': String(page),
    'x-per-page': String(size),
    'x-next-page': page < pages ? String(page + 1) : '',
    'x-total': String(rows.length),
    'x-total-pages': String(pages),
  })
}
