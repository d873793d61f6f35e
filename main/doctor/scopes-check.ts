import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import { missingScopes } from '../connections/missing-scopes.ts'
import { fine, problem, type Check } from './finding.ts'

/** Whether the person allowed all that the tools need, as far as the provider told at sign-in. */
export function scopesCheck(integration: Integration, row: ConnectionRow): Check {
  return {
    id: 'scopes',
    title: 'Permissions',
    run: () => {
      const missing = missingScopes(integration, row).map(({ name }) => `“${name}”`)
      if (missing.length === 0) return Promise.resolve(fine('Everything that was asked for is allowed.'))
      const sentence = `Not allowed at ${integration.name}: ${missing.join(', ')}. Tools that need it fail.`
      return Promise.resolve(problem(`${sentence} Reconnect and allow it.`, 'reconnect'))
    },
  }
}
