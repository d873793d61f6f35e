import type { OAuth2Method } from './auth.ts'

/**
 * The short name of a scope: `gmail.send` for `https://www.googleapis.com/auth/gmail.send`; most are short already.
 *
 * @param scope as the provider writes it
 */
export function shortScope(scope: string): string {
  if (!/^https?:\/\//.test(scope)) return scope
  return scope.split('/').findLast((part) => part !== '') ?? scope
}

/**
 * Finds a scope by its short or full name, whatever the case.
 *
 * @returns the scope as the provider writes it, or undefined when the definition does not know it
 */
export function findScope({ scopes }: Pick<OAuth2Method, 'scopes'>, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return scopes.find((scope) => [scope, shortScope(scope)].some((known) => known.toLowerCase() === wanted))
}
