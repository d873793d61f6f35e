import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { FormMethod } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import type { Clock, Network } from '../platform/platform.ts'
import type { ConnectionRow } from './connection-rows.ts'
import type { Credential, ExchangedCredential, OAuthCredential } from './credential.ts'
import { InvalidGrant } from './refresh-error.ts'
import type { TokenEndpoint } from './token-endpoint.ts'
import { exchangeValues } from './token-exchange.ts'

/**
 * Asks the provider for the credential that follows an ending one.
 *
 * @throws InvalidGrant when only the person can help, OutcomeUnknown when the answer is lost
 */
export type Renew = (integration: Integration, row: ConnectionRow, old: Credential) => Promise<Credential>

interface RenewDependencies {
  readonly network: Network
  readonly clock: Clock
  readonly tokenEndpoint: (integration: Integration, row: ConnectionRow) => Promise<TokenEndpoint | undefined>
}

/** @returns a function over integrations that have their site filled in */
export function createRenew(dependencies: RenewDependencies): Renew {
  return async (integration, row, old) => {
    if (old.type === 'oauth2') return await refresh(dependencies, integration, row, old)
    if (old.type === 'client_credentials') return await exchangeAgain(dependencies, integration, old)
    throw new InvalidGrant('a key cannot be renewed')
  }
}

async function refresh(
  { tokenEndpoint }: RenewDependencies,
  integration: Integration,
  row: ConnectionRow,
  old: OAuthCredential,
): Promise<Credential> {
  const endpoint = await tokenEndpoint(integration, row)
  if (endpoint !== undefined) return (await endpoint.refresh(old)).credential
  throw new HubError(
    'INTEGRATIONS_NOT_CONFIGURED',
    sentences.connections.renewal.clientGone(integration.name),
  )
}

async function exchangeAgain(
  dependencies: RenewDependencies,
  integration: Integration,
  old: ExchangedCredential,
): Promise<Credential> {
  const { exchange } = exchangeMethod(integration) ?? {}
  if (exchange === undefined) throw new InvalidGrant('the integration has no such way in any more')
  try {
    return await exchangeValues(integration, exchange, old.values, dependencies)
  } catch (error) {
    if (error instanceof HubError && error.code === 'KEY_REJECTED') throw new InvalidGrant(error.message)
    throw error
  }
}

function exchangeMethod({ auth }: Integration): FormMethod | undefined {
  return auth.find((method): method is FormMethod => method.type === 'client_credentials')
}
