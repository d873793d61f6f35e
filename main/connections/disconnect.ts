import type { RevokeRequest } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Network } from '../platform/platform.ts'
import type { Access } from './access.ts'
import { clientBasic } from './client-basic.ts'
import { integrationOf, type ConnectionRow, type ConnectionRows } from './connection-rows.ts'
import type { CredentialStore, OAuthCredential } from './credential.ts'
import type { Disconnections } from './disconnections.ts'
import type { OAuthClient, OAuthClients } from './oauth-clients.ts'

export interface DisconnectDependencies {
  readonly database: Database
  readonly network: Network
  readonly rows: ConnectionRows
  readonly credentials: CredentialStore
  readonly oauthClients: OAuthClients
  readonly access: Access
  readonly disconnections: Disconnections
}

/**
 * Takes the token back at the provider where that can be done, then forgets account and credential.
 * Forgetting never depends on the provider's answer; begun once, it comes to its end also after a stop.
 *
 * @returns whether the provider confirmed
 */
export async function disconnect(
  { database, network, rows, credentials, oauthClients, access, disconnections }: DisconnectDependencies,
  integration: Integration | undefined,
  row: ConnectionRow,
): Promise<boolean> {
  disconnections.begin(row.id)
  const placed = integration === undefined ? undefined : integrationOf(integration, row)
  const auth = placed?.auth.find((method) => method.type === 'oauth2')
  const revoked = await revokeStored().catch(() => false)
  durably(database, () => rows.delete(row.id))
  return revoked

  async function revokeStored(): Promise<boolean> {
    if (placed === undefined || auth?.revoke === undefined) return false
    const stored = (): ReturnType<CredentialStore['read']> => credentials.read(row.id)
    // A token that names itself must not have ended.
    const credential =
      auth.revoke.authorization === 'bearer'
        ? await access.source(placed, row).current().catch(stored)
        : await stored()
    const client = await oauthClients.find(row.workspaceId, auth, row.site)
    if (credential?.type !== 'oauth2' || client === undefined) return false
    const { url, init } = revokeRequest(auth.revoke, client, credential)
    const response = await network.fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    await response.body?.cancel()
    return response.ok
  }
}

function revokeRequest(
  revoke: RevokeRequest,
  client: OAuthClient,
  credential: OAuthCredential,
): { url: string; init: RequestInit } {
  const { authorization = 'client_body', body = 'form', tokenField = 'token', method = 'POST' } = revoke
  // A refresh token's revocation ends the whole grant (RFC 7009 2.1); a bearer call names itself.
  const token =
    authorization === 'client_body'
      ? (credential.refreshToken ?? credential.accessToken)
      : credential.accessToken
  const fields: Record<string, string> = { [tokenField]: token }
  if (authorization === 'client_body') {
    fields['client_id'] = client.clientId
    if (client.clientSecret !== undefined) fields['client_secret'] = client.clientSecret
  }
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'Gatehouse' }
  if (body !== 'none') {
    headers['content-type'] = body === 'json' ? 'application/json' : 'application/x-www-form-urlencoded'
  }
  if (authorization === 'bearer') headers['authorization'] = `Bearer ${credential.accessToken}`
  if (authorization === 'client_basic') headers['authorization'] = clientBasic(client)
  return {
    url: revoke.url.replace('{client_id}', encodeURIComponent(client.clientId)),
    init: {
      method,
      headers,
      ...(body === 'json' && { body: JSON.stringify(fields) }),
      ...(body === 'form' && { body: new URLSearchParams(fields).toString() }),
    },
  }
}
