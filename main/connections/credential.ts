import { z } from 'zod'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Database } from '../platform/database.ts'
import type { SealedColumn } from '../vault/sealed-column.ts'
import type { Vault } from '../vault/vault.ts'

const values = z.record(z.string(), z.string())

const credential = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('oauth2'),
    accessToken: z.string(),
    refreshToken: z.string().optional(),
    /** Milliseconds since 1970; absent when the provider's tokens do not expire. */
    expiresAt: z.number().optional(),
  }),
  z.object({ type: z.literal('api_key'), values }),
  z.object({
    type: z.literal('client_credentials'),
    values,
    accessToken: z.string(),
    expiresAt: z.number().optional(),
  }),
])

/** A secret in the clear. It stays inside `main/connections`. */
export type Credential = z.infer<typeof credential>
export type OAuthCredential = Extract<Credential, { type: 'oauth2' }>
export type ExchangedCredential = Extract<Credential, { type: 'client_credentials' }>

/** What the definition's placement may name. */
export function placeable(one: Credential): Readonly<Record<string, string>> {
  if (one.type === 'api_key') return one.values
  const token = { access_token: one.accessToken }
  return one.type === 'oauth2' ? token : { ...one.values, ...token }
}

/** Whether two are one and the same: what is stored may have been renewed meanwhile. */
export function isSameCredential(one: Credential, other: Credential): boolean {
  return JSON.stringify(credential.parse(one)) === JSON.stringify(credential.parse(other))
}

export const sealedCredentials: SealedColumn = {
  table: 'integration_credentials',
  column: 'sealed',
  key: ['connection_id'],
  boundTo: (connectionId) => connectionId,
  ifDamaged: sentences.vault.damaged.credential,
  forget: 'delete rows',
}

/** Rows of `integration_credentials`: each sealed, bound to its connection's id. */
export interface CredentialStore {
  read(connectionId: string): Promise<Credential | undefined>
  seal(connectionId: string, credential: Credential): Promise<Buffer>
  /** Synchronous, so that it can share a transaction with the connection's row. */
  write(connectionId: string, sealed: Buffer, at: number): void
}

export function createCredentialStore(database: Database, vault: Vault): CredentialStore {
  const select = database.prepare<[string], { sealed: Buffer }>(
    'SELECT sealed FROM integration_credentials WHERE connection_id = ?',
  )
  const upsert = database.prepare(
    'INSERT INTO integration_credentials (connection_id, sealed, updated_at) VALUES (?, ?, ?)' +
      ' ON CONFLICT (connection_id) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at',
  )
  return {
    async read(connectionId) {
      const row = select.get(connectionId)
      if (row === undefined) return undefined
      return credential.parse(upgraded(JSON.parse(await vault.unseal(connectionId, row.sealed))))
    },
    seal: (connectionId, value) => vault.seal(connectionId, JSON.stringify(value)),
    write: (connectionId, sealed, at) => void upsert.run(connectionId, sealed, at),
  }
}

const singleKey = z.object({ type: z.literal('api_key'), key: z.string() })

/** Before there were forms, a key had no name. */
function upgraded(stored: unknown): unknown {
  const old = singleKey.safeParse(stored)
  return old.success ? { type: 'api_key', values: { key: old.data.key } } : stored
}
