import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { OAuth2Method } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import { atSite, type Site } from '../../registry/site.ts'
import type { Network } from '../platform/platform.ts'
import type { Vault } from '../vault/vault.ts'
import { registerClient } from './client-registration.ts'
import type { ConnectionRows } from './connection-rows.ts'
import { checkEntered } from './entered-values.ts'
import type { OAuthClient, OAuthClients } from './oauth-clients.ts'

export interface SignInRequest {
  readonly integrationId: string
  /** The account to be renewed in place, if any: it stays where it lives. */
  readonly connectionId?: string | undefined
  /** Where a new account lives, for integrations that ask. */
  readonly values?: Readonly<Record<string, string>> | undefined
}

/** All that is known before the provider is asked. */
export interface PreparedSignIn {
  /** With its site filled in. */
  readonly integration: Integration
  readonly auth: OAuth2Method
  readonly site: Site
  readonly client: OAuthClient
}

interface PreparationDependencies {
  readonly network: Network
  readonly vault: Vault
  readonly rows: ConnectionRows
  readonly clients: OAuthClients
  readonly findIntegration: (id: string) => Integration
  /** For the names of fields in what the person is told. */
  readonly shownOf: (integration: Integration) => Integration
}

/**
 * @param step `finish` uses the very client that the sign-in was begun with
 * @throws HubError INTEGRATIONS_NOT_CONFIGURED, INVALID_PARAMS, RESOURCE_NOT_FOUND, NETWORK, or the vault's
 */
export type PrepareSignIn = (
  workspaceId: string,
  request: SignInRequest,
  step: 'begin' | 'finish',
) => Promise<PreparedSignIn>

export function createPrepareSignIn(dependencies: PreparationDependencies): PrepareSignIn {
  const { vault, clients, findIntegration } = dependencies
  return async (workspaceId, request, step) => {
    const written = findIntegration(request.integrationId)
    const site = siteOf(dependencies, workspaceId, written, request)
    const integration = atSite(written, 'oauth2', site)
    const auth = oauthMethod(integration)
    // Before anything is asked of provider or person: what cannot be kept must not be given.
    await vault.ready()
    const known = await clients.find(workspaceId, auth, site)
    // Servers forget apps that nobody uses; one that no account depends on is made anew.
    const isIdle =
      step === 'begin' &&
      known?.isRegistered === true &&
      !isUsed(dependencies, workspaceId, integration, site)
    const client =
      known === undefined || isIdle
        ? await register(dependencies, workspaceId, integration, auth, site)
        : known
    return { integration, auth, site, client }
  }
}

function isUsed(
  { rows }: PreparationDependencies,
  workspaceId: string,
  { id }: Integration,
  site: Site,
): boolean {
  return rows
    .list(workspaceId, id)
    .some((row) => Object.entries(site).every(([name, value]) => row.site[name] === value))
}

function siteOf(
  { rows, shownOf }: PreparationDependencies,
  workspaceId: string,
  integration: Integration,
  { connectionId, values = {} }: SignInRequest,
): Site {
  if (connectionId === undefined) return checkEntered(oauthMethod(shownOf(integration)).fields, values).site
  const row = rows.get(connectionId)
  if (row?.workspaceId === workspaceId && row.integrationId === integration.id) return row.site
  throw new HubError('RESOURCE_NOT_FOUND', sentences.connections.noAccount)
}

async function register(
  { network, clients }: PreparationDependencies,
  workspaceId: string,
  integration: Integration,
  auth: OAuth2Method,
  site: Site,
): Promise<OAuthClient> {
  if (auth.registration === undefined) {
    throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.signIn.needsClient(integration.name))
  }
  const client = await registerClient(integration.name, auth, auth.registration, network)
  await clients.save(workspaceId, auth, site, client)
  return client
}

/** @throws HubError INTEGRATIONS_NOT_CONFIGURED when the integration has no browser sign-in */
export function oauthMethod(integration: Integration): OAuth2Method {
  const method = integration.auth.find((auth) => auth.type === 'oauth2')
  if (method !== undefined) return method
  throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.signIn.noBrowser(integration.name))
}
