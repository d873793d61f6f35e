import type { RequestInput, RequestOutput } from '../../preload/contract/requests.ts'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import type { Database } from '../platform/database.ts'

type Row = Omit<ActivityEntry, 'at'> & { at: number }

const DEFAULT_LIMIT = 50

/** A call's last line stands for the call; its `started` line is shown only while there is no other. */
const IS_LATEST =
  "(outcome NOT IN ('started', 'note') OR (outcome = 'started' AND NOT EXISTS (SELECT 1 FROM audit AS later" +
  " WHERE later.call_id = audit.call_id AND later.seq > audit.seq AND later.outcome <> 'note')))"

/**
 * One page of calls, newest first.
 *
 * @returns rows, and the `seq` to continue before, or null at the end
 */
export function listActivity(
  database: Database,
  workspaceId: string,
  filter: RequestInput<'activity.list'>,
): RequestOutput<'activity.list'> {
  const limit = filter.limit ?? DEFAULT_LIMIT
  const { clauses, values } = conditions(workspaceId, filter)
  const rows = database
    .prepare<unknown[], Row>(
      'SELECT seq, at, call_id AS callId, app_name AS appName, integration_id AS integrationId, tool,' +
        ' account_name AS accountName, outcome, reason, error_code AS errorCode, duration_ms AS durationMs, details' +
        ` FROM audit WHERE ${clauses.join(' AND ')} ORDER BY seq DESC LIMIT ?`,
    )
    .all(...values, limit + 1)
  const page = rows.slice(0, limit)
  return {
    rows: page.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
    next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  }
}

function conditions(
  workspaceId: string,
  filter: RequestInput<'activity.list'>,
): { clauses: string[]; values: unknown[] } {
  const given: [string, unknown][] = [
    ['workspace_id = ?', workspaceId],
    ['seq < ?', filter.before],
    ['app_id = ?', filter.appId],
    ['integration_id = ?', filter.integrationId],
    ['outcome = ?', filter.outcome],
    [
      "tool || ' ' || app_name || ' ' || account_name || ' ' || details LIKE ? ESCAPE '\\'",
      likeText(filter.text),
    ],
  ]
  const used = given.filter(([, value]) => value !== undefined)
  return { clauses: [IS_LATEST, ...used.map(([clause]) => clause)], values: used.map(([, value]) => value) }
}

function likeText(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  return `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`
}
