import { setImmediate } from 'node:timers/promises'
import type { Database } from '../platform/database.ts'
import type { ChainHead } from './audit-log.ts'
import { FIRST_HASH, hashOf, STORED_LINE, type StoredLine } from './chain.ts'

export interface ChainCheck {
  /** How many lines were read. */
  readonly rows: number
  /** The first line that does not follow from the one before; null when all do. */
  readonly brokenAt: number | null
  readonly isCancelled: boolean
}

interface Watch {
  readonly signal: AbortSignal
  onProgress(done: number): void
}

/** So many lines take a few milliseconds. */
const CHUNK = 500

/**
 * Recomputes the chain from the first line, with pauses, so that calls go on meanwhile.
 *
 * @param ends lines that must be there as they are: where the chain ended when somebody last looked
 */
export async function verifyChain(
  database: Database,
  ends: readonly ChainHead[],
  { signal, onProgress }: Watch,
): Promise<ChainCheck> {
  const next = database.prepare<[number, number], StoredLine>(
    `SELECT ${STORED_LINE} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`,
  )
  const hashAt = new Map(ends.map(({ seq, hash }) => [seq, hash]))
  let previous: Buffer = FIRST_HASH
  let rows = 0
  for (;;) {
    if (signal.aborted) return { rows, brokenAt: null, isCancelled: true }
    const lines = next.all(rows, CHUNK)
    for (const line of lines) {
      const isNext = line.seq === rows + 1 && hashOf(previous, line.seq, line).equals(line.hash)
      const isKnown = hashAt.get(line.seq)?.equals(line.hash) ?? true
      if (!isNext || !isKnown) return { rows: rows + 1, brokenAt: line.seq, isCancelled: false }
      previous = line.hash
      rows += 1
    }
    if (lines.length < CHUNK) break
    onProgress(rows)
    await setImmediate()
  }
  const missing = ends.some(({ seq }) => seq > rows)
  return { rows, brokenAt: missing ? rows + 1 : null, isCancelled: false }
}
