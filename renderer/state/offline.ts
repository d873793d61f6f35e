import { create } from 'zustand'
import { request } from '../hub.ts'

/** `offline`: this computer has no network. `lost`: it has one, but no service answers. */
export type Reachability = 'reachable' | 'offline' | 'lost'

export const useOffline = create(() => ({ isOnline: true, isLost: false }))

/** Follows the computer's own word about its network. Called once. */
export function followNetwork(): void {
  const look = (): void => useOffline.setState({ isOnline: navigator.onLine })
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  look()
}

/** Asks what the main process has seen of the services. */
export async function checkNetwork(): Promise<void> {
  const { isLost } = await request('network.check', {}).catch(() => ({ isLost: false }))
  useOffline.setState({ isLost })
}

export function reachabilityOf(state: {
  readonly isOnline: boolean
  readonly isLost: boolean
}): Reachability {
  if (!state.isOnline) return 'offline'
  return state.isLost ? 'lost' : 'reachable'
}
