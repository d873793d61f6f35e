import type { Sentence } from '../../preload/contract/sentence.ts'
import type { Connection } from '../../preload/contract/shapes.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from './connection-rows.ts'
import type { PickedArgument } from './default-arguments.ts'
import { missingScopes } from './missing-scopes.ts'

/**
 * What the window may know of a connection.
 *
 * @param integration as the person reads it
 * @param picked the default arguments that the person has set
 * @param say in the person's language
 */
export function connectionForWindow(
  row: ConnectionRow,
  integration: Integration,
  picked: ReadonlyMap<string, PickedArgument>,
  say: (sentence: Sentence) => string,
): Connection {
  return {
    id: row.id,
    integrationId: row.integrationId,
    accountName: row.accountName,
    authType: row.authType,
    site: { ...row.site },
    status: row.status,
    problem: problemForWindow(row, integration, say),
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

const HABIT = sentences.connections.habit('').key

/**
 * Why an account no longer works, or null while it does. A provider's habit is told in the definition's own words.
 *
 * @param integration as the person reads it
 * @param say in the person's language
 */
export function problemForWindow(
  { problem }: Pick<ConnectionRow, 'problem'>,
  { auth }: Pick<Integration, 'auth'>,
  say: (sentence: Sentence) => string,
): string | null {
  if (problem === null) return null
  const { grantEnds } = auth.find((method) => method.type === 'oauth2') ?? {}
  return problem.key === HABIT && grantEnds !== undefined ? grantEnds.because : say(problem)
}
