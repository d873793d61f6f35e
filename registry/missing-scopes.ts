/**
 * Which scopes a refused request lacked, where headers say so: `WWW-Authenticate` with `insufficient_scope` (RFC 6750
 * 3.1), or `X-Accepted-OAuth-Scopes` beside `X-OAuth-Scopes`, of which any one would have done.
 *
 * @param status only 403 and 404 are about rights: some providers hide what one may not see
 * @returns nothing when the headers do not say
 */
export function missingScopesOf(status: number, headers: Headers): readonly string[] {
  if (status !== 403 && status !== 404) return []
  const challenge = headers.get('www-authenticate') ?? ''
  if (/\berror="?insufficient_scope\b/i.test(challenge)) {
    return listOf(/\bscope="([^"]*)"/i.exec(challenge)?.[1] ?? '')
  }
  const accepted = listOf(headers.get('x-accepted-oauth-scopes') ?? '')
  const held = listOf(headers.get('x-oauth-scopes') ?? '')
  const [first] = accepted
  if (first === undefined || !headers.has('x-oauth-scopes')) return []
  return accepted.some((scope) => held.includes(scope)) ? [] : [first]
}

const listOf = (scopes: string): readonly string[] => scopes.split(/[\s,]+/).filter((scope) => scope !== '')
