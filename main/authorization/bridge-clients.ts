import { newId } from '../identifiers.ts'
import type { Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import type { BridgeClient } from './client-metadata.ts'

const MOST = 200
const UNUSED_MS = 86_400_000
/** Longer than the life of its last refresh token. */
const USED_MS = 180 * 86_400_000

/** Clients that have registered themselves (RFC 7591). Unused ones are forgotten after a day. */
export interface BridgeClients {
  register(name: string, redirectUris: readonly string[]): BridgeClient & { readonly createdAt: number }
  find(clientId: string): BridgeClient | undefined
  /** Notes that a client got tokens, and for which app. One that has not registered is left as it is. */
  markUsed(clientId: string, appId?: string): void
}

interface ClientRow {
  readonly id: string
  readonly name: string
  readonly redirectUris: string
  readonly appId: string | null
}

const SELECT =
  'SELECT id, name, redirect_uris AS redirectUris, app_id AS appId FROM bridge_clients WHERE id = ?'

const PRUNE =
  'DELETE FROM bridge_clients WHERE (used_at IS NULL AND created_at <= @unused) OR used_at <= @used'

/** Those that nobody has said yes to go first. */
const MAKE_ROOM =
  'DELETE FROM bridge_clients WHERE id IN' +
  ' (SELECT id FROM bridge_clients ORDER BY used_at IS NOT NULL DESC, coalesce(used_at, created_at) DESC' +
  ' LIMIT -1 OFFSET @most)'

export function createBridgeClients(database: Database, clock: Pick<Clock, 'now'>): BridgeClients {
  const prune = (): void => {
    const now = clock.now()
    database.prepare(PRUNE).run({ unused: now - UNUSED_MS, used: now - USED_MS })
  }
  return {
    register(name, redirectUris) {
      const createdAt = clock.now()
      const id = newId('cli')
      prune()
      database.prepare(MAKE_ROOM).run({ most: MOST - 1 })
      database
        .prepare('INSERT INTO bridge_clients (id, name, redirect_uris, created_at) VALUES (?, ?, ?, ?)')
        .run(id, name, JSON.stringify(redirectUris), createdAt)
      return { id, kind: 'registered', name, redirectUris, appId: undefined, createdAt }
    },
    find(clientId) {
      prune()
      const row = database.prepare<[string], ClientRow>(SELECT).get(clientId)
      if (row === undefined) return undefined
      const redirectUris = JSON.parse(row.redirectUris) as readonly string[]
      const { id, name, appId } = row
      return { id, kind: 'registered', name, redirectUris, appId: appId ?? undefined }
    },
    markUsed(clientId, appId) {
      const sql = 'UPDATE bridge_clients SET used_at = ?, app_id = coalesce(?, app_id) WHERE id = ?'
      database.prepare(sql).run(clock.now(), appId ?? null, clientId)
    },
  }
}
