import type { AuthMethod, CatalogEntry, IntegrationDetail } from '../../preload/contract/shapes.ts'
import type { AuthMethod as DefinedMethod, Field } from '../../registry/auth.ts'
import { shortScope } from '../../registry/scope-names.ts'
import type { Integration } from '../../registry/define.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { connectionForWindow } from '../connections/connection-for-window.ts'
import { registeredRedirectUri } from '../connections/redirect-uri.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type CatalogRoute = 'catalog.list' | 'integrations.get' | 'integrations.openPage'

export function catalogHandlers(parts: HubParts): Pick<Handlers, CatalogRoute> {
  const { catalog, platform, shown } = parts
  return {
    async 'catalog.list'() {
      await shown.ready()
      return catalog.integrations.map((integration) => entryOf(parts, shown.of(integration)))
    },
    async 'integrations.get'({ integrationId }) {
      await shown.ready()
      return detailOf(parts, shown.of(catalog.integration(integrationId)))
    },
    async 'integrations.openPage'({ integrationId, page, method }) {
      const url = pageOf(catalog.integration(integrationId), page, method)
      if (url === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.ipc.noPage)
      await platform.browser.open(url)
      return {}
    },
  }
}

function entryOf({ rows, currentWorkspaceId }: HubParts, integration: Integration): CatalogEntry {
  const { id, name, category, description, icon, tools } = integration
  const accounts = rows
    .list(currentWorkspaceId(), id)
    .map(({ accountName, status }) => ({ name: accountName, status }))
  return { id, name, category, description, icon, toolCount: tools.length, accounts }
}

function detailOf(parts: HubParts, integration: Integration): IntegrationDetail {
  const { rows, policies, currentWorkspaceId, defaultArguments } = parts
  const { id, name, category, description, icon, hosts } = integration
  return {
    id,
    name,
    category,
    description,
    icon,
    hosts: [...hosts],
    auth: integration.auth.map((method) => methodOf(parts, method)),
    connections: rows
      .list(currentWorkspaceId(), id)
      .map((row) => connectionForWindow(row, integration, defaultArguments.of(row.id), parts.say)),
    tools: integration.tools.map((tool) => ({
      name: tool.name,
      description: tool.description,
      effect: tool.effect,
      policy: policies.ofWorkspace(currentWorkspaceId(), tool),
      defaultPolicy: tool.defaultPolicy,
    })),
  }
}

function methodOf({ oauthClients, currentWorkspaceId }: HubParts, method: DefinedMethod): AuthMethod {
  const fields = method.fields.map(fieldForWindow)
  if (method.type !== 'oauth2') return { type: method.type, label: method.label, fields }
  return {
    type: 'oauth2',
    scopes: method.scopes.map((scope) => ({
      scope,
      short: shortScope(scope),
      name: method.scopeNames.get(scope) ?? null,
    })),
    fields,
    client: oauthClients.source(currentWorkspaceId(), method, {}),
    clientSecret: method.clientSecret ?? 'optional',
    clientIdEnv: method.clientIdEnv,
    redirectUri: registeredRedirectUri(method),
    byDevice: method.deviceUrl !== undefined,
    hasConsolePage: method.consoleUrl !== undefined,
  }
}

function fieldForWindow(field: Field): AuthMethod['fields'][number] {
  const { name, label, kind, suffix = '', placeholder = '', hint = '', default: usual = '' } = field
  return { name, label, isSecret: kind === 'secret', suffix, placeholder, hint, usual }
}

/** The page of the way in that is named, or of the first that has one. */
function pageOf({ auth }: Integration, page: 'help' | 'console', way?: string): string | undefined {
  const pages = auth
    .filter(({ type }) => way === undefined || type === way)
    .map((method) => {
      if (method.type === 'oauth2') return page === 'console' ? method.consoleUrl : undefined
      return page === 'help' ? method.helpUrl : undefined
    })
  return pages.find((url) => url !== undefined)
}
