import { HubError } from '../../preload/contract/errors.ts'
import { connectionForWindow, type ConnectionRow } from '../connections/connection-rows.ts'
import { disconnect } from '../connections/disconnect.ts'
import { oauthMethod } from '../connections/sign-in.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type AccountRoute = Exclude<
  Extract<keyof Handlers, `connections.${string}` | `oauthClients.${string}`>,
  'connections.listChoices' | 'connections.setDefault'
>

export function accountHandlers(parts: HubParts): Pick<Handlers, AccountRoute> {
  const {
    catalog,
    workspaceId,
    signIns,
    oauthClients,
    vault,
    connectAccount,
    approvals,
    defaultArguments,
    changed,
  } = parts
  return {
    'connections.beginSignIn': ({ integrationId, connectionId }) =>
      signIns.begin(workspaceId, integrationId, connectionId),
    'connections.cancelSignIn'({ signInId }) {
      signIns.cancel(signInId)
      return {}
    },
    async 'connections.connectWithKey'({ integrationId, key, connectionId }) {
      const integration = catalog.integration(integrationId)
      if (!integration.auth.some(({ type }) => type === 'api_key')) {
        throw new HubError('INTEGRATIONS_NOT_CONFIGURED', `${integration.name} takes no key.`)
      }
      await vault.ready()
      const credential = { type: 'api_key', key: pastedKey(key) } as const
      const row = await connectAccount(workspaceId, integration, { credential, scopes: [], connectionId })
      return connectionForWindow(row, integration.defaults ?? [], defaultArguments.of(row.id))
    },
    async 'connections.disconnect'({ connectionId }) {
      const row = connectionRow(parts, connectionId)
      approvals.withdraw(({ connection }) => connection.id === row.id)
      const integration = catalog.integrations.find(({ id }) => id === row.integrationId)
      const revoked = await disconnect(parts, integration, row)
      changed('catalog.changed')
      return { revoked }
    },
    async 'oauthClients.save'({ integrationId, clientId, clientSecret }) {
      await oauthClients.save(workspaceId, oauthMethod(catalog.integration(integrationId)), {
        clientId,
        clientSecret: clientSecret || undefined,
      })
      changed('catalog.changed')
      return {}
    },
    'oauthClients.forget'({ integrationId }) {
      oauthClients.forget(workspaceId, oauthMethod(catalog.integration(integrationId)))
      changed('catalog.changed')
      return {}
    },
  }
}

function connectionRow({ rows, workspaceId }: HubParts, id: string): ConnectionRow {
  const row = rows.get(id)
  if (row?.workspaceId === workspaceId) return row
  throw new HubError('RESOURCE_NOT_FOUND', 'There is no such account.')
}

/** Pasting brings spaces and line ends along; a header could not carry anything else either. */
function pastedKey(key: string): string {
  const trimmed = key.trim()
  if (/^[\x21-\x7E]+$/.test(trimmed)) return trimmed
  throw new HubError('KEY_REJECTED', 'The key holds spaces or characters that no key has.')
}
