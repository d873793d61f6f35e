import type { EndedConnection } from '../../preload/contract/shapes.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { connectionForWindow, problemForWindow } from '../connections/connection-for-window.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import { disconnect } from '../connections/disconnect.ts'
import { connectWithForm } from '../connections/connect-with-form.ts'
import { checkEntered } from '../connections/entered-values.ts'
import { oauthMethod } from '../connections/sign-in-preparation.ts'
import { durably } from '../platform/database.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type AccountRoute = Exclude<
  Extract<keyof Handlers, `connections.${string}` | `oauthClients.${string}`>,
  'connections.listChoices' | 'connections.setDefault'
>

export function accountHandlers(parts: HubParts): Pick<Handlers, AccountRoute> {
  const {
    shown,
    catalog,
    currentWorkspaceId,
    signIns,
    deviceSignIns,
    oauthClients,
    approvals,
    defaultArguments,
    changed,
  } = parts
  return {
    'connections.beginSignIn': ({ by, ...request }) =>
      (by === 'device' ? deviceSignIns : signIns).begin(currentWorkspaceId(), request),
    'connections.cancelSignIn'({ signInId }) {
      signIns.cancel(signInId)
      deviceSignIns.cancel(signInId)
      return {}
    },
    async 'connections.connectWithKey'({ integrationId, method, values, connectionId }) {
      const integration = catalog.integration(integrationId)
      const row = await connectWithForm(parts, currentWorkspaceId(), integration, {
        method,
        values,
        connectionId,
      })
      return connectionForWindow(row, shown.of(integration), defaultArguments.of(row.id), parts.say)
    },
    'connections.listEnded': () => endedConnections(parts),
    'connections.makeDefault'({ connectionId }) {
      const row = connectionRow(parts, connectionId)
      durably(parts.database, () => parts.rows.setDefault(row))
      changed('catalog.changed')
      return {}
    },
    async 'connections.disconnect'({ connectionId }) {
      const row = connectionRow(parts, connectionId)
      approvals.withdraw(({ connection }) => connection.id === row.id)
      const integration = catalog.integrations.find(({ id }) => id === row.integrationId)
      const revoked = await disconnect(parts, integration, row)
      changed('catalog.changed')
      return { revoked }
    },
    async 'oauthClients.save'({ integrationId, clientId, clientSecret, values = {} }) {
      const integration = catalog.integration(integrationId)
      const auth = oauthMethod(integration)
      const { site } = checkEntered(oauthMethod(shown.of(integration)).fields, values)
      await oauthClients.save(currentWorkspaceId(), auth, site, {
        clientId,
        clientSecret: clientSecret || undefined,
      })
      changed('catalog.changed')
      return {}
    },
    'oauthClients.forget'({ integrationId }) {
      oauthClients.forget(currentWorkspaceId(), oauthMethod(catalog.integration(integrationId)))
      changed('catalog.changed')
      return {}
    },
  }
}

function endedConnections(parts: HubParts): EndedConnection[] {
  const { rows, catalog, shown, approvals, currentWorkspaceId, say } = parts
  const awaited = approvals.awaitedSignIns(currentWorkspaceId())
  return rows.list(currentWorkspaceId()).flatMap((row) => {
    const integration = catalog.integrations.find(({ id }) => id === row.integrationId)
    if (row.status === 'active' || integration === undefined) return []
    return {
      connectionId: row.id,
      integrationId: row.integrationId,
      integrationName: integration.name,
      icon: integration.icon,
      accountName: row.accountName,
      authType: row.authType,
      problem:
        problemForWindow(row, shown.of(integration), say) ??
        say(sentences.ipc.noLongerAccepted(integration.name)),
      waitingCalls: awaited.filter((id) => id === row.id).length,
    }
  })
}

function connectionRow({ rows, currentWorkspaceId }: HubParts, id: string): ConnectionRow {
  const row = rows.get(id)
  if (row?.workspaceId === currentWorkspaceId()) return row
  throw new HubError('RESOURCE_NOT_FOUND', sentences.ipc.noAccount)
}
