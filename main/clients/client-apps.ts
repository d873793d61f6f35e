import type { Approvals } from '../approvals/approvals.ts'
import type { Apps } from '../apps/apps.ts'
import { removeApp } from '../apps/remove-app.ts'
import type { Bridge } from '../bridge/bridge.ts'
import type { ClientApps } from './client-parts.ts'

interface PairedApps {
  readonly apps: Apps
  readonly approvals: Approvals
  readonly bridge: Pick<Bridge, 'revoked'>
  readonly currentWorkspaceId: () => string
}

/** The paired apps, as far as setting up clients needs them. Nobody is asked: the person adds them on the desktop. */
export function createClientApps(hub: PairedApps): ClientApps {
  const { apps, approvals, bridge, currentWorkspaceId } = hub
  const find: ClientApps['find'] = (appId) => {
    try {
      return apps.get(appId)
    } catch {
      return undefined
    }
  }
  return {
    find,
    add(name) {
      const { app, token } = apps.add(currentWorkspaceId(), name)
      return { appId: app.id, token }
    },
    renew(appId) {
      approvals.withdraw(({ app }) => app.id === appId)
      const { token } = apps.renewToken(appId)
      bridge.revoked(appId)
      return { appId, token }
    },
    remove(appId) {
      if (find(appId) !== undefined) removeApp(hub, appId)
    },
  }
}
