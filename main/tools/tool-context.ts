import type { Integration } from '../../registry/define.ts'
import { createProviderClient } from '../../registry/provider-client.ts'
import type { Site } from '../../registry/site.ts'
import type { ToolContext } from '../../registry/tool-context.ts'

interface ContextParts {
  /** With its site filled in. */
  readonly integration: Integration
  readonly fetchOAuth: ToolContext['fetchOAuth']
  readonly signal: AbortSignal
  readonly site: Site
  readonly workspaceId: string
  readonly connectionId: string
  readonly appId: string
  readonly audit: ToolContext['audit']
}

/** What a handler gets to see: ways to reach its provider, and never the credential. */
export function createToolContext(parts: ContextParts): ToolContext {
  const { integration, fetchOAuth, signal } = parts
  return {
    fetchOAuth: (integrationId, url, init) => fetchOAuth(integrationId, url, { signal, ...init }),
    ...createProviderClient(integration, fetchOAuth, signal),
    site: parts.site,
    workspaceId: parts.workspaceId,
    userId: parts.connectionId,
    projectId: parts.appId,
    audit: parts.audit,
    signal,
  }
}
