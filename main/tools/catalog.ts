import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration, Tool } from '../../registry/define.ts'

export interface CatalogTool {
  readonly integration: Integration
  readonly tool: Tool
}

/** Finds integrations and tools by the names that apps and people use. */
export interface Catalog {
  readonly integrations: readonly Integration[]
  /** @throws HubError RESOURCE_NOT_FOUND */
  integration(id: string): Integration
  /** Case does not matter; aliases count. @throws HubError RESOURCE_NOT_FOUND */
  tool(name: string): CatalogTool
}

export function createCatalog(integrations: readonly Integration[]): Catalog {
  const byId = new Map(integrations.map((integration) => [integration.id, integration]))
  const byName = new Map(
    integrations.flatMap((integration) =>
      integration.tools.flatMap((tool) =>
        [tool.name, ...tool.aliases].map((name) => [name.toLowerCase(), { integration, tool }] as const),
      ),
    ),
  )
  return {
    integrations,
    integration(id) {
      const found = byId.get(id)
      if (found === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.tools.noIntegration)
      return found
    },
    tool(name) {
      const found = byName.get(name.toLowerCase())
      if (found === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.tools.noTool(shown(name)))
      return found
    },
  }
}

/** A name from outside, short enough for an error and without tricks. */
function shown(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '�').slice(0, 80)
}
