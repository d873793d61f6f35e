import type { Handlers } from './router.ts'
import { accountHandlers } from './account-handlers.ts'
import { activityHandlers } from './activity-handlers.ts'
import { backupHandlers } from './backup-handlers.ts'
import { catalogHandlers } from './catalog-handlers.ts'
import { clientHandlers } from './client-handlers.ts'
import { controlHandlers } from './control-handlers.ts'
import { defaultHandlers } from './default-handlers.ts'
import { doctorHandlers } from './doctor-handlers.ts'
import { pairingHandlers } from './pairing-handlers.ts'
import { preferenceHandlers } from './preference-handlers.ts'
import { ruleHandlers } from './rule-handlers.ts'
import { tokenUseHandlers } from './token-use-handlers.ts'
import { tryHandlers } from './try-handlers.ts'
import { vaultHandlers } from './vault-handlers.ts'
import { workspaceHandlers } from './workspace-handlers.ts'
import type { HubParts } from '../hub-parts.ts'

/** Every route of the window, over the parts of one hub. */
export function createHandlers(parts: HubParts): Handlers {
  return {
    ...catalogHandlers(parts),
    ...clientHandlers(parts),
    ...accountHandlers(parts),
    ...activityHandlers(parts),
    ...backupHandlers(parts),
    ...controlHandlers(parts),
    ...defaultHandlers(parts),
    ...doctorHandlers(parts),
    ...pairingHandlers(parts),
    ...preferenceHandlers(parts),
    ...ruleHandlers(parts),
    ...tokenUseHandlers(parts),
    ...tryHandlers(parts),
    ...vaultHandlers(parts),
    ...workspaceHandlers(parts),
  }
}
