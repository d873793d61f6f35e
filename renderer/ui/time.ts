import { locale } from '../language.ts'
import { formatTenths } from './number.ts'

const RELATIVE = new Intl.RelativeTimeFormat(locale.words, { numeric: 'auto' })
const DATE = new Intl.DateTimeFormat(locale.dates, { day: 'numeric', month: 'short', year: 'numeric' })
const MINUTE = 60_000

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
]

/** “5 minutes ago”, “yesterday”, and a date for what is older than a week. */
export function formatAgo(timestamp: string, now: number): string {
  const past = now - Date.parse(timestamp)
  if (past > 7 * 24 * 60 * MINUTE) return formatDate(timestamp)
  const [unit, size] = UNITS.find(([, size]) => past >= size) ?? ['second', Number.POSITIVE_INFINITY]
  return RELATIVE.format(-Math.floor(past / size), unit)
}

/** “3 Mar 2026” in the person's time zone. */
export function formatDate(timestamp: string): string {
  return DATE.format(new Date(timestamp))
}

/** “14:05:09” in the person's time zone. */
export function formatClock(timestamp: string): string {
  return new Date(timestamp).toLocaleTimeString(locale.dates)
}

/** “240 ms”, “1.2 s”, “2 min 5 s”. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < MINUTE) return `${formatTenths(milliseconds / 1000)} s`
  return `${Math.floor(milliseconds / MINUTE)} min ${Math.round((milliseconds % MINUTE) / 1000)} s`
}

/** “0:09”, “14:32”. */
export function formatCountdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** @param day `2026-01-31` @returns its first moment in the person's time zone, in milliseconds since 1970 */
export function startOfDay(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (year === undefined) return undefined
  const moment = new Date(Number(year), Number(month) - 1, Number(date)).getTime()
  return Number.isNaN(moment) || moment < 0 ? undefined : moment
}

/** “2026-01-31” of a moment in the person's time zone. */
export function dayOf(moment: number): string {
  const date = new Date(moment)
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}
