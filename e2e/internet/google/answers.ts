import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import type { FieldProblem } from '../rest.ts'

/** An error as Google’s REST APIs write it. @see https://cloud.google.com/apis/design/errors */
export const googleError = (code: number, status: string, reason: string, message: string): SimulatedAnswer =>
  jsonAnswer(code, { error: { code, message, errors: [{ message, domain: 'global', reason }], status } })

export const notFound = (): SimulatedAnswer =>
  googleError(404, 'NOT_FOUND', 'notFound', 'Requested entity was not found.')

export const invalidArgument = (message: string): SimulatedAnswer =>
  googleError(400, 'INVALID_ARGUMENT', 'invalidArgument', message)

export const unauthenticated = (): SimulatedAnswer =>
  googleError(
    401,
    'UNAUTHENTICATED',
    'authError',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  )

export const scopeMissing = (): SimulatedAnswer =>
  googleError(
    403,
    'PERMISSION_DENIED',
    'insufficientPermissions',
    'Request had insufficient authentication scopes.',
  )

const html = { 'content-type': 'text/html; charset=UTF-8' }

/** What is wrong with a request, in Google’s words. */
export const google = {
  noSuchPath: ({ url }: SimulatedRequest): SimulatedAnswer => ({
    status: 404,
    headers: html,
    body: `<title>Error 404 (Not Found)!!1</title><p>The requested URL <code>${url.pathname}</code> was not found on this server.`,
  }),
  notJson: (): SimulatedAnswer => invalidArgument('Invalid JSON payload received.'),
  invalid: ({ place, field, kind, message }: FieldProblem): SimulatedAnswer => {
    if (kind === 'missing') return invalidArgument(`Missing required field: ${field}`)
    if (kind === 'invalid') return invalidArgument(`Invalid value at '${field}': ${message}`)
    const cannot = place === 'query' ? 'Cannot bind query parameter' : 'Cannot find field'
    return invalidArgument(`Invalid JSON payload received. Unknown name "${field}": ${cannot}.`)
  },
}
