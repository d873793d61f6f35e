import type { LoopbackRedirect } from '../../registry/auth.ts'
import type { Clock } from '../platform/platform.ts'
import { createLimiter } from '../tools/limiter.ts'
import { openLoopbackListener, type ReadLanguage, type TakeAnswer } from './loopback-listener.ts'

interface ListenersDependencies {
  readonly clock: Clock
  readonly lifetimeMs: number
  readonly take: TakeAnswer
  readonly language: ReadLanguage
  /** Ends a sign-in whose port another one needs. */
  readonly giveUp: (stateHash: string) => void
}

/** The listeners of sign-ins that wait, by the hash of their state. */
export interface LoopbackListeners {
  /**
   * @param check whether the port can be had; it may try it for a moment
   * @returns where the provider sends the browser
   * @throws what `check` throws, HubError SIGN_IN_FAILED when the port is taken
   */
  start(stateHash: string, redirect: LoopbackRedirect, check: () => Promise<void>): Promise<string>
  stop(stateHash: string): void
  /** Whether one of them has this port because the provider insists on it. */
  isListeningOn(port: number): boolean
  stopAll(): void
}

interface Running {
  readonly port: number | undefined
  readonly stop: () => void
}

export function createLoopbackListeners(dependencies: ListenersDependencies): LoopbackListeners {
  const { clock, lifetimeMs, take, language, giveUp } = dependencies
  const running = new Map<string, Running>()
  // Of two sign-ins begun at once, the second must see the first one's listener to give it up.
  const oneAtATime = createLimiter(1)
  const stop = (stateHash: string): void => {
    running.get(stateHash)?.stop()
    running.delete(stateHash)
  }
  const giveUpOthers = (port: number): void => {
    for (const [stateHash, other] of running) {
      if (other.port !== port) continue
      giveUp(stateHash)
      stop(stateHash)
    }
  }
  return {
    start: (stateHash, redirect, check) =>
      oneAtATime(async () => {
        await check()
        if (redirect.port !== undefined) giveUpOthers(redirect.port)
        const listener = await openLoopbackListener(redirect, take, language)
        const stopTimer = clock.after(lifetimeMs, () => stop(stateHash))
        const end = (): void => {
          stopTimer()
          listener.close()
        }
        running.set(stateHash, { port: redirect.port, stop: end })
        return listener.redirectUri
      }),
    stop,
    isListeningOn: (port) => [...running.values()].some((one) => one.port === port),
    stopAll() {
      for (const stateHash of running.keys()) stop(stateHash)
    },
  }
}
