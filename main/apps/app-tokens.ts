import { newSecret, sha256 } from '../identifiers.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'

export const ACCESS_SECONDS = 3_600
const ACCESS_MS = ACCESS_SECONDS * 1_000
/** From the last renewal on. */
const REFRESH_MS = 90 * 86_400_000
/**
 * How long a used refresh token still gets the answer it got before. Two processes of one client renew at the same
 * moment, or an answer is lost: neither is a theft. A thief gains nothing by it that the next renewal would not show,
 * because both then hold the same token.
 */
const REPEAT_MS = 10_000
/** Of one family: a client that renews in a loop must not fill the disk. */
const MOST_KEPT = 100
const MOST_ALIVE = 5

/** An access token and the refresh token for the next; told once, stored as hashes. */
export interface IssuedTokens {
  readonly accessToken: string
  readonly refreshToken: string
  /** Names all that came of one consent. */
  readonly family: string
}

/** Tokens that apps got by authorization. */
export interface AppTokens {
  /** The first tokens of a new family. */
  issue(appId: string, clientId: string): IssuedTokens
  /**
   * Gives a refresh token for the next one (OAuth 2.1, 4.3.1). One that was used before ends its family.
   *
   * @returns undefined when the token is not this client's, or dead
   */
  refresh(token: string, clientId: string): IssuedTokens | undefined
  /** Ends the family of a token of this client, access or refresh (RFC 7009). */
  revoke(token: string, clientId: string): void
  endFamily(family: string): void
  endOf(appId: string): void
  /** Told of every app that has lost tokens: what it has open with them ends. */
  whenEnded(listener: (appId: string) => void): void
  /** @param digest SHA-256 of an access token, base64. @returns its app's id while it lives */
  appOf(digest: string): string | undefined
}

interface TokenRow {
  readonly hash: Buffer
  readonly appId: string
  readonly clientId: string
  readonly kind: 'access' | 'refresh'
  readonly family: string
  readonly expiresAt: number
  readonly usedAt: number | null
}

const SELECT =
  'SELECT hash, app_id AS appId, client_id AS clientId, kind, family, expires_at AS expiresAt, used_at AS usedAt' +
  ' FROM app_tokens'

const PRUNE =
  'DELETE FROM app_tokens WHERE family = @family AND kind = @kind AND hash NOT IN' +
  ' (SELECT hash FROM app_tokens WHERE family = @family AND kind = @kind ORDER BY expires_at DESC LIMIT @most)'

/** Access tokens are kept in memory and written through: the bridge asks on every request. */
export function createAppTokens(database: Database, clock: Pick<Clock, 'now'>): AppTokens {
  const alive = new Map<string, Pick<TokenRow, 'appId' | 'expiresAt'>>()
  const answers = new Map<string, { readonly issued: IssuedTokens; readonly until: number }>()

  let tellEnded: (appId: string) => void = () => undefined

  const load = (): void => {
    alive.clear()
    const rows = database.prepare<[number], TokenRow>(`${SELECT} WHERE kind = 'access' AND expires_at > ?`)
    for (const { hash, appId, expiresAt } of rows.all(clock.now())) {
      alive.set(hash.toString('base64'), { appId, expiresAt })
    }
  }
  const change = (work: () => void): void => {
    durably(database, work)
    load()
  }
  const find = (token: string): TokenRow | undefined => {
    const row = database.prepare<[Buffer], TokenRow>(`${SELECT} WHERE hash = ?`).get(sha256(token))
    return row === undefined || row.expiresAt <= clock.now() ? undefined : row
  }
  const insert = (token: string, row: Omit<TokenRow, 'hash' | 'usedAt'>): void => {
    const sql =
      'INSERT INTO app_tokens (hash, app_id, client_id, kind, family, expires_at)' +
      ' VALUES (@hash, @appId, @clientId, @kind, @family, @expiresAt)'
    database.prepare(sql).run({ ...row, hash: sha256(token) })
  }
  /** Inside a transaction. */
  const insertPair = (appId: string, clientId: string, family: string): IssuedTokens => {
    const now = clock.now()
    const issued = { accessToken: newToken('at'), refreshToken: newToken('rt'), family }
    const row = { appId, clientId, family }
    insert(issued.accessToken, { ...row, kind: 'access', expiresAt: now + ACCESS_MS })
    insert(issued.refreshToken, { ...row, kind: 'refresh', expiresAt: now + REFRESH_MS })
    database.prepare('DELETE FROM app_tokens WHERE expires_at <= ?').run(now)
    database.prepare(PRUNE).run({ family, kind: 'access', most: MOST_ALIVE })
    database.prepare(PRUNE).run({ family, kind: 'refresh', most: MOST_KEPT })
    return issued
  }
  const repeated = (digest: string): IssuedTokens | undefined => {
    for (const [key, { until }] of answers) if (until <= clock.now()) answers.delete(key)
    return answers.get(digest)?.issued
  }
  const endFamily = (family: string): void => {
    for (const [key, { issued }] of answers) if (issued.family === family) answers.delete(key)
    const select = database.prepare<[string], string>('SELECT app_id FROM app_tokens WHERE family = ?')
    const appId = select.pluck().get(family)
    change(() => void database.prepare('DELETE FROM app_tokens WHERE family = ?').run(family))
    if (appId !== undefined) tellEnded(appId)
  }
  const renew = ({ hash, appId, clientId, family }: TokenRow): IssuedTokens => {
    const issued = durably(database, () => {
      database.prepare('UPDATE app_tokens SET used_at = ? WHERE hash = ?').run(clock.now(), hash)
      return insertPair(appId, clientId, family)
    })
    load()
    answers.set(hash.toString('base64'), { issued, until: clock.now() + REPEAT_MS })
    return issued
  }
  load()

  return {
    issue(appId, clientId) {
      const issued = durably(database, () => insertPair(appId, clientId, newSecret()))
      load()
      return issued
    },
    refresh(token, clientId) {
      const row = find(token)
      if (row?.kind !== 'refresh' || row.clientId !== clientId) return undefined
      if (row.usedAt === null) return renew(row)
      const before = repeated(row.hash.toString('base64'))
      if (before === undefined) endFamily(row.family)
      return before
    },
    revoke(token, clientId) {
      const row = find(token)
      if (row?.clientId === clientId) endFamily(row.family)
    },
    endFamily,
    endOf(appId) {
      answers.clear()
      change(() => void database.prepare('DELETE FROM app_tokens WHERE app_id = ?').run(appId))
      tellEnded(appId)
    },
    whenEnded(listener) {
      tellEnded = listener
    },
    appOf(digest) {
      const token = alive.get(digest)
      return token !== undefined && token.expiresAt > clock.now() ? token.appId : undefined
    },
  }
}

/** The prefix lets secret scanners recognise a leaked one. */
function newToken(kind: 'at' | 'rt'): string {
  return `gatehouse_${kind}_${newSecret()}`
}
