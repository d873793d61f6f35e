import { z } from 'zod'
import type { OAuth2Auth } from '../../registry/define.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Vault } from '../vault/vault.ts'

const oauthClient = z.object({ clientId: z.string(), clientSecret: z.string().optional() })

/** The person's own OAuth app at a provider. */
export interface OAuthClient {
  readonly clientId: string
  readonly clientSecret?: string | undefined
}

export interface OAuthClients {
  /** The environment first, then what the person saved. */
  find(workspaceId: string, integrationId: string, auth: OAuth2Auth): Promise<OAuthClient | undefined>
  source(workspaceId: string, integrationId: string, auth: OAuth2Auth): 'environment' | 'saved' | 'missing'
  save(workspaceId: string, integrationId: string, client: OAuthClient): Promise<void>
  forget(workspaceId: string, integrationId: string): void
}

export function createOAuthClients(
  database: Database,
  vault: Vault,
  environment: Readonly<Record<string, string | undefined>>,
): OAuthClients {
  const select = database.prepare<[string, string], { sealed: Buffer }>(
    'SELECT sealed FROM oauth_clients WHERE workspace_id = ? AND integration_id = ?',
  )
  const upsert = database.prepare(
    'INSERT INTO oauth_clients (workspace_id, integration_id, sealed) VALUES (?, ?, ?)' +
      ' ON CONFLICT DO UPDATE SET sealed = excluded.sealed',
  )
  const remove = database.prepare('DELETE FROM oauth_clients WHERE workspace_id = ? AND integration_id = ?')
  return {
    async find(workspaceId, integrationId, auth) {
      const fromEnvironment = environmentClient(environment, auth)
      if (fromEnvironment !== undefined) return fromEnvironment
      const row = select.get(workspaceId, integrationId)
      if (row === undefined) return undefined
      return oauthClient.parse(
        JSON.parse(await vault.unseal(boundTo(workspaceId, integrationId), row.sealed)),
      )
    },
    source(workspaceId, integrationId, auth) {
      if (environmentClient(environment, auth) !== undefined) return 'environment'
      return select.get(workspaceId, integrationId) === undefined ? 'missing' : 'saved'
    },
    async save(workspaceId, integrationId, client) {
      const sealed = await vault.seal(boundTo(workspaceId, integrationId), JSON.stringify(client))
      durably(database, () => void upsert.run(workspaceId, integrationId, sealed))
    },
    forget: (workspaceId, integrationId) =>
      durably(database, () => void remove.run(workspaceId, integrationId)),
  }
}

function boundTo(workspaceId: string, integrationId: string): string {
  return `oauth-client/${workspaceId}/${integrationId}`
}

function environmentClient(
  environment: Readonly<Record<string, string | undefined>>,
  auth: OAuth2Auth,
): OAuthClient | undefined {
  const clientId = environment[auth.clientIdEnv]
  if (clientId === undefined || clientId === '') return undefined
  const secret = auth.clientSecretEnv === undefined ? undefined : environment[auth.clientSecretEnv]
  return secret === undefined || secret === '' ? { clientId } : { clientId, clientSecret: secret }
}
