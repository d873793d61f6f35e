import { HubError } from '../../preload/contract/errors.ts'
import type { Integration } from '../../registry/define.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import type { CredentialSource } from './credentialed-fetch.ts'
import type { ConnectionRow, ConnectionRows } from './connection-rows.ts'
import { isSameCredential, type Credential, type CredentialStore } from './credential.ts'
import type { Renew } from './renew.ts'
import { InvalidGrant } from './token-endpoint.ts'

/** Tokens are renewed this long before they end, so that none ends on its way. */
const REFRESH_AHEAD_MS = 60_000

interface AccessDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly rows: ConnectionRows
  readonly credentials: CredentialStore
  readonly renew: Renew
  /** Told when a connection stops or starts to work. */
  readonly onStatusChange: () => void
}

/** Hands out the credential of a connection, fresh. */
export interface Access {
  source(integration: Integration, connection: ConnectionRow): CredentialSource
}

/** However many calls wait, one refresh request per connection is under way. */
export function createAccess(dependencies: AccessDependencies): Access {
  const { clock, rows, onStatusChange } = dependencies
  const underWay = new Map<string, Promise<Credential>>()

  const refreshOnce = (
    integration: Integration,
    row: ConnectionRow,
    old: Credential,
  ): Promise<Credential> => {
    const running = underWay.get(row.id)
    if (running !== undefined) return running
    const started = refresh(dependencies, integration, row, old).finally(() => underWay.delete(row.id))
    underWay.set(row.id, started)
    return started
  }

  const setStatus = (id: string, status: ConnectionRow['status']): void => {
    if ((rows.get(id)?.status ?? status) === status) return
    rows.setStatus(id, status)
    onStatusChange()
  }

  return {
    source: (integration, row) => ({
      async current() {
        const credential = await read(dependencies, row)
        if (!isEnding(credential, clock.now(), REFRESH_AHEAD_MS)) return credential
        try {
          return await refreshOnce(integration, row, credential)
        } catch (error) {
          const hasEnded = error instanceof HubError && error.code === 'RECONNECT_REQUIRED'
          if (hasEnded || isEnding(credential, clock.now(), 0)) throw error
          return credential
        }
      },
      async renewed(stale) {
        const stored = await read(dependencies, row)
        if (!isSameCredential(stored, stale)) return stored
        if (!isRenewable(stored)) return undefined
        return await refreshOnce(integration, row, stored)
      },
      rejected: () => setStatus(row.id, 'expired'),
      // A provider that once said 401 by mistake must not leave a working account marked as expired.
      accepted: () => setStatus(row.id, 'active'),
    }),
  }
}

async function read({ credentials }: AccessDependencies, row: ConnectionRow): Promise<Credential> {
  const credential = await credentials.read(row.id)
  if (credential === undefined) throw reconnect(row)
  return credential
}

function isEnding(credential: Credential, now: number, aheadMs: number): boolean {
  if (!isRenewable(credential) || credential.expiresAt === undefined) return false
  return credential.expiresAt - aheadMs <= now
}

function isRenewable(credential: Credential): credential is Exclude<Credential, { type: 'api_key' }> {
  return credential.type === 'oauth2'
    ? credential.refreshToken !== undefined
    : credential.type === 'client_credentials'
}

/** What is stored counts, before and after: another call may have renewed it, or the person signed in again. */
async function refresh(
  dependencies: AccessDependencies,
  integration: Integration,
  row: ConnectionRow,
  old: Credential,
): Promise<Credential> {
  const { database, clock, rows, credentials, renew, onStatusChange } = dependencies
  const before = await read(dependencies, row)
  if (!isSameCredential(before, old)) return before
  const fresh = await renew(integration, row, old).catch((error: unknown) => {
    if (error instanceof InvalidGrant) return undefined
    throw error
  })
  const sealed = fresh === undefined ? undefined : await credentials.seal(row.id, fresh)
  const after = await read(dependencies, row)
  if (!isSameCredential(after, old)) return after
  if (fresh === undefined || sealed === undefined) {
    rows.setStatus(row.id, 'expired')
    onStatusChange()
    throw reconnect(row)
  }
  // A rotated refresh token is on the disk before its access token is used: the old one is dead already.
  durably(database, () => credentials.write(row.id, sealed, clock.now()))
  return fresh
}

function reconnect(row: ConnectionRow): HubError {
  return new HubError('RECONNECT_REQUIRED', `The sign-in of ${row.accountName} has ended.`, {
    connection: row.id,
  })
}
