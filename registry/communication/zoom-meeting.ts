import type { EventPreview } from '../preview.ts'

/**
 * A meeting's id or uuid as a path segment. Zoom undoes the encoding of a uuid with slashes twice.
 *
 * @see https://developers.zoom.us/docs/api/using-zoom-apis/
 */
export function meetingSegment(meetingId: string): string {
  const isUuid = /^[\w+/=-]+$/.test(meetingId)
  return isUuid && /^\/|\/\//.test(meetingId) ? encodeURIComponent(meetingId) : meetingId
}

interface MeetingFields {
  readonly topic?: string | undefined
  readonly start_time?: string | undefined
  readonly duration?: number | undefined
  readonly timezone?: string | undefined
  readonly agenda?: string | undefined
}

/** Fields of a meeting that can be changed; undefined ones are not sent. */
export function meetingBody({ topic, start_time, duration, timezone, agenda }: MeetingFields) {
  return {
    topic,
    start_time: start_time === undefined ? undefined : zoomTime(start_time),
    duration,
    timezone,
    agenda,
  }
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

/** Zoom takes a moment in UTC, or a local time without offset, and no other offsets. */
function zoomTime(time: string): string {
  const moment = MOMENT.test(time) ? Date.parse(time) : Number.NaN
  return Number.isNaN(moment) ? time : new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** How the meeting will look in a calendar, as far as the given fields say it. */
export function meetingPreview(fields: MeetingFields): EventPreview | undefined {
  const { topic: title, start_time: start, duration, timezone: timeZone, agenda: description } = fields
  const end = start === undefined || duration === undefined ? undefined : endOf(start, duration)
  const picture: EventPreview = { kind: 'event', title, start, end, timeZone, description }
  return Object.values(picture).filter((value) => value !== undefined).length > 1 ? picture : undefined
}

/** @returns the end in the start's own offset, or in none; undefined when the start is no time */
function endOf(start: string, minutes: number): string | undefined {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(start)?.[0] ?? ''
  const clock = start.slice(0, start.length - offset.length)
  const end = new Date(Date.parse(`${clock}Z`) + minutes * 60_000)
  return Number.isNaN(end.getTime()) ? undefined : `${end.toISOString().slice(0, 19)}${offset}`
}

const DAY_MS = 86_400_000
/** Zoom lists the recordings of a month at most, and of today alone when no time is given. */
const RECORDING_DAYS = 30

/** The days to look for recordings in: up to 30 before the last one, unless the first is given. */
export function recordingDays(from: string | undefined, to: string | undefined) {
  if (from !== undefined) return { from, to }
  const last = to === undefined ? Date.now() : Date.parse(`${to}T00:00:00Z`)
  const first = new Date(last - RECORDING_DAYS * DAY_MS)
  return { from: Number.isNaN(first.getTime()) ? undefined : first.toISOString().slice(0, 10), to }
}
