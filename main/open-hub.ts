import { integrations } from '../registry/index.ts'
import { createHub, type Hub, type HubListener } from './hub.ts'
import { createPlatform } from './platform/create-platform.ts'

/**
 * Opens the hub over the real platform. This module pulls in nearly all of the app's code, none of which the
 * window needs to appear: import it when the window is there.
 *
 * @throws when the database cannot be opened
 */
export function openHub(tell: HubListener): Hub {
  return createHub(createPlatform(), integrations, tell)
}
