import type { AppTokenUse, TokenCounts } from '../../preload/contract/token-use.ts'
import type { Database } from '../platform/database.ts'

/** What is to be added to an app's day. */
export interface DueTokens {
  readonly appId: string
  readonly day: number
  listed: number
  results: number
  arguments: number
}

interface Sum extends TokenCounts {
  readonly appId: string
}

const WEEK_DAYS = 7
const MONTH_DAYS = 30

// From `apps`, so that an app that was removed meanwhile leaves nothing and stops nothing.
const ADD =
  'INSERT INTO token_use (app_id, day, listed, results, arguments)' +
  ' SELECT id, @day, @listed, @results, @arguments FROM apps WHERE id = @appId' +
  ' ON CONFLICT DO UPDATE SET listed = listed + excluded.listed, results = results + excluded.results,' +
  ' arguments = arguments + excluded.arguments'

const SUM =
  'SELECT t.app_id AS appId, sum(t.listed) AS listed, sum(t.results) AS results, sum(t.arguments) AS arguments' +
  ' FROM token_use t JOIN apps a ON a.id = t.app_id' +
  ' WHERE a.workspace_id = ? AND t.day BETWEEN ? AND ? GROUP BY t.app_id'

/** The table of what apps have used. */
interface TokenUseRows {
  /** All of it or nothing. @throws when it cannot be written */
  add(due: readonly DueTokens[]): void
  /** @param today days since 1970 */
  list(workspaceId: string, today: number): AppTokenUse[]
}

/** Prepares what reads and writes it. */
export function createTokenUseRows(database: Database): TokenUseRows {
  const insert = database.prepare<[DueTokens]>(ADD)
  const select = database.prepare<[string, number, number], Sum>(SUM)
  const sums = (workspaceId: string, today: number, days: number): ReadonlyMap<string, TokenCounts> => {
    const found = select.all(workspaceId, today - days + 1, today)
    return new Map(found.map(({ appId, ...counts }) => [appId, counts]))
  }
  return {
    add: database.transaction((due: readonly DueTokens[]) => {
      for (const row of due) insert.run(row)
    }),
    list(workspaceId, today) {
      const [day, week] = [sums(workspaceId, today, 1), sums(workspaceId, today, WEEK_DAYS)]
      return [...sums(workspaceId, today, MONTH_DAYS)].map(([appId, month]) => ({
        appId,
        today: day.get(appId) ?? nothing(),
        week: week.get(appId) ?? nothing(),
        month,
      }))
    },
  }
}

const nothing = (): TokenCounts => ({ listed: 0, results: 0, arguments: 0 })
