import { appForWindow } from '../apps/apps.ts'
import { desktopApp } from '../apps/desktop-app.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type ControlRoute = Extract<
  keyof Handlers,
  | `${'policies' | 'grants' | 'apps' | 'approvals' | 'activity'}.${string}`
  | 'bridge.status'
  | 'clipboard.copy'
>

export function controlHandlers(parts: HubParts): Pick<Handlers, ControlRoute> {
  return { ...ruleHandlers(parts), ...appHandlers(parts) }
}

type RuleRoute = Exclude<ControlRoute, `apps.${string}`>

function ruleHandlers(parts: HubParts): Pick<Handlers, RuleRoute> {
  const { catalog, policies, grants, approvals, audit, bridge, platform, vault, workspaceId, changed } = parts
  return {
    'policies.set'({ tool, policy }) {
      const { name } = catalog.tool(tool).tool
      policies.set(workspaceId, name, policy)
      if (policy === 'block') approvals.withdraw((call) => call.tool.name === name)
      changed('catalog.changed')
      return {}
    },
    'grants.list': () => grants.list(workspaceId),
    'grants.revoke'({ grantId }) {
      grants.revoke(grantId)
      changed('apps.changed')
      return {}
    },
    'approvals.list': () => approvals.list(workspaceId),
    'approvals.decide'({ approvalId, decision }) {
      // A call allowed now would fail: while the vault is locked its question stays open.
      if (decision.kind.startsWith('allow')) vault.refuseLocked()
      approvals.decide(approvalId, decision)
      return {}
    },
    'activity.list': (filter) => audit.list(workspaceId, filter),
    'activity.verify': () => audit.verify(),
    'bridge.status': () => bridge.status(),
    'clipboard.copy'({ text }) {
      platform.copyText(text)
      return {}
    },
  }
}

function appHandlers(parts: HubParts): Pick<Handlers, Extract<ControlRoute, `apps.${string}`>> {
  const { apps, approvals, bridge, manage, workspaceId, changed } = parts
  const url = (): string => bridge.status().url ?? ''
  return {
    'apps.list': () => apps.list(workspaceId).map(appForWindow),
    'apps.add'({ name }) {
      const { app, token } = apps.add(workspaceId, name)
      changed('apps.changed')
      return { app: appForWindow(app), token, url: url() }
    },
    'apps.renewToken'({ appId }) {
      const { app, token } = apps.renewToken(appId)
      changed('apps.changed')
      return { app: appForWindow(app), token, url: url() }
    },
    'apps.update'({ appId, ...change }) {
      const app = apps.update(appId, change)
      changed('apps.changed')
      return appForWindow(app)
    },
    async 'apps.setToolkit'({ appId, integrationId: toolkit, enabled }) {
      const action = enabled ? 'configure' : 'disable'
      await manage(desktopApp(workspaceId, toolkit), { action, app_id: appId, toolkit }, {})
      return appForWindow(apps.get(appId))
    },
    'apps.remove'({ appId }) {
      approvals.withdraw(({ app }) => app.id === appId)
      apps.remove(appId)
      changed('apps.changed')
      return {}
    },
  }
}
