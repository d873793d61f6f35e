import { setTimeout as wait } from 'node:timers/promises'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import type { Clock } from '../platform/platform.ts'
import type { CredentialSource } from './credentialed-fetch.ts'
import type { ConnectionRow, ConnectionRows } from './connection-rows.ts'
import {
  isSameCredential,
  type Credential,
  type CredentialStore,
  type OAuthCredential,
} from './credential.ts'
import { endedBecause } from './ended-because.ts'
import { InvalidGrant } from './refresh-error.ts'
import { GrantLost, type Renewals } from './renewals.ts'
import type { Vault } from '../vault/vault.ts'

/** Tokens are renewed this long before they end, so that none ends on its way. */
const REFRESH_AHEAD_MS = 60_000
/** A token that is refused so soon after it was given is not cured by yet another one. */
const NEW_MS = 60_000
/** Quitting waits so long for the answers of token endpoints. */
const LAST_ANSWERS_MS = 5_000

interface AccessDependencies {
  readonly clock: Clock
  readonly rows: ConnectionRows
  readonly credentials: CredentialStore
  readonly renewals: Renewals
  /** Keeps the vault open until what was given is stored. */
  readonly hold: Vault['hold']
  /** Told when a connection stops or starts to work. */
  readonly onStatusChange: (row: ConnectionRow) => void
}

/** Hands out the credential of a connection, fresh. */
export interface Access {
  source(integration: Integration, connection: ConnectionRow): CredentialSource
  /** Waits for the answers that are on their way: one that comes after the database is closed would be lost. */
  settled(): Promise<void>
}

/** However many calls wait, one refresh request per connection is under way. */
export function createAccess(dependencies: AccessDependencies): Access {
  const { clock, rows, renewals, hold, onStatusChange } = dependencies
  const underWay = new Map<string, Promise<Credential>>()
  const renewedAt = new Map<string, number>()

  const refreshOnce = (
    integration: Integration,
    row: ConnectionRow,
    old: Credential,
  ): Promise<Credential> => {
    const running = underWay.get(row.id)
    if (running !== undefined) return running
    const started = hold(() => refresh(dependencies, integration, row, old))
      .then((fresh) => {
        renewedAt.set(row.id, clock.now())
        return fresh
      })
      .finally(() => underWay.delete(row.id))
    underWay.set(row.id, started)
    return started
  }

  const setStatus = (id: string, status: ConnectionRow['status'], problem?: Sentence): void => {
    if ((rows.get(id)?.status ?? status) === status) return
    rows.setStatus(id, status, problem)
    const changed = rows.get(id)
    if (changed !== undefined) onStatusChange(changed)
  }

  return {
    source: (integration, row) => ({
      async current() {
        const credential = await read(dependencies, row)
        refuseSpent(rows.get(row.id) ?? row, credential, clock.now())
        const isDue =
          renewals.isOpen(row.id, credential) || isEnding(credential, clock.now(), REFRESH_AHEAD_MS)
        if (!isDue) return credential
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
        if (!isRenewable(stored) || clock.now() - (renewedAt.get(row.id) ?? -Infinity) < NEW_MS)
          return undefined
        return await refreshOnce(integration, row, stored)
      },
      rejected: () => setStatus(row.id, 'expired', sentences.connections.noLongerAccepts(integration.name)),
      accepted(used) {
        // A provider that once said 401 by mistake must not leave a working account marked as expired.
        if (!isSpent(used)) setStatus(row.id, 'active')
      },
    }),
    settled: () => within(LAST_ANSWERS_MS, Promise.allSettled(underWay.values())),
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
  const { clock, credentials, renewals } = dependencies
  const before = await read(dependencies, row)
  if (!isSameCredential(before, old)) return before
  const fresh = await renewals.renew(integration, row, old).catch((error: unknown) => {
    if (error instanceof InvalidGrant) return error
    throw error
  })
  const sealed = fresh instanceof InvalidGrant ? undefined : await credentials.seal(row.id, fresh)
  const after = await read(dependencies, row)
  if (!isSameCredential(after, old)) return after
  if (fresh instanceof InvalidGrant || sealed === undefined) {
    const problem = fresh instanceof GrantLost ? fresh.problem : endedBecause(integration, row, clock.now())
    await expire(dependencies, row, old, problem)
    throw reconnect(row)
  }
  // A rotated refresh token is on the disk before its access token is used: the old one is dead already.
  renewals.settle(row.id, () => credentials.write(row.id, sealed, clock.now()))
  return fresh
}

/** A refresh token that was refused is never shown again; the access token may still have its last minutes. */
async function expire(
  { clock, rows, credentials, renewals, onStatusChange }: AccessDependencies,
  row: ConnectionRow,
  old: Credential,
  problem: Sentence,
): Promise<void> {
  const { refreshToken: _spent, ...rest } = { refreshToken: undefined, ...old }
  const sealed = await credentials.seal(row.id, rest)
  renewals.settle(row.id, () => {
    credentials.write(row.id, sealed, clock.now())
    rows.setStatus(row.id, 'expired', problem)
  })
  onStatusChange(rows.get(row.id) ?? row)
}

/** Values that were refused are not tried on every call: providers lock accounts over that. */
function refuseSpent(row: ConnectionRow, credential: Credential, now: number): void {
  if (row.status !== 'expired') return
  const hasEnded = isSpent(credential) && credential.expiresAt <= now
  if (hasEnded || credential.type === 'client_credentials') throw reconnect(row)
}

/** A token in its last minutes, with nothing to follow. */
function isSpent(credential: Credential): credential is OAuthCredential & { readonly expiresAt: number } {
  const { type } = credential
  return type === 'oauth2' && credential.refreshToken === undefined && credential.expiresAt !== undefined
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const limit = new AbortController()
  await Promise.race([work, wait(ms, undefined, { signal: limit.signal }).catch(() => undefined)])
  limit.abort()
}

function reconnect(row: ConnectionRow): HubError {
  return new HubError('RECONNECT_REQUIRED', sentences.connections.ended(row.accountName), {
    connection: row.id,
  })
}
