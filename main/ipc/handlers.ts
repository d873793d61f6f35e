import type { Handlers } from './router.ts'
import { accountHandlers } from './account-handlers.ts'
import { catalogHandlers } from './catalog-handlers.ts'
import { controlHandlers } from './control-handlers.ts'
import { defaultHandlers } from './default-handlers.ts'
import { doctorHandlers } from './doctor-handlers.ts'
import { vaultHandlers } from './vault-handlers.ts'
import type { HubParts } from '../hub-parts.ts'

/** Every route of the window, over the parts of one hub. */
export function createHandlers(parts: HubParts): Handlers {
  return {
    ...catalogHandlers(parts),
    ...accountHandlers(parts),
    ...controlHandlers(parts),
    ...defaultHandlers(parts),
    ...doctorHandlers(parts),
    ...vaultHandlers(parts),
  }
}
