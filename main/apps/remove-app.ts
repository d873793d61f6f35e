import type { Approvals } from '../approvals/approvals.ts'
import type { Bridge } from '../bridge/bridge.ts'
import type { Apps } from './apps.ts'

interface RemoveDependencies {
  readonly apps: Apps
  readonly approvals: Approvals
  readonly bridge: Pick<Bridge, 'revoked'>
}

/** Ends an app at once: its open questions, its tokens, whatever it has open. @throws HubError RESOURCE_NOT_FOUND */
export function removeApp({ apps, approvals, bridge }: RemoveDependencies, appId: string): void {
  approvals.withdraw(({ app }) => app.id === appId)
  apps.remove(appId)
  bridge.revoked(appId)
}
