import type { JsonSchemaObject, Tool } from '../../registry/define.ts'
import type { Effect } from '../../registry/verbs.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { PickedArgument } from '../connections/default-arguments.ts'
import type { Policies } from '../policies/policies.ts'
import type { Catalog } from './catalog.ts'
import { filledArguments } from './fill-defaults.ts'

/** A tool as an app sees it. */
export interface ListedTool {
  readonly name: string
  readonly description: string
  readonly effect: Effect
  readonly inputSchema: JsonSchemaObject
  /** Set where a tool reaches nothing but Gatehouse itself. */
  readonly isClosedWorld?: true
}

interface ListingDependencies {
  readonly catalog: Catalog
  readonly policies: Policies
  readonly connectionsOf: (workspaceId: string, integrationId: string) => readonly ConnectionRow[]
  readonly defaultsOf: (connectionId: string) => ReadonlyMap<string, PickedArgument>
}

/** What an app may call: enabled for it, with an account, not blocked. Made once per change. */
export interface Listing {
  of(app: PairedApp): readonly ListedTool[]
  /** To be called when an app, an account or a policy has changed. */
  forget(): void
}

export function createListing({
  catalog,
  policies,
  connectionsOf,
  defaultsOf,
}: ListingDependencies): Listing {
  const known = new Map<string, readonly ListedTool[]>()
  const make = (app: PairedApp): readonly ListedTool[] =>
    catalog.integrations
      .filter(({ id }) => app.toolkits.has(id))
      .flatMap((integration) => {
        const accounts = connectionsOf(app.workspaceId, integration.id)
        const [first, ...others] = accounts.map(({ id }) => new Set(defaultsOf(id).keys()))
        if (first === undefined) return []
        const picked = new Set([...first].filter((argument) => others.every((set) => set.has(argument))))
        return integration.tools
          .filter((tool) => policies.ofApp(app.workspaceId, app.id, tool) !== 'block')
          .map((tool) => listed(tool, accounts, filledArguments(integration, tool, picked)))
      })
  return {
    of(app) {
      const tools = known.get(app.id) ?? make(app)
      known.set(app.id, tools)
      return tools
    },
    forget: () => known.clear(),
  }
}

function listed(tool: Tool, accounts: readonly ConnectionRow[], filled: readonly string[]): ListedTool {
  const { name, description, effect, inputSchema } = tool
  return { name, description, effect, inputSchema: withAccount(withoutNeed(inputSchema, filled), accounts) }
}

/** What every account has a default for, a call may leave out. */
function withoutNeed(schema: JsonSchemaObject, filled: readonly string[]): JsonSchemaObject {
  const required = schema.required?.filter((argument) => !filled.includes(argument))
  return required === undefined || required.length === schema.required?.length
    ? schema
    : { ...schema, required }
}

/** With several accounts a call has to say which, unless there is a default; the choices stand in the schema. */
function withAccount(schema: JsonSchemaObject, accounts: readonly ConnectionRow[]): JsonSchemaObject {
  if (accounts.length < 2 || 'account' in (schema.properties ?? {})) return schema
  const account = { type: 'string', enum: accounts.map((row) => choiceOf(row, accounts)) }
  return {
    ...schema,
    properties: { ...schema.properties, account },
    required: [
      ...(schema.required ?? []),
      ...(accounts.some(({ isDefault }) => isDefault) ? [] : ['account']),
    ],
  }
}

/** The name, unless two accounts share it: then only the id tells them apart. */
function choiceOf({ id, accountName }: ConnectionRow, accounts: readonly ConnectionRow[]): string {
  const namesakes = accounts.filter((row) => row.accountName.toLowerCase() === accountName.toLowerCase())
  return namesakes.length > 1 ? id : accountName
}
