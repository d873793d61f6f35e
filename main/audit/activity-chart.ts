import type { OutcomeGroup } from '../../preload/contract/activity.ts'
import { ALL_OWN_EVENTS } from '../../preload/contract/own-activity.ts'
import type { RequestOutput } from '../../preload/contract/requests.ts'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import type { Database } from '../platform/database.ts'
import { localDay } from './call-batch.ts'

type Outcome = ActivityEntry['outcome']
type Chart = RequestOutput<'activity.chart'>

const GROUP_OF: Readonly<Record<Outcome, OutcomeGroup>> = {
  succeeded: 'done',
  failed: 'failed',
  unknown: 'failed',
  denied: 'notRun',
  expired: 'notRun',
  withdrawn: 'notRun',
  refused: 'notRun',
  started: 'running',
}

interface Total {
  readonly day: number
  readonly appId: string
  readonly appName: string
  readonly outcome: Outcome
  readonly calls: number
}

const DAY_MS = 86_400_000

/** @returns reads how many calls there were in the last days, from one query over daily totals */
export function createActivityChart(database: Database) {
  const totals = database.prepare<[number, number, string, string], Total>(
    'SELECT d.day, k.app_id AS appId, k.app_name AS appName, k.outcome, sum(d.calls) AS calls' +
      ' FROM call_days d JOIN call_kinds k ON k.id = d.kind' +
      ' WHERE d.day BETWEEN ? AND ? AND k.workspace_id = ? AND d.calls > 0' +
      ' AND k.tool NOT IN (SELECT value FROM json_each(?))' +
      ' GROUP BY d.day, k.app_id, k.app_name, k.outcome',
  )
  return (workspaceId: string, days: number, now: number): Chart => {
    const today = localDay(now)
    const first = today - days + 1
    const rows = totals.all(first, today, workspaceId, JSON.stringify(ALL_OWN_EVENTS))
    return {
      days: Array.from({ length: days }, (_, index) => dayOf(first + index, rows)),
      apps: appsOf(rows),
      outcomes: outcomesOf(rows),
    }
  }
}

function dayOf(day: number, rows: readonly Total[]): Chart['days'][number] {
  const groups = { done: 0, failed: 0, notRun: 0, running: 0 }
  for (const row of rows) if (row.day === day) groups[GROUP_OF[row.outcome]] += row.calls
  return { day: new Date(day * DAY_MS).toISOString().slice(0, 10), groups }
}

function appsOf(rows: readonly Total[]): Chart['apps'] {
  const apps = new Map<string, { id: string; name: string; calls: number }>()
  for (const { appId, appName, calls } of rows) {
    apps.set(appId, { id: appId, name: appName, calls: (apps.get(appId)?.calls ?? 0) + calls })
  }
  return [...apps.values()].sort((a, b) => b.calls - a.calls)
}

function outcomesOf(rows: readonly Total[]): Chart['outcomes'] {
  const outcomes = new Map<Outcome, number>()
  for (const { outcome, calls } of rows) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + calls)
  return [...outcomes].map(([outcome, calls]) => ({ outcome, calls })).sort((a, b) => b.calls - a.calls)
}
