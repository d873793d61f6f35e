import type { Explanation, Grant } from '../../preload/contract/grant.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { verbOf } from '../../registry/verbs.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { HubParts } from '../hub-parts.ts'
import { checkConditions } from '../policies/check-conditions.ts'
import type { GrantRow, GrantTerms } from '../policies/grant-rows.ts'
import { tryOnPastCalls } from '../policies/past-calls.ts'
import { ruleTool } from '../policies/rule-tools.ts'
import type { Handlers } from './router.ts'

export type RuleRoute = Extract<keyof Handlers, `${'policies' | 'grants' | 'rules'}.${string}`>

/** What the person has decided beyond a single call: settings of tools and apps, remembered answers, rules. */
export function ruleHandlers(parts: HubParts): Pick<Handlers, RuleRoute> {
  return { ...policyHandlers(parts), ...grantHandlers(parts), ...formHandlers(parts) }
}

function policyHandlers(parts: HubParts): Pick<Handlers, Extract<RuleRoute, `policies.${string}`>> {
  const { catalog, policies, approvals, currentWorkspaceId, changed } = parts
  return {
    'policies.set'({ tool, appId, policy }) {
      if (tool === undefined && appId === undefined)
        throw new HubError('INVALID_PARAMS', sentences.ipc.settingAboutNothing)
      const workspaceId = currentWorkspaceId()
      const place = {
        workspaceId,
        ...(tool !== undefined && { tool: catalog.tool(tool).tool.name }),
        ...(appId !== undefined && { appId: ownApp(parts, appId).id }),
      }
      policies.set(place, policy)
      if (policy === 'block') {
        approvals.withdraw(
          (call) =>
            call.app.workspaceId === workspaceId &&
            [undefined, call.tool.name].includes(place.tool) &&
            [undefined, call.app.id].includes(place.appId),
        )
      }
      changed('catalog.changed')
      return {}
    },
    'policies.listOfApp': ({ appId }) => policies.listOfApp(currentWorkspaceId(), ownApp(parts, appId).id),
    'policies.explain': ({ tool, appId }) => explain(parts, tool, appId),
  }
}

function explain(parts: HubParts, name: string, appId: string | undefined): Explanation {
  const { catalog, policies, grants, apps, currentWorkspaceId } = parts
  const workspaceId = currentWorkspaceId()
  const { tool, integration } = catalog.tool(name)
  const app = appId === undefined ? undefined : ownApp(parts, appId)
  const settled = policies.explain(workspaceId, tool, app?.id)
  const verb = verbOf(integration.id, tool.name)
  const others = app === undefined ? apps.list(workspaceId) : []
  return {
    ...settled,
    tool: tool.name,
    effect: tool.effect,
    verb,
    object: tool.name.slice(integration.id.length + verb.length + 2).replaceAll('_', ' '),
    appName: app?.name ?? null,
    apps: others
      .map(({ id, name }) => ({ ...policies.explain(workspaceId, tool, id), appId: id, appName: name }))
      .filter(({ policy }) => policy !== settled.policy),
    exceptions: grants
      .list(workspaceId)
      .filter((row) => row.tool === tool.name && (app === undefined || row.appId === app.id))
      .map(grants.forWindow)
      .filter(({ state }) => state === 'active'),
  }
}

