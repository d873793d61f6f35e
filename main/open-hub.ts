import type { Hub, HubListener } from './hub.ts'
import type { WindowMemory } from './platform/window-state.ts'

const BREATH_MS = 5

/**
 * Opens the hub over the real platform. Nearly all of the app's code is loaded here, piece by piece: the window
 * needs none of it to appear, but its files and its input go through this same thread.
 *
 * @throws when the database cannot be opened
 */
export async function openHub(memory: WindowMemory, tell: HubListener): Promise<Hub> {
  const { createPlatform } = await import('./platform/create-platform.ts')
  await breath()
  const { integrations } = await import('../registry/index.ts')
  await breath()
  const { createHub } = await import('./hub.ts')
  await breath()
  return createHub(createPlatform(memory), integrations, tell)
}

/** Lets the window through between two pieces of work. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, BREATH_MS))
}
