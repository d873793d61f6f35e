import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { FormMethod } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import { atSite, type Site } from '../../registry/site.ts'
import type { Clock, Network } from '../platform/platform.ts'
import type { ShownIntegrations } from '../shown-integrations.ts'
import type { Vault } from '../vault/vault.ts'
import type { ConnectAccount } from './connect-account.ts'
import type { ConnectionRow } from './connection-rows.ts'
import type { Credential } from './credential.ts'
import { checkEntered, type EnteredValues } from './entered-values.ts'
import { exchangeValues } from './token-exchange.ts'

interface FormDependencies {
  readonly platform: { readonly network: Network; readonly clock: Clock }
  readonly vault: Vault
  /** For the names of fields in what a person is told. */
  readonly shown: Pick<ShownIntegrations, 'of'>
  readonly connectAccount: ConnectAccount
}

interface FilledForm {
  readonly method: FormMethod['type']
  readonly values: Readonly<Record<string, string>>
  readonly connectionId?: string | undefined
}

/**
 * Connects an account with what a person entered. It is tried at the provider before anything is kept.
 *
 * @throws HubError INVALID_PARAMS or KEY_REJECTED for wrong values, NETWORK when nothing is known about them
 */
export async function connectWithForm(
  { platform, vault, shown, connectAccount }: FormDependencies,
  workspaceId: string,
  integration: Integration,
  { method: type, values: given, connectionId }: FilledForm,
): Promise<ConnectionRow> {
  const method = shown.of(integration).auth.find((one): one is FormMethod => one.type === type)
  if (method === undefined) {
    throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.connections.takesNoKey(integration.name))
  }
  const entered = checkEntered(method.fields, given)
  await vault.ready()
  const credential = await credentialOf(platform, integration, type, entered)
  return await connectAccount(workspaceId, integration, {
    credential,
    scopes: [],
    site: entered.site,
    connectionId,
  })
}

async function credentialOf(
  platform: FormDependencies['platform'],
  integration: Integration,
  type: FormMethod['type'],
  { values, site }: EnteredValues,
): Promise<Credential> {
  const exchange = exchangeAt(integration, type, site)
  if (exchange === undefined) return { type: 'api_key', values }
  return await exchangeValues(integration, exchange, values, platform)
}

function exchangeAt(integration: Integration, type: FormMethod['type'], site: Site): FormMethod['exchange'] {
  const [method] = atSite(integration, type, site).auth
  return method?.type === 'client_credentials' ? method.exchange : undefined
}
