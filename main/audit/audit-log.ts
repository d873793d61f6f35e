import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import type { Database } from '../platform/database.ts'
import { COLUMN_OF, FIELDS, FIRST_HASH, hashOf, valuesOf } from './chain.ts'

/** One line of the log; a call has a `started` and a final one. */
export interface AuditLine {
  readonly at: number
  readonly workspaceId: string
  readonly callId: string
  readonly appId: string
  readonly appName: string
  readonly integrationId: string
  readonly tool: string
  readonly accountName: string
  readonly outcome: ActivityEntry['outcome'] | 'note'
  readonly reason: string
  readonly errorCode: string | null
  readonly durationMs: number | null
  /** JSON, already redacted. */
  readonly details: string
}

/** Where a chain ends. */
export interface ChainHead {
  /** Of its last line; 0 when it has none. */
  readonly seq: number
  readonly hash: Buffer
}

export interface AuditLog {
  /** @throws when the line cannot be written; a write must then not run */
  append(line: AuditLine): void
  /** Writes the line a moment later, in one transaction with its neighbours: for calls that changed nothing. */
  appendSoon(line: AuditLine): void
  /** Writes what is still due. @throws when it cannot be written */
  flush(): void
  /** Where the chain ends as this process has written it, whatever lies on the disk. */
  head(): ChainHead
}

/** A transaction costs more than its lines: so long, lines wait for others to share one. */
const GATHERING_MS = 10

/**
 * Append-only lines, each hashed together with the hash of the line before it.
 *
 * @param onLines hears that lines were written; must return at once
 */
export function createAuditLog(database: Database, onLines: () => void = () => undefined): AuditLog {
  const insert = database.prepare(
    `INSERT INTO audit (seq, ${Object.values(COLUMN_OF).join(', ')}, hash)` +
      ` VALUES (?, ${FIELDS.map(() => '?').join(', ')}, ?)`,
  )
  let { seq, hash } = lastLine(database)
  const due: AuditLine[] = []

  const write = (given: AuditLine): void => {
    const line = wellFormed(given)
    const nextHash = hashOf(hash, seq + 1, line)
    insert.run(seq + 1, ...valuesOf(line), nextHash)
    seq += 1
    hash = nextHash
  }
  const writeAll = database.transaction((lines: readonly AuditLine[]) => lines.forEach(write))
  // One transaction for all that came in meanwhile; the lines keep their order.
  const flush = (line?: AuditLine): void => {
    const before = { seq, hash }
    try {
      writeAll(line === undefined ? due : [...due, line])
      due.length = 0
    } catch (error) {
      seq = before.seq
      hash = before.hash
      throw error
    }
    if (seq > before.seq) onLines()
  }
  const flushLater = (): void => {
    try {
      if (database.open) flush()
    } catch {
      // The lines stay due; a write that comes next meets the same fault and does not run.
    }
  }
  return {
    append: flush,
    appendSoon(line) {
      if (due.push(line) === 1) setTimeout(flushLater, GATHERING_MS)
    },
    flush: () => flush(),
    head: () => ({ seq, hash }),
  }
}

const HALF_CHARACTERS = /\p{Surrogate}/u
const EVERY_HALF = /\p{Surrogate}/gu

/** UTF-8 has no half characters: the database would keep others than were hashed, and the line would look changed. */
function wellFormed(line: AuditLine): AuditLine {
  if (FIELDS.every((field) => !HALF_CHARACTERS.test(String(line[field])))) return line
  const fields = FIELDS.map((field) => {
    const value = line[field]
    return [field, typeof value === 'string' ? value.replaceAll(EVERY_HALF, '\uFFFD') : value]
  })
  // Sound: every field is there, and of the type that it had.
  return Object.fromEntries(fields) as AuditLine
}

function lastLine(database: Database): ChainHead {
  const last = database.prepare<[], ChainHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get()
  return last ?? { seq: 0, hash: FIRST_HASH }
}
