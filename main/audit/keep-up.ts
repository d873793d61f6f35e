import type { Database } from '../platform/database.ts'
import type { CallIndex } from './call-index.ts'

/** Lets the index follow the log in small steps, so that no call waits for it. */
export interface KeepUp {
  /** Lines were written. */
  touched(): void
  close(): void
}

/** Calls that come in quick succession are taken in together. */
const PAUSE_MS = 200
/** A few milliseconds. */
const STEP_LINES = 50

export function createKeepUp(database: Database, index: CallIndex): KeepUp {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false
  const later = (): void => {
    if (isClosed) return
    timer ??= setTimeout(() => {
      timer = undefined
      step()
    }, PAUSE_MS)
    // Whoever reads the index brings it up to date first: nothing is lost without this.
    timer.unref()
  }
  const step = (): void => {
    if (!database.open) return
    try {
      if (index.step(STEP_LINES)) setTimeout(step, 1).unref()
    } catch {
      // The disk may be full; the index is read again from where it stands.
    }
  }
  return {
    touched: later,
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
