import { createHash } from 'node:crypto'
import type { RequestInput, RequestOutput } from '../../preload/contract/requests.ts'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import type { Database } from '../platform/database.ts'
import { listActivity } from './activity-query.ts'

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

export interface AuditLog {
  /** @throws when the line cannot be written; a write must then not run */
  append(line: AuditLine): void
  /** Writes the line a moment later, in one transaction with its neighbours: for calls that changed nothing. */
  appendSoon(line: AuditLine): void
  /** Writes what is still due. @throws when it cannot be written */
  flush(): void
  list(workspaceId: string, filter: RequestInput<'activity.list'>): RequestOutput<'activity.list'>
  /** Recomputes the chain from the first line. */
  verify(): RequestOutput<'activity.verify'>
}

interface StoredLine extends AuditLine {
  readonly seq: number
  readonly hash: Buffer
}

/** Every field of a line and its column, in the order in which they are hashed. */
const COLUMN_OF = {
  at: 'at',
  workspaceId: 'workspace_id',
  callId: 'call_id',
  appId: 'app_id',
  appName: 'app_name',
  integrationId: 'integration_id',
  tool: 'tool',
  accountName: 'account_name',
  outcome: 'outcome',
  reason: 'reason',
  errorCode: 'error_code',
  durationMs: 'duration_ms',
  details: 'details',
} as const satisfies Record<keyof AuditLine, string>

const FIELDS = Object.keys(COLUMN_OF) as (keyof AuditLine)[]
const SELECTED = FIELDS.map((field) => `${COLUMN_OF[field]} AS ${field}`).join(', ')

const FIRST_HASH = Buffer.alloc(32)

/** A transaction costs more than its lines: so long, lines wait for others to share one. */
const GATHERING_MS = 10

/** Append-only lines, each hashed together with the hash of the line before it. */
export function createAuditLog(database: Database): AuditLog {
  const insert = database.prepare(
    `INSERT INTO audit (seq, ${Object.values(COLUMN_OF).join(', ')}, hash)` +
      ` VALUES (?, ${FIELDS.map(() => '?').join(', ')}, ?)`,
  )
  const last = database
    .prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
    .get()
  let seq = last?.seq ?? 0
  let hash = last?.hash ?? FIRST_HASH
  const due: AuditLine[] = []

  const write = (line: AuditLine): void => {
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
    list(workspaceId, filter) {
      flush()
      return listActivity(database, workspaceId, filter)
    },
    verify() {
      flush()
      const { rows, brokenAt } = verifyChain(database)
      // A chain that was cut at its end is whole in itself; this process knows how long it was.
      const isComplete = brokenAt !== null || rows === seq
      return { rows, brokenAt: isComplete ? brokenAt : Math.min(rows, seq) + 1 }
    },
  }
}

function verifyChain(database: Database): RequestOutput<'activity.verify'> {
  let previous: Buffer = FIRST_HASH
  let rows = 0
  for (const line of database
    .prepare<[], StoredLine>(`SELECT seq, ${SELECTED}, hash FROM audit ORDER BY seq`)
    .iterate()) {
    rows += 1
    const isNext = line.seq === rows && hashOf(previous, line.seq, line).equals(line.hash)
    if (!isNext) return { rows, brokenAt: line.seq }
    previous = line.hash
  }
  return { rows, brokenAt: null }
}

function hashOf(previous: Buffer, seq: number, line: AuditLine): Buffer {
  const fields = JSON.stringify([seq, ...valuesOf(line)])
  return createHash('sha256').update(previous).update(fields).digest()
}

function valuesOf(line: AuditLine): AuditLine[keyof AuditLine][] {
  return FIELDS.map((field) => line[field])
}
