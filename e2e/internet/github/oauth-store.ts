import { createHash, randomBytes } from 'node:crypto'

/** What an application asked for when it sent the person to GitHub. */
type AuthorizationRequest = {
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  readonly state: string | null
  readonly codeChallenge: string | null
}

export type AccessToken = {
  readonly token: string
  readonly scope: string
  readonly expiresAt: number | null
}

export const application = {
  clientId: 'gatehouse-github',
  clientSecret: 'github-secret',
  redirectUris: ['app.gatehouse.desktop:/oauth/callback', 'http://127.0.0.1/oauth/callback'],
} as const

const codeLifeMs = 10 * 60_000

/** Requests being answered, codes not yet used, and tokens, all for this run only. */
export const createOAuthStore = () => {
  const requests = new Map<string, AuthorizationRequest>()
  const codes = new Map<string, AuthorizationRequest & { readonly expiresAt: number }>()
  const accessTokens = new Map<string, AccessToken>()
  const refreshTokens = new Map<string, string>()

  return {
    addRequest(request: AuthorizationRequest): string {
      const id = randomBytes(16).toString('hex')
      requests.set(id, request)
      return id
    },
    takeRequest: (id: string) => takeFrom(requests, id),
    issueCode(request: AuthorizationRequest): string {
      const code = randomBytes(10).toString('hex')
      codes.set(code, { ...request, expiresAt: Date.now() + codeLifeMs })
      return code
    },
    /** A code works once, for its client, and not after ten minutes. */
    takeCode(code: string, clientId: string) {
      const found = takeFrom(codes, code)
      return found && found.clientId === clientId && found.expiresAt > Date.now() ? found : undefined
    },
    issueAccessToken(scope: string, seconds: number | null): AccessToken {
      const token = `gho_${randomBytes(18).toString('hex')}`
      const issued = { token, scope, expiresAt: seconds === null ? null : Date.now() + seconds * 1000 }
      accessTokens.set(token, issued)
      return issued
    },
    issueRefreshToken(scope: string): string {
      const token = `ghr_${randomBytes(32).toString('hex')}`
      refreshTokens.set(token, scope)
      return token
    },
    /** The scope of a refresh token, which is used up by asking. */
    takeRefreshToken: (token: string) => takeFrom(refreshTokens, token),
    findAccessToken(token: string): AccessToken | undefined {
      const found = accessTokens.get(token)
      return found && (found.expiresAt === null || found.expiresAt > Date.now()) ? found : undefined
    },
    revokeAccessToken: (token: string): boolean => accessTokens.delete(token),
  }
}

export type OAuthStore = ReturnType<typeof createOAuthStore>

/** RFC 7636: the challenge is the verifier's SHA-256; without a challenge there is nothing to check. */
export const verifierFits = (challenge: string | null, verifier: string | undefined): boolean =>
  challenge === null ||
  (verifier !== undefined && createHash('sha256').update(verifier).digest('base64url') === challenge)

/** A loopback address may use any port (RFC 8252, 7.3); every other must be the registered one. */
export const redirectUriRegistered = (candidate: string): boolean => {
  if (!URL.canParse(candidate)) return false
  const url = new URL(candidate)
  if (url.hostname === '127.0.0.1') url.port = ''
  return application.redirectUris.some((registered) => registered === url.href)
}

const takeFrom = <T>(rows: Map<string, T>, key: string): T | undefined => {
  const found = rows.get(key)
  rows.delete(key)
  return found
}
