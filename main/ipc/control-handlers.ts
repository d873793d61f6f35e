import type { App } from '../../preload/contract/shapes.ts'
import { appForWindow, type PairedApp } from '../apps/apps.ts'
import { desktopApp } from '../apps/desktop-app.ts'
import { pauseApps } from '../apps/pause-apps.ts'
import { removeApp } from '../apps/remove-app.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type ControlRoute = Extract<
  keyof Handlers,
  `apps.${string}` | 'approvals.list' | 'approvals.decide' | 'bridge.status' | 'clipboard.copy'
>

export function controlHandlers(parts: HubParts): Pick<Handlers, ControlRoute> {
  return { ...callHandlers(parts), ...appHandlers(parts) }
}

type CallRoute = Exclude<ControlRoute, `apps.${string}`>

function callHandlers(parts: HubParts): Pick<Handlers, CallRoute> {
  const { approvals, bridge, platform, shown, vault } = parts
  return {
    async 'approvals.list'() {
      await shown.ready()
      return approvals.list()
    },
    'approvals.decide'({ approvalId, decision }) {
      // A call allowed now would fail: while the vault is locked its question stays open.
      if (decision.kind.startsWith('allow')) vault.refuseLocked()
      approvals.decide(approvalId, decision)
      return {}
    },
    'bridge.status'() {
      const { url, problem } = bridge.status()
      return { url, problem: problem === null ? null : parts.say(problem), isPaused: parts.pause.isOn() }
    },
    'clipboard.copy'({ text }) {
      platform.copyText(text)
      return {}
    },
  }
}

function appHandlers(parts: HubParts): Pick<Handlers, Extract<ControlRoute, `apps.${string}`>> {
  const { apps, approvals, bridge, exposure, manage, currentWorkspaceId, changed } = parts
  const url = (): string => bridge.status().url ?? ''
  const forWindow = (app: PairedApp): App => appForWindow(app, exposure.listingOf(app))
  return {
    'apps.list': () => apps.list(currentWorkspaceId()).map(forWindow),
    'apps.add'({ name }) {
      const { app, token } = apps.add(currentWorkspaceId(), name)
      changed('apps.changed')
      return { app: forWindow(app), token, url: url() }
    },
    'apps.renewToken'({ appId }) {
      approvals.withdraw(({ app }) => app.id === appId)
      const { app, token } = apps.renewToken(appId)
      bridge.revoked(appId)
      changed('apps.changed')
      return { app: forWindow(app), token, url: url() }
    },
    'apps.update'({ appId, ...change }) {
      const app = apps.update(appId, change)
      changed('apps.changed')
      return forWindow(app)
    },
    async 'apps.setToolkit'({ appId, integrationId: toolkit, enabled }) {
      const action = enabled ? 'configure' : 'disable'
      await manage(desktopApp(currentWorkspaceId(), toolkit), { action, app_id: appId, toolkit }, {})
      return forWindow(apps.get(appId))
    },
    'apps.pause'({ paused }) {
      pauseApps(parts, paused)
      return {}
    },
    'apps.remove'({ appId }) {
      removeApp(parts, appId)
      changed('apps.changed')
      return {}
    },
  }
}
