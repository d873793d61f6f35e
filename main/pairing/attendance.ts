import type { Clock } from '../platform/platform.ts'

/** Longer than the pause between two polls; a question whose asker has gone away must not stay. */
const ABSENT_MS = 30_000

/** Whether somebody still waits for an answer. */
export interface Attendance {
  /** Somebody waits now. @returns to be called when they no longer do */
  enter(): () => void
  stop(): void
}

/** @param onAbsent called once when nobody has waited for half a minute */
export function createAttendance(clock: Pick<Clock, 'after'>, onAbsent: () => void): Attendance {
  let present = 0
  let isStopped = false
  let cancel = clock.after(ABSENT_MS, onAbsent)
  return {
    enter() {
      present += 1
      cancel()
      return () => {
        present -= 1
        if (present === 0 && !isStopped) cancel = clock.after(ABSENT_MS, onAbsent)
      }
    },
    stop() {
      isStopped = true
      cancel()
    },
  }
}
