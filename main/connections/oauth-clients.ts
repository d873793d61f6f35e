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

/** One client may serve several integrations of a provider: it is kept under the name its definition gives it. */
export interface OAuthClients {
  /** The environment first, then what the person saved. */
  find(workspaceId: string, auth: OAuth2Auth): Promise<OAuthClient | undefined>
  source(workspaceId: string, auth: OAuth2Auth): 'environment' | 'saved' | 'missing'
  save(workspaceId: string, auth: OAuth2Auth, client: OAuthClient): Promise<void>
  forget(workspaceId: string, auth: OAuth2Auth): void
}

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
  const remove = database.prepare('DELETE FROM oauth_clients WHERE workspace_id = ? AND name = ?')
  return {
    async find(workspaceId, auth) {
      const fromEnvironment = environmentClient(environment, auth)
      if (fromEnvironment !== undefined) return fromEnvironment
      const row = select.get(workspaceId, auth.clientIdEnv)
      if (row === undefined) return undefined
      return oauthClient.parse(
        JSON.parse(await vault.unseal(boundTo(workspaceId, auth.clientIdEnv), row.sealed)),
      )
    },
    source(workspaceId, auth) {
      if (environmentClient(environment, auth) !== undefined) return 'environment'
      return select.get(workspaceId, auth.clientIdEnv) === undefined ? 'missing' : 'saved'
    },
    async save(workspaceId, auth, client) {
      const sealed = await vault.seal(boundTo(workspaceId, auth.clientIdEnv), JSON.stringify(client))
      durably(database, () => void upsert.run(workspaceId, auth.clientIdEnv, sealed))
    },
    forget: (workspaceId, auth) => durably(database, () => void remove.run(workspaceId, auth.clientIdEnv)),
  }
}

function boundTo(workspaceId: string, name: string): string {
  return `oauth-client/${workspaceId}/${name}`
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
