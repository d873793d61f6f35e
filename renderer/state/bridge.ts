import { request } from '../hub.ts'
import { createResource } from './resource.ts'

export const useBridge = createResource(() => request('bridge.status', {}))

/** Where programs find it. */
export const useBridgePlace = createResource(() => request('bridge.locate', {}))

/** Stops every app at once, or lets them go on. */
export async function pauseApps(paused: boolean): Promise<void> {
  await request('apps.pause', { paused })
  await useBridge.getState().load()
}

export async function restartBridge(): Promise<void> {
  await request('bridge.restart', {})
}
