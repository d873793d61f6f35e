import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../platform/platform.ts'

const FILE = 'faults.log'
const MOST_BYTES = 256 * 1_024
const MOST_FRAMES = 12

/** What went wrong inside Gatehouse itself, for whoever has to mend it; it stays on this computer. */
export interface FaultLog {
  /**
   * Keeps where an unknown error was thrown: its kind and its places in the code. Its message is left out, since that
   * may hold anything: an argument, an answer, a credential. Never throws.
   *
   * @param where what was being done, in words of the code
   */
  note(where: string, error: unknown): void
}

/** @param folder the file lies there as `faults.log`; when it is full, it becomes `faults.log.1` */
export function createFaultLog(folder: string, clock: Pick<Clock, 'now'>): FaultLog {
  const file = join(folder, FILE)
  return {
    note(where, error) {
      try {
        const line = { at: new Date(clock.now()).toISOString(), where, ...placesOf(error) }
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(file, `${file}.1`)
        appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
      } catch {
        // A full disk or a clock without a time must not turn one fault into two.
      }
    },
  }
}

/** @returns the error's kind, and functions with the last part of their files */
function placesOf(error: unknown): { kind: string; places: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, places: [] }
  // The message stands in the stack before its frames, and may itself look like one.
  const stack = (error.stack ?? '').replace(error.message, '')
  const places = [
    ...stack.matchAll(/^ {4}at (?:([\w.#<>[\] ]{1,80}) \()?.*?([\w.-]{1,60}\.[cm]?[jt]s:\d+:\d+)\)?$/gm),
  ]
  return {
    kind: error.constructor.name,
    places: places.slice(0, MOST_FRAMES).map(([, name = '', place = '']) => `${name} ${place}`.trim()),
  }
}
