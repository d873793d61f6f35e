import type { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration, Tool } from '../../registry/define.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { PickedArgument } from '../connections/default-arguments.ts'
import { newId } from '../identifiers.ts'
import type { Call } from './call.ts'
import type { Catalog } from './catalog.ts'
import { fillDefaults } from './fill-defaults.ts'
import { issueSentence } from './issue-sentence.ts'

export interface ToolRequest {
  readonly tool: string
  readonly arguments: unknown
  /** Connection id, or the account's name; needed only when there are several. */
  readonly account?: string | undefined
}

interface PrepareDependencies {
  readonly catalog: Catalog
  readonly connectionsOf: (workspaceId: string, integrationId: string) => readonly ConnectionRow[]
  readonly defaultsOf: (connectionId: string) => ReadonlyMap<string, PickedArgument>
}

/**
 * Finds what a request means and checks all that can be checked before policy and person.
 *
 * @throws HubError RESOURCE_NOT_FOUND, INTEGRATIONS_NOT_CONFIGURED, INTEGRATIONS_NOT_CONNECTED,
 *   ACCOUNT_AMBIGUOUS or INVALID_PARAMS
 */
export function prepareCall(
  { catalog, connectionsOf, defaultsOf }: PrepareDependencies,
  app: PairedApp,
  request: ToolRequest,
): Call {
  const { integration, tool } = catalog.tool(request.tool)
  if (!app.toolkits.has(integration.id)) {
    throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.tools.notEnabled(integration.name, app.name))
  }
  const { account, values } = splitAccount(tool, request)
  const connection = chooseConnection(integration, connectionsOf(app.workspaceId, integration.id), account)
  const complete =
    integration.defaults === undefined
      ? values
      : fillDefaults({ tool, integration }, values, defaultsOf(connection.id))
  return { id: newId('call'), app, integration, tool, connection, arguments: parseArguments(tool, complete) }
}

/** `account` may stand among the arguments, where MCP clients can put it. */
function splitAccount(tool: Tool, request: ToolRequest): { account: string | undefined; values: unknown } {
  const values = request.arguments ?? {}
  const isOwnArgument = 'account' in (tool.inputSchema.properties ?? {})
  if (isOwnArgument || typeof values !== 'object' || !('account' in values))
    return { account: request.account, values }
  const { account, ...rest } = values
  return { account: typeof account === 'string' ? account : request.account, values: rest }
}

function chooseConnection(
  integration: Integration,
  connections: readonly ConnectionRow[],
  account: string | undefined,
): ConnectionRow {
  if (connections.length === 0) {
    throw new HubError('INTEGRATIONS_NOT_CONNECTED', sentences.tools.noAccount(integration.name))
  }
  const accounts = connections.map(({ id, accountName }) => ({ id, name: accountName }))
  const matches =
    account === undefined
      ? connections
      : connections.filter(
          ({ id, accountName }) => id === account || accountName.toLowerCase() === account.toLowerCase(),
        )
  const [only, ...others] = matches
  if (only === undefined) {
    throw new HubError('INVALID_PARAMS', sentences.tools.noAccountNamed(integration.name), {
      accounts,
    })
  }
  if (others.length > 0) {
    const usual = matches.find(({ isDefault }) => isDefault)
    if (usual !== undefined && account === undefined) return usual
    throw new HubError('ACCOUNT_AMBIGUOUS', sentences.tools.severalAccounts(integration.name), {
      accounts,
    })
  }
  return only
}

/** Checks arguments as the tool's definition says, and freezes them. @throws HubError INVALID_PARAMS with `fields` */
export function parseArguments(tool: Tool, values: unknown): Readonly<Record<string, unknown>> {
  const parsed = tool.parameters.safeParse(values)
  if (parsed.success) return deepFreeze(parsed.data)
  const fields = parsed.error.issues.map((issue) => ({ path: pathOf(issue), reason: issueSentence(issue) }))
  const first = fields[0]
  const { badArgument, badArguments } = sentences.tools
  const sentence =
    first === undefined || first.path === ''
      ? badArguments(tool.name)
      : badArgument(tool.name, first.path, first.reason)
  throw new HubError('INVALID_PARAMS', sentence, { fields })
}

function pathOf(issue: z.core.$ZodIssue): string {
  return issue.path.map(String).join('.')
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const item of Object.values(value)) deepFreeze(item)
  }
  return value
}
