import type { AppTokenUse, TokenCounts } from '../../preload/contract/token-use.ts'
import { localDay } from '../audit/call-batch.ts'
import type { Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import { createTokenUseRows, type DueTokens } from './token-use-rows.ts'

/** Counts by app and day what goes between Gatehouse and an app's model. */
export interface TokenUse {
  /** Writes nothing yet, and never throws: no call waits for it or fails over it. */
  add(appId: string, kind: keyof TokenCounts, tokens: number): void
  /** What the apps of a workspace have used, up to this moment; an app that has used nothing is left out. */
  list(workspaceId: string): AppTokenUse[]
  /** Writes what is due. What cannot be written stays due. */
  flush(): void
  /** Writes for the last time. */
  close(): void
}

/** So much is lost when the program is killed; and a transaction a second is nothing beside a call. */
const GATHERING_MS = 1_000

/** @param onWritten hears some time after something was added; must return at once */
export function createTokenUse(
  database: Database,
  clock: Pick<Clock, 'now'>,
  onWritten: () => void,
): TokenUse {
  const rows = createTokenUseRows(database)
  const due = new Map<string, DueTokens>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = (): void => {
    if (due.size === 0 || !database.open) return
    try {
      rows.add([...due.values()])
      due.clear()
    } catch {
      // The disk may be full. It is only a count: the next one tries again.
    }
  }
  const writeLater = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      flush()
      onWritten()
    }, GATHERING_MS)
    // Whoever ends the program closes it, and that writes.
    timer.unref()
  }
  return {
    add(appId, kind, tokens) {
      const day = localDay(clock.now())
      const key = `${day}/${appId}`
      const row = due.get(key) ?? { appId, day, listed: 0, results: 0, arguments: 0 }
      row[kind] += tokens
      due.set(key, row)
      writeLater()
    },
    list(workspaceId) {
      flush()
      return rows.list(workspaceId, localDay(clock.now()))
    },
    flush,
    close() {
      clearTimeout(timer)
      flush()
    },
  }
}
