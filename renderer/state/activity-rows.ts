import type { ActivityEntry } from '../../preload/contract/shapes.ts'

/** One call as the list shows it: how it ended, with the row of its start where that is known. */
export interface ActivityCall {
  readonly entry: ActivityEntry
  readonly started: ActivityEntry | null
}

/**
 * A call writes a row when it starts and another when it ends. Shows the end and keeps the start with it.
 * @param rows newest first
 */
export function foldCalls(rows: readonly ActivityEntry[]): readonly ActivityCall[] {
  const starts = new Map(rows.filter(isStart).map((row) => [row.callId, row]))
  const ended = new Set(rows.filter((row) => !isStart(row)).map(({ callId }) => callId))
  return rows
    .filter((row) => !isStart(row) || !ended.has(row.callId))
    .map((entry) => ({ entry, started: isStart(entry) ? null : (starts.get(entry.callId) ?? null) }))
}

const isStart = ({ outcome }: ActivityEntry): boolean => outcome === 'started'

/**
 * Puts a fresh first page in front of the rows already shown.
 * @returns `null` when the two do not meet and the page must stand alone
 */
export function prependRows(
  page: readonly ActivityEntry[],
  shown: readonly ActivityEntry[],
): readonly ActivityEntry[] | null {
  const newest = shown[0]?.seq
  if (newest === undefined) return null
  const fresh = page.filter(({ seq }) => seq > newest)
  return fresh.length < page.length ? [...fresh, ...shown] : null
}

/** Calls of one day under each other; the key is the day in the person's time zone. */
export function groupByDay(calls: readonly ActivityCall[]): ReadonlyMap<string, readonly ActivityCall[]> {
  const days = new Map<string, ActivityCall[]>()
  for (const call of calls) {
    const day = new Date(call.entry.at).toDateString()
    const group = days.get(day)
    if (group === undefined) days.set(day, [call])
    else group.push(call)
  }
  return days
}
