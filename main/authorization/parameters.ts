import { OAuthProblem } from './oauth-problem.ts'
import { sentences } from '../../preload/messages/sentences.ts'

/** What a request says, each name once and with a value. */
export type Parameters = Readonly<Record<string, string | undefined>>

/**
 * Reads a query or a form. One without a value counts as left out (RFC 6749 3.1).
 *
 * @throws OAuthProblem invalid_request when a name stands there twice
 */
export function singleParameters(given: URLSearchParams): Parameters {
  const names = [...given.keys()]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new OAuthProblem('invalid_request', sentences.authorization.twice)
  return Object.fromEntries([...given].filter(([, value]) => value !== ''))
}
