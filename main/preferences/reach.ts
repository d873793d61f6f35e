import type { Clock, Network } from '../platform/platform.ts'

/** Failures at so many different hosts, with no answer between them, are more than one service that is down. */
const ENOUGH_HOSTS = 2
/** Without news from the network for so long, nothing is claimed any more. */
const STALE_MS = 60_000

/** A network that notices when nothing can be reached. */
export interface Reach {
  readonly network: Network
  /** Whether what was tried lately has failed everywhere. */
  isLost(): boolean
}

/**
 * Learns from the requests that are made anyway; makes none of its own.
 *
 * @param onChange told when the network seems lost, and when it is there again
 */
export function watchReach(network: Network, clock: Clock, onChange: () => void): Reach {
  const failing = new Set<string>()
  let isLost = false
  let stop: () => void = () => undefined
  const settle = (next: boolean): void => {
    if (next === isLost) return
    isLost = next
    onChange()
  }
  const forget = (): void => {
    stop()
    failing.clear()
    settle(false)
  }
  const failed = (url: string): void => {
    failing.add(hostOf(url))
    stop()
    stop = clock.after(STALE_MS, forget)
    settle(failing.size >= ENOUGH_HOSTS)
  }
  return {
    isLost: () => isLost,
    network: {
      async fetch(url, init) {
        try {
          const response = await network.fetch(url, init)
          if (failing.size > 0) forget()
          return response
        } catch (error) {
          // Whoever gave up waiting says nothing about the network.
          if (init.signal?.aborted !== true) failed(url)
          throw error
        }
      },
    },
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
