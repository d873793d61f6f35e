import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from './connection-rows.ts'

interface MissingScope {
  readonly scope: string
  /** What it lets apps do, in short words where the definition has some. */
  readonly name: string
}

/** Scopes that say how long a grant lives or who it is for; providers leave them out of what they report. */
const UNREPORTED = new Set(['offline_access', 'openid', 'email', 'profile'])

/**
 * What the person was asked for and did not allow. Known only of sign-ins whose provider said what it granted; one
 * that granted none of what was asked for speaks of something else.
 */
export function missingScopes(
  integration: Integration,
  { authType, scopes }: Pick<ConnectionRow, 'authType' | 'scopes'>,
): readonly MissingScope[] {
  const method = integration.auth.find((auth) => auth.type === 'oauth2')
  if (authType !== 'oauth2' || method === undefined) return []
  const granted = new Set(scopes)
  if (!method.scopes.some((scope) => granted.has(scope))) return []
  return method.scopes
    .filter((scope) => !granted.has(scope) && !UNREPORTED.has(scope))
    .map((scope) => ({ scope, name: method.scopeNames.get(scope) ?? scope }))
}
