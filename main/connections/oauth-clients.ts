import { z } from 'zod'
import { sentences } from '../../preload/messages/sentences.ts'
import type { OAuth2Method } from '../../registry/auth.ts'
import type { Site } from '../../registry/site.ts'
import { durably, type Database } from '../platform/database.ts'
import type { SealedColumn } from '../vault/sealed-column.ts'
import type { Vault } from '../vault/vault.ts'

const oauthClient = z.object({
  clientId: z.string(),
  clientSecret: z.string().optional(),
  isRegistered: z.boolean().optional(),
})

/** The person's own OAuth app at a provider. */
export interface OAuthClient {
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** Made by the app itself, at a server that lets apps register. */
  readonly isRegistered?: boolean | undefined
}

/**
 * One client may serve several integrations of a provider: it is kept under the name its definition gives it. Every
 * server that people run themselves knows clients of its own.
 */
export interface OAuthClients {
  /** The environment first, then what was saved. */
  find(workspaceId: string, auth: OAuth2Method, site: Site): Promise<OAuthClient | undefined>
  source(workspaceId: string, auth: OAuth2Method, site: Site): ClientSource
  save(workspaceId: string, auth: OAuth2Method, site: Site, client: OAuthClient): Promise<void>
  /** Forgets the clients of every site. */
  forget(workspaceId: string, auth: OAuth2Method): void
}

/** `automatic`: the app registers itself when it is needed. */
export type ClientSource = 'environment' | 'saved' | 'automatic' | 'missing'

export function createOAuthClients(
  database: Database,
  vault: Vault,
  environment: Readonly<Record<string, string | undefined>>,
): OAuthClients {
  const select = database.prepare<[string, string], { sealed: Buffer }>(
    'SELECT sealed FROM oauth_clients WHERE workspace_id = ? AND name = ?',
  )
  const upsert = database.prepare(
    'INSERT INTO oauth_clients (workspace_id, name, sealed) VALUES (?, ?, ?)' +
      ' ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
  )
  const remove = database.prepare(
    "DELETE FROM oauth_clients WHERE workspace_id = ? AND (name = ? OR name GLOB ? || '@*')",
  )
  return {
    async find(workspaceId, auth, site) {
      const name = clientName(auth, site)
      const fromEnvironment = environmentClient(environment, auth, name)
      if (fromEnvironment !== undefined) return fromEnvironment
      const row = select.get(workspaceId, name)
      if (row === undefined) return undefined
      return oauthClient.parse(JSON.parse(await vault.unseal(boundTo(workspaceId, name), row.sealed)))
    },
    source(workspaceId, auth, site) {
      const name = clientName(auth, site)
      if (environmentClient(environment, auth, name) !== undefined) return 'environment'
      if (select.get(workspaceId, name) !== undefined) return 'saved'
      return auth.registration === undefined ? 'missing' : 'automatic'
    },
    async save(workspaceId, auth, site, client) {
      const name = clientName(auth, site)
      const sealed = await vault.seal(boundTo(workspaceId, name), JSON.stringify(client))
      durably(database, () => void upsert.run(workspaceId, name, sealed))
    },
    forget: (workspaceId, { clientIdEnv }) =>
      durably(database, () => void remove.run(workspaceId, clientIdEnv, clientIdEnv)),
  }
}

/** The environment's name for the usual site; for others the site is part of it. */
function clientName({ clientIdEnv, fields }: OAuth2Method, site: Site): string {
  const isUsual = fields.every(
    ({ name, default: usual }) => usual !== undefined && (site[name] ?? usual) === usual,
  )
  return isUsual ? clientIdEnv : `${clientIdEnv}@${fields.map(({ name }) => site[name] ?? '').join('/')}`
}

function boundTo(workspaceId: string, name: string): string {
  return `oauth-client/${workspaceId}/${name}`
}

export const sealedClients: SealedColumn = {
  table: 'oauth_clients',
  column: 'sealed',
  key: ['workspace_id', 'name'],
  boundTo,
  ifDamaged: sentences.vault.damaged.client,
  forget: 'delete rows',
}

function environmentClient(
  environment: Readonly<Record<string, string | undefined>>,
  auth: OAuth2Method,
  name: string,
): OAuthClient | undefined {
  if (name !== auth.clientIdEnv) return undefined
  const clientId = environment[auth.clientIdEnv]
  if (clientId === undefined || clientId === '') return undefined
  const secret = auth.clientSecretEnv === undefined ? undefined : environment[auth.clientSecretEnv]
  return secret === undefined || secret === '' ? { clientId } : { clientId, clientSecret: secret }
}