function grantHandlers(parts: HubParts): Pick<Handlers, Extract<RuleRoute, `grants.${string}`>> {
  const { grants, platform, currentWorkspaceId, changed } = parts
  const own = (grantId: string): GrantRow => {
    const row = grants.get(grantId)
    if (row.workspaceId === currentWorkspaceId()) return row
    throw new HubError('RESOURCE_NOT_FOUND', sentences.ipc.noRule)
  }
  const shown = (grantId: string): Grant => grants.forWindow(grants.get(grantId))
  const told = <T>(value: T): T => {
    changed('apps.changed')
    return value
  }
  return {
    'grants.list': () => grants.list(currentWorkspaceId()).map(grants.forWindow),
    'grants.add'({ appId, connectionId, tool: name, ...terms }) {
      const { tool, integration } = parts.catalog.tool(name)
      const account = ownAccount(parts, connectionId)
      if (account.integrationId !== integration.id)
        throw new HubError('INVALID_PARAMS', sentences.ipc.otherIntegration)
      checkConditions(tool, terms.conditions)
      const place = { appId: ownApp(parts, appId).id, connectionId, tool: tool.name }
      return told(shown(grants.add({ ...place, ...termsOf(terms, platform.clock.now()), madeFrom: 'form' })))
    },
    'grants.update'({ grantId, ...terms }) {
      checkConditions(parts.catalog.tool(own(grantId).tool).tool, terms.conditions)
      grants.update(grantId, termsOf(terms, platform.clock.now()))
      return told(shown(grantId))
    },
    'grants.revoke'({ grantId }) {
      grants.revoke([own(grantId).id])
      return told({})
    },
    'grants.revokeAll'({ appId }) {
      const all = grants.list(currentWorkspaceId())
      const ended = all.filter((row) => appId === undefined || row.appId === appId)
      grants.revoke(ended.map(({ id }) => id))
      return told({ revoked: ended.length })
    },
  }
}

function formHandlers(parts: HubParts): Pick<Handlers, Extract<RuleRoute, `rules.${string}`>> {
  const { catalog, rows, activity, database, forgetAnswers, currentWorkspaceId, changed } = parts
  return {
    'rules.listTools'({ appId }) {
      const { toolkits } = ownApp(parts, appId)
      return catalog.integrations
        .filter(({ id }) => toolkits.has(id))
        .flatMap((integration) => {
          const accounts = rows.list(currentWorkspaceId(), integration.id)
          return accounts.length === 0
            ? []
            : integration.tools.map((tool) => ruleTool(integration, tool, accounts))
        })
    },
    'rules.test'({ tool: name, appId, connectionId, conditions }) {
      const { tool } = catalog.tool(name)
      checkConditions(tool, conditions)
      activity.log.flush()
      return tryOnPastCalls(database, {
        workspaceId: currentWorkspaceId(),
        tool: tool.name,
        conditions,
        ...(appId !== undefined && { appId: ownApp(parts, appId).id }),
        ...(connectionId !== undefined && { accountName: ownAccount(parts, connectionId).accountName }),
      })
    },
    'rules.readForgetting': () => forgetAnswers.read(),
    'rules.setForgetting'(forgetting) {
      forgetAnswers.set(forgetting)
      changed('apps.changed')
      return forgetAnswers.read()
    },
  }
}

/** @throws HubError RESOURCE_NOT_FOUND */
function ownApp({ apps, currentWorkspaceId }: HubParts, appId: string): PairedApp {
  const app = apps.get(appId)
  if (app.workspaceId === currentWorkspaceId()) return app
  throw new HubError('RESOURCE_NOT_FOUND', sentences.ipc.noApp)
}

/** @throws HubError RESOURCE_NOT_FOUND */
function ownAccount({ rows, currentWorkspaceId }: HubParts, connectionId: string): ConnectionRow {
  const row = rows.get(connectionId)
  if (row?.workspaceId === currentWorkspaceId()) return row
  throw new HubError('RESOURCE_NOT_FOUND', sentences.ipc.noAccount)
}

/** @throws HubError INVALID_PARAMS when it would end before it begins */
function termsOf(
  terms: Omit<GrantTerms, 'expiresAt'> & { readonly expiresAt: string | null },
  now: number,
): GrantTerms {
  const { conditions, scope, usesLeft } = terms
  const expiresAt = terms.expiresAt === null ? null : Date.parse(terms.expiresAt)
  if (expiresAt !== null && !(expiresAt > now)) throw new HubError('INVALID_PARAMS', sentences.ipc.endsInPast)
  return { conditions, scope, usesLeft, expiresAt }
}
