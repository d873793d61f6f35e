import { locale } from '../../language.ts'
import { text } from '../../text.ts'
import type { PreviewOf } from './preview-of.ts'

/** The zone a time is read in: the person's, one that was named, or whichever the calendar has. */
export type Zone = { readonly kind: 'local' | 'named'; readonly name: string } | { readonly kind: 'calendar' }

interface EventTime {
  /** The first day, for a calendar leaf. */
  readonly leaf: { readonly month: string; readonly day: string } | null
  readonly when: string | null
  readonly zone: Zone | null
}

interface Moment {
  readonly date: string
  /** Empty for a whole day. */
  readonly time: string
  readonly month: string
  readonly day: string
  readonly zone: Zone | null
}

const FORM = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)([Zz]|[+-]\d{2}:\d{2})?)?$/

/**
 * When an event is, in words.
 *
 * @param localZone IANA name of the person's zone: a time with an offset is told in it, as their calendar will
 * @returns what cannot be read as a time, as it was written
 */
export function eventTime(
  event: Pick<PreviewOf<'event'>, 'start' | 'end' | 'timeZone'>,
  localZone: string,
): EventTime {
  const [start, end] = [event.start, event.end].map((value) => momentOf(value, event.timeZone, localZone))
  if (!start && !end) return { leaf: null, when: asWritten(event), zone: null }
  if ((!start && event.start !== undefined) || (!end && event.end !== undefined) || isMixed(start, end)) {
    return { leaf: null, when: asWritten(event), zone: null }
  }
  const leaf = start ? { month: start.month, day: start.day } : null
  return { leaf, when: span(start, end), zone: (start ?? end)?.zone ?? null }
}

function momentOf(value: string | undefined, timeZone: string | undefined, localZone: string): Moment | null {
  const [, date, time, offset] = FORM.exec(value ?? '') ?? []
  if (date === undefined) return null
  const written = new Date(`${date}T${time ?? '00:00'}Z`)
  // The parser takes 30 February for 2 March.
  if (Number.isNaN(written.getTime()) || !written.toISOString().startsWith(date)) return null
  if (offset === undefined)
    return momentIn(written, 'UTC', time === undefined ? null : wallZone(timeZone), time)
  const instant = new Date(`${date}T${time ?? ''}${offset.toUpperCase()}`)
  if (Number.isNaN(instant.getTime())) return null
  return momentIn(instant, localZone, { kind: 'local', name: localZone }, time)
}

function wallZone(timeZone: string | undefined): Zone {
  return timeZone === undefined ? { kind: 'calendar' } : { kind: 'named', name: timeZone }
}

function momentIn(instant: Date, timeZone: string, zone: Zone | null, time: string | undefined): Moment {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale.dates, { timeZone, ...options }).format(instant)
  return {
    date: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: time === undefined ? '' : format({ hour: '2-digit', minute: '2-digit' }),
    month: format({ month: 'short' }),
    day: format({ day: 'numeric' }),
    zone,
  }
}

/** Days with times, or a time that was moved to the person's zone with one that was not: no honest span. */
function isMixed(start: Moment | null | undefined, end: Moment | null | undefined): boolean {
  return Boolean(start && end && start.zone?.kind !== end.zone?.kind)
}

function span(start: Moment | null | undefined, end: Moment | null | undefined): string {
  const words = text.approval.preview
  if (!start) return words.until(end ? full(end) : '')
  if (!end) return start.time === '' ? full(start) : words.since(full(start))
  if (start.date !== end.date) return `${full(start)} – ${full(end)}`
  return start.time === '' ? `${start.date}, ${words.allDay.toLowerCase()}` : `${full(start)} – ${end.time}`
}

function full({ date, time }: Moment): string {
  return time === '' ? date : `${date}, ${time}`
}

function asWritten({ start, end }: Pick<PreviewOf<'event'>, 'start' | 'end'>): string | null {
  const words = text.approval.preview
  if (start === undefined) return end === undefined ? null : words.until(end)
  return end === undefined ? words.since(start) : `${start} – ${end}`
}
