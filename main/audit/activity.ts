import type { ActivityFilter, ExportFormat } from '../../preload/contract/activity.ts'
import type { HubEvents } from '../../preload/contract/events.ts'
import { OWN_EVENTS } from '../../preload/contract/own-activity.ts'
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
import { createLastOwnEvent, ownLine, type OwnFacts } from './own-events.ts'
import { createVerifyLog } from './verify-log.ts'
import { writeExport } from './write-export.ts'

/** The log, and all that the activity screen asks of it. */
export interface Activity {
  readonly log: AuditLog
  /** Writes a line about something other than a call. @throws when it cannot be written */
  note(facts: Omit<OwnFacts, 'at'>): void
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
  /** The vault may be open now. */
  vaultChanged(): void
  /** Writes what is due and notes where it ends, so that a copy of the database can show that it is whole. */
  settle(): Promise<void>
  /** Writes what is due and notes where the log ends. @throws when it cannot be written */
  close(): Promise<void>
}

interface ActivityDependencies {
  readonly platform: Pick<Platform, 'clock' | 'fileDialogs'>
  readonly database: Database
  readonly vault: Pick<OwnVault, 'ready' | 'seal' | 'unseal' | 'holder' | 'records'>
  readonly onProgress: (progress: HubEvents['activity.progress']) => void
  /** Told of a line that `note` has written. */
  readonly onLine: () => void
}

export function createActivity(dependencies: ActivityDependencies): Activity {
  const { platform, database, vault, onProgress, onLine } = dependencies
  const log = createAuditLog(database, () => {
    keepUp.touched()
    marks.touched()
  })
  const index = createCallIndex(database)
  const keepUp = createKeepUp(database, index)
  const hashAt = database.prepare<[number], Buffer>('SELECT hash FROM audit WHERE seq = ?').pluck()
  const lastEvent = createLastOwnEvent(database)
  const hasKey = (): boolean => vault.records.read().check !== undefined
  const marks = createMarkKeeper({
    marks: createEndMarks(database, vault),
    canSeal: () => hasKey() && !vault.holder.isLocked(),
    hadKey: hasKey(),
    head: log.head,
    hashAt: (seq) => hashAt.get(seq),
    restoredAt: () => lastEvent(OWN_EVENTS.restore)?.seq,
  })
  const query = createActivityQuery(database)
  const choices = createChoices(database)
  const chart = createActivityChart(database)
  const jobs = createJobs(onProgress)
  const verify = createVerifyLog({ database, log, marks, jobs })
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
    note(facts) {
      log.append(ownLine({ ...facts, at: platform.clock.now() }))
      onLine()
    },
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
    verify,
    async export(workspaceId, format, filter) {
      const path = await platform.fileDialogs.save(fileName(format, platform.clock.now()), 'log')
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
    vaultChanged() {
      if (vault.holder.isOpen()) marks.opened()
    },
    async settle() {
      log.flush()
      await marks.save()
    },
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
