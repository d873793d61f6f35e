import type { Connection } from '../../preload/contract/shapes.ts'
import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from './connection-rows.ts'
import type { PickedArgument } from './default-arguments.ts'
import { missingScopes } from './missing-scopes.ts'

/**
 * What the window may know of a connection.
 *
 * @param picked the default arguments that the person has set
 */
export function connectionForWindow(
  row: ConnectionRow,
  integration: Integration,
  picked: ReadonlyMap<string, PickedArgument>,
): Connection {
  return {
    id: row.id,
    integrationId: row.integrationId,
    accountName: row.accountName,
    authType: row.authType,
    site: { ...row.site },
    status: row.status,
    problem: row.problem,
    isDefault: row.isDefault,
    scopes: [...row.scopes],
    missingScopes: missingScopes(integration, row).map(({ name }) => name),
    connectedAt: new Date(row.connectedAt).toISOString(),
    defaults: (integration.defaults ?? []).map(({ argument, label }) => ({
      argument,
      label,
      picked: picked.get(argument)?.name ?? null,
    })),
  }
}
