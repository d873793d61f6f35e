import type { ActivityFilter, ExportFormat } from '../../preload/contract/activity.ts'
import type { HubEvents } from '../../preload/contract/events.ts'
import type { RequestInput, RequestOutput } from '../../preload/contract/requests.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { OwnVault } from '../vault/vault.ts'
import { createCallReader } from './activity-call.ts'
import { createActivityChart } from './activity-chart.ts'
import { createChoices } from './activity-choices.ts'
import { createActivityQuery } from './activity-query.ts'
import { createAuditLog, type AuditLog } from './audit-log.ts'
import { createCallIndex } from './call-index.ts'
import { createEndMarks } from './end-mark.ts'
import { writerOf } from './export-format.ts'
import { allLines, lastLines, wholeLog, type Portions } from './export-lines.ts'
import { createJobs } from './jobs.ts'
import { createKeepUp } from './keep-up.ts'
import { createMarkKeeper } from './mark-keeper.ts'
import { verifyChain } from './verify-chain.ts'
import { writeExport } from './write-export.ts'

/** The log, and all that the activity screen asks of it. */
export interface Activity {
  readonly log: AuditLog
  list(workspaceId: string, input: RequestInput<'activity.list'>): Promise<RequestOutput<'activity.list'>>
  choices(workspaceId: string): Promise<RequestOutput<'activity.choices'>>
  /** @throws HubError RESOURCE_NOT_FOUND */
  get(workspaceId: string, callId: string): RequestOutput<'activity.get'>
  chart(workspaceId: string, days: number): Promise<RequestOutput<'activity.chart'>>
  /** Recomputes the chain from the first line, and compares its end with what earlier runs have noted. */
  verify(): Promise<RequestOutput<'activity.verify'>>
  /** @throws HubError INTERNAL when the file cannot be written */
  export(
    workspaceId: string,
    format: ExportFormat,
    filter: ActivityFilter,
  ): Promise<RequestOutput<'activity.export'>>
  /** Stops what goes through the whole log. */
  cancel(job: 'verify' | 'export'): void
  /** Writes what is due and notes where the log ends. @throws when it cannot be written */
  close(): Promise<void>
}

interface ActivityDependencies {
  readonly platform: Pick<Platform, 'clock' | 'chooseFile'>
  readonly database: Database
  readonly vault: Pick<OwnVault, 'ready' | 'seal' | 'unseal' | 'holder' | 'records'>
  readonly onProgress: (progress: HubEvents['activity.progress']) => void
}

export function createActivity({ platform, database, vault, onProgress }: ActivityDependencies): Activity {
  const log = createAuditLog(database, () => {
    keepUp.touched()
    marks.touched()
  })
  const index = createCallIndex(database)
  const keepUp = createKeepUp(database, index)
  const hashAt = database.prepare<[number], Buffer>('SELECT hash FROM audit WHERE seq = ?').pluck()
  const marks = createMarkKeeper({
    marks: createEndMarks(database, vault),
    canSeal: () => vault.records.read().check !== undefined && !vault.holder.isLocked(),
    head: log.head,
    hashAt: (seq) => hashAt.get(seq),
  })
  const query = createActivityQuery(database)
  const choices = createChoices(database)
  const chart = createActivityChart(database)
  const jobs = createJobs(onProgress)
  const upToDate = async (): Promise<void> => {
    log.flush()
    await index.catchUp()
  }
  const portionsOf = (format: ExportFormat, workspaceId: string, filter: ActivityFilter): Portions => {
    if (format === 'log') return wholeLog(database)
    const match = query.matchOf(workspaceId, filter)
    return format === 'csv' ? lastLines(database, query, match) : allLines(database, query, match)
  }
  return {
    log,
    async list(workspaceId, input) {
      await upToDate()
      return query.list(workspaceId, input)
    },
    async choices(workspaceId) {
      await upToDate()
      return choices(workspaceId)
    },
    get: createCallReader(database),
    async chart(workspaceId, days) {
      await upToDate()
      return chart(workspaceId, days, platform.clock.now())
    },
    async verify() {
      log.flush()
      const end = await marks.found()
      const heads = typeof end === 'string' ? [log.head()] : [log.head(), end.head]
      const checked = await jobs.run('verify', log.head().seq, (watch) => verifyChain(database, heads, watch))
      if (typeof end === 'string') {
        return { ...checked, end: end === 'locked' ? 'locked' : 'unmarked', markedSince: 0 }
      }
      return { ...checked, end: 'checked', markedSince: end.since }
    },
    async export(workspaceId, format, filter) {
      const path = await platform.chooseFile({ name: fileName(format, platform.clock.now()) })
      if (path === null) return { status: 'cancelled' }
      await upToDate()
      const rows = await jobs.run('export', log.head().seq, (watch) =>
        writeExport({
          path,
          portions: portionsOf(format, workspaceId, filter),
          writer: writerOf(format),
          ...watch,
        }),
      )
      return rows === null ? { status: 'cancelled' } : { status: 'saved', path, rows }
    },
    cancel: jobs.cancel,
    async close() {
      jobs.cancel('verify')
      jobs.cancel('export')
      keepUp.close()
      log.flush()
      await marks.close()
    },
  }
}

function fileName(format: ExportFormat, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10)
  const kind = format === 'log' ? 'log' : 'activity'
  return `gatehouse-${kind}-${day}.${format === 'csv' ? 'csv' : 'jsonl'}`
}
