import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { Policies } from '../policies/policies.ts'
import type { Catalog } from '../tools/catalog.ts'

interface ListDependencies {
  readonly catalog: Catalog
  readonly policies: Policies
  readonly connectionsOf: (workspaceId: string, integrationId?: string) => readonly ConnectionRow[]
}

/** What `manage_integrations` tells an app of itself; nothing of what other apps may use. */
export interface ManageLists {
  /** @throws HubError RESOURCE_NOT_FOUND */
  toolkit(name: string): Integration
  available(search: string | undefined): unknown
  connected(app: PairedApp): unknown
  /** @throws HubError RESOURCE_NOT_FOUND, INTEGRATIONS_NOT_CONFIGURED */
  tools(app: PairedApp, toolkit: string | undefined): unknown
}

export function createManageLists({ catalog, policies, connectionsOf }: ListDependencies): ManageLists {
  const byPlace = catalog.integrations.toSorted((a, b) => placeOf(a) - placeOf(b))
  const toolkit = (name: string): Integration => {
    const wanted = comparable(name)
    const found = catalog.integrations.find(({ id, name: title }) =>
      [id, title].some((known) => comparable(known) === wanted),
    )
    if (found !== undefined) return found
    throw new HubError('RESOURCE_NOT_FOUND', sentences.bridge.manage.noToolkit)
  }
  const toolsOf = (app: PairedApp, integration: Integration): unknown[] =>
    integration.tools.flatMap((tool) => {
      const policy = policies.ofApp(app.workspaceId, app.id, tool)
      if (policy === 'block') return []
      const { name, description, inputSchema: parameters } = tool
      return { name, description, parameters, policy, toolkit: integration.id }
    })
  return {
    toolkit,
    available: (search = '') => ({
      integrations: byPlace.filter((integration) => matches(integration, search)).map(availableEntry),
    }),
    connected: ({ workspaceId, toolkits }) => ({
      connections: connectionsOf(workspaceId)
        .filter(({ integrationId }) => toolkits.has(integrationId))
        .map((row) => ({
          toolkit_slug: row.integrationId,
          status: row.status,
          connected_at: new Date(row.connectedAt).toISOString(),
          account: row.accountName,
          id: row.id,
        })),
    }),
    tools(app, name) {
      const wanted = name === undefined ? undefined : toolkit(name)
      if (wanted !== undefined && !app.toolkits.has(wanted.id)) {
        throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.tools.notEnabled(wanted.name, app.name))
      }
      const enabled = wanted === undefined ? byPlace.filter(({ id }) => app.toolkits.has(id)) : [wanted]
      return { tools: enabled.flatMap((integration) => toolsOf(app, integration)) }
    },
  }
}

function availableEntry({ id, name, category, description, curated, auth }: Integration): unknown {
  return {
    toolkit: id,
    displayName: name,
    category,
    description,
    curated: curated !== undefined,
    authKinds: auth.map(({ type }) => type),
  }
}

/** Curated ones first, in their order; the others stay as they are. */
const placeOf = ({ curated }: Integration): number => curated ?? Number.MAX_SAFE_INTEGER

/** `google_calendar`, `Google Calendar` and `google-calendar` are one. */
const comparable = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '-')

/** Every word of the search stands in id, name, description or a tool's name. */
function matches({ id, name, description, tools }: Integration, search: string): boolean {
  const text = [id, name, description, ...tools.map((tool) => tool.name)].join(' ').toLowerCase()
  const words = search.toLowerCase().split(/\s+/)
  return words.every((word) => text.includes(word) || text.includes(word.replaceAll('-', '_')))
}
