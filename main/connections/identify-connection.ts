import type { Integration } from '../../registry/define.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import type { Network } from '../platform/platform.ts'
import { callError } from '../tools/call-error.ts'
import { createToolContext } from '../tools/tool-context.ts'
import type { Access } from './access.ts'
import { integrationOf, type ConnectionRow } from './connection-rows.ts'
import { createCredentialedFetch } from './credentialed-fetch.ts'
import { watchSecrets } from './echoed-secrets.ts'

interface Identified {
  /** Whether the provider was asked at all; some definitions know no question to put. */
  readonly wasAsked: boolean
}

/**
 * Asks the provider whose account this is, with the stored credential, renewed if need be. What it says about the
 * credential counts as it does in a call.
 *
 * @throws HubError as a call does
 */
export type IdentifyConnection = (
  integration: Integration,
  row: ConnectionRow,
  signal: AbortSignal,
) => Promise<Identified>

interface IdentifyDependencies {
  readonly network: Network
  readonly access: Access
}

export function createIdentifyConnection({ network, access }: IdentifyDependencies): IdentifyConnection {
  return async (written, row, signal) => {
    const integration = integrationOf(written, row)
    const { source, clean } = watchSecrets(integration, access.source(integration, row))
    const fetchOAuth = createCredentialedFetch(integration, network, source)
    let wasAsked = false
    const context = createToolContext({
      integration,
      fetchOAuth: async (...request) => {
        wasAsked = true
        return await fetchOAuth(...request)
      },
      signal,
      site: row.site,
      workspaceId: row.workspaceId,
      connectionId: row.id,
      appId: '',
      audit: () => undefined,
    })
    try {
      await integration.account.identify(context)
      return { wasAsked }
    } catch (error) {
      // Some providers refuse a credential in an answer with status 200, which only the definition can read.
      if (error instanceof ProviderError && error.status === 401) source.rejected()
      throw clean(callError(error, integration))
    }
  }
}
