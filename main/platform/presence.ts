import { powerMonitor } from 'electron'
import type { Presence } from './platform.ts'

/** Electron tells of sleep on Linux (by logind), but of no lock, and nothing else here speaks D-Bus: it is asked for. */
const ASK_EVERY_MS = 10_000
/** So long that the state can only be `active`, `locked` or `unknown`. */
const NEVER_IDLE_SECONDS = 100_000_000

/** Whether somebody is at the computer. Must not be used before the app is ready. */
export function createPresence(): Presence {
  return {
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onLock(listener) {
      // Who closes the lid has left as well.
      powerMonitor.on('suspend', listener)
      powerMonitor.on('lock-screen', listener)
      const stopAsking = process.platform === 'linux' ? askForLock(listener) : () => undefined
      return () => {
        stopAsking()
        powerMonitor.off('suspend', listener)
        powerMonitor.off('lock-screen', listener)
      }
    },
  }
}

function askForLock(listener: () => void): () => void {
  let wasLocked = false
  const timer = setInterval(() => {
    const isLocked = powerMonitor.getSystemIdleState(NEVER_IDLE_SECONDS) === 'locked'
    if (isLocked && !wasLocked) listener()
    wasLocked = isLocked
  }, ASK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
