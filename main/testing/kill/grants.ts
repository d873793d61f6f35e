/** Whether a refresh token that was replaced still gives its successor, until that is used (RFC 9700 4.14.2). */
export interface GrantRules {
  readonly repeatsAnswers: boolean
}

/**
 * What the token endpoint made of a refresh token it was shown. `rotated`: replaced by a new one. `repeated`: replaced
 * before, the same answer given again. `reused`: replaced before, so the grant ended. `ended`: of an ended grant.
 */
export type Verdict = 'rotated' | 'repeated' | 'reused' | 'ended'

export interface Shown {
  readonly token: string
  readonly verdict: Verdict
}

export interface Grants {
  /** Every refresh token that was shown, in order. */
  readonly shown: readonly Shown[]
  token(form: URLSearchParams): { readonly status: number; readonly body: unknown }
  /** A code that works once, as the consent page gives it. */
  newCode(account: string): string
  revoke(token: string): void
  /** Whether the account's last grant has ended. */
  isEnded(account: string): boolean
  /** @returns undefined for an access token that is not valid */
  accountOf(accessToken: string): string | undefined
  /** Makes the access tokens of an account invalid, long before their time. */
  endAccess(account: string): void
}

interface Grant {
  readonly id: number
  readonly account: string
  /** Number of the refresh token that is valid. */
  current: number
  /** Whether the current one, or an access token given with it, has been seen. */
  isCurrentSeen: boolean
  isEnded: boolean
  access: string[]
}

export function createGrants({ repeatsAnswers }: GrantRules): Grants {
  const grants: Grant[] = []
  const codes = new Map<string, string>()
  const shown: Shown[] = []
  let serial = 0

  const give = (grant: Grant) => {
    serial += 1
    const access = `access-${grant.id}-${grant.current}-${serial}`
    grant.access.push(access)
    const tokens = { access_token: access, refresh_token: `refresh-${grant.id}-${grant.current}` }
    return { status: 200, body: { ...tokens, token_type: 'Bearer', expires_in: 3_600, scope: 'read write' } }
  }
  const exchange = (code: string) => {
    const account = codes.get(code)
    if (account === undefined || !codes.delete(code)) return INVALID_GRANT
    const id = grants.length
    const grant = { id, account, current: 1, isCurrentSeen: true, isEnded: false, access: [] }
    grants.push(grant)
    return give(grant)
  }
  const judge = (grant: Grant, number: number): Verdict => {
    if (grant.isEnded) return 'ended'
    if (number === grant.current) return 'rotated'
    return repeatsAnswers && number === grant.current - 1 && !grant.isCurrentSeen ? 'repeated' : 'reused'
  }
  const refresh = (token: string) => {
    const [, id = '', number = ''] = token.split('-')
    const grant = grants[Number(id)]
    if (grant === undefined) return INVALID_GRANT
    const verdict = judge(grant, Number(number))
    shown.push({ token, verdict })
    if (verdict === 'reused') grant.isEnded = true
    if (verdict === 'reused' || verdict === 'ended') return INVALID_GRANT
    // Whoever rotates has the token that came before, and its access tokens end.
    if (verdict === 'rotated')
      Object.assign(grant, { current: grant.current + 1, isCurrentSeen: false, access: [] })
    return give(grant)
  }

  return {
    shown,
    token: (form) =>
      form.get('grant_type') === 'refresh_token'
        ? refresh(form.get('refresh_token') ?? '')
        : exchange(form.get('code') ?? ''),
    newCode(account) {
      serial += 1
      const code = `code-${serial}`
      codes.set(code, account)
      return code
    },
    revoke(token) {
      const grant = grants[Number(token.split('-')[1])]
      if (grant !== undefined) grant.isEnded = true
    },
    isEnded: (account) => grants.findLast((grant) => grant.account === account)?.isEnded === true,
    accountOf(accessToken) {
      const grant = grants.find(({ isEnded, access }) => !isEnded && access.includes(accessToken))
      if (grant === undefined) return undefined
      grant.isCurrentSeen = true
      return grant.account
    },
    endAccess(account) {
      for (const grant of grants) if (grant.account === account) grant.access = []
    },
  }
}

const INVALID_GRANT = { status: 400, body: { error: 'invalid_grant' } }
