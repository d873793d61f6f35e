import { forgetting as forgettingShape, type Forgetting } from '../../preload/contract/grant.ts'
import type { Clock, Presence } from '../platform/platform.ts'
import type { Settings } from '../settings/settings.ts'
import type { Grants } from './grants.ts'

const SETTING = 'grants.forgetting'
/** How often the system is asked how long nobody was there. */
const LOOK_EVERY_MS = 20_000

const USUAL: Forgetting = { onLock: false, idleMinutes: null, which: 'session' }

/** Ends remembered answers when nobody is at the computer, if the person wants that. */
export interface ForgetAnswers {
  read(): Forgetting
  set(forgetting: Forgetting): void
  start(): void
  stop(): void
}

interface ForgetDependencies {
  readonly settings: Settings
  readonly grants: Pick<Grants, 'forget'>
  readonly presence: Presence
  readonly clock: Clock
  /** Called when answers have ended. */
  readonly onForgotten: () => void
}

export function createForgetAnswers(dependencies: ForgetDependencies): ForgetAnswers {
  const { settings, grants, presence, clock, onForgotten } = dependencies
  let stopLooking = (): void => undefined
  let stopListening = (): void => undefined
  let isRunning = false

  const read = (): Forgetting => parse(settings.get(SETTING))
  const forget = (): void => {
    if (grants.forget(read().which) > 0) onForgotten()
  }
  const look = (): void => {
    const { idleMinutes } = read()
    if (idleMinutes === null) return
    if (presence.idleSeconds() >= idleMinutes * 60) forget()
    stopLooking = clock.after(LOOK_EVERY_MS, look)
  }
  const lookAnew = (): void => {
    stopLooking()
    if (isRunning) look()
  }
  return {
    read,
    set(forgetting) {
      settings.set(SETTING, JSON.stringify(forgetting))
      lookAnew()
    },
    start() {
      isRunning = true
      stopListening()
      stopListening = presence.onLock(() => {
        if (read().onLock) forget()
      })
      lookAnew()
    },
    stop() {
      isRunning = false
      stopListening()
      stopLooking()
    },
  }
}

/** A setting that cannot be read is the cautious one: better asked once more than never. */
function parse(stored: string | undefined): Forgetting {
  if (stored === undefined) return USUAL
  try {
    return forgettingShape.parse(JSON.parse(stored))
  } catch {
    return { onLock: true, idleMinutes: null, which: 'all' }
  }
}
