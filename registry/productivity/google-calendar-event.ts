import type { EventPreview } from '../preview.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { attendeesAnswer } from './google-calendar-answers.ts'

interface EventFields {
  readonly title?: string | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly time_zone?: string | undefined
  readonly description?: string | undefined
  readonly location?: string | undefined
  readonly recurrence?: readonly string[] | undefined
}

/**
 * Fields of an event resource; undefined ones are not sent.
 *
 * @param other what becomes of a time's other kind (day or moment): a patch has to take it away with null
 */
export function eventBody(fields: EventFields, other: null | undefined) {
  return {
    summary: fields.title,
    start: eventTime(fields.start, fields.time_zone, other),
    end: eventTime(fields.end, fields.time_zone, other),
    description: fields.description,
    location: fields.location,
    recurrence: fields.recurrence,
  }
}

function eventTime(value: string | undefined, timeZone: string | undefined, other: null | undefined) {
  if (value === undefined) return undefined
  return isDay(value) ? { date: value, dateTime: other } : { date: other, dateTime: value, timeZone }
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** How the event will look, as far as the given fields say it. */
export function eventPreview(fields: EventFields): EventPreview {
  const { title, start, end, time_zone: timeZone, recurrence: repeats, location, description } = fields
  return {
    kind: 'event',
    title,
    start,
    end: end !== undefined && isDay(end) ? dayBefore(end) : end,
    allDay: start === undefined ? undefined : isDay(start),
    timeZone,
    repeats,
    location,
    description,
  }
}

/** The end of whole days is exclusive (RFC 5545 3.6.1); a person reads the last day as belonging to it. */
function dayBefore(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(midnight) ? day : new Date(midnight - 86_400_000).toISOString().slice(0, 10)
}

/** Asks for a new Google Meet; the id makes a repeated request a new one. */
export function newMeeting() {
  return {
    createRequest: {
      requestId: crypto.randomUUID(),
      conferenceSolutionKey: { type: 'hangoutsMeet' },
    },
  }
}

interface EventPlace {
  readonly calendar_id: string
  readonly event_id: string
}

/** Attendees of the event with every field Google sent, since a patch replaces the list. */
async function currentAttendees(path: EventPlace, request: ToolContext['request']) {
  const route = 'GET /calendars/{calendar_id}/events/{event_id}'
  const { data } = await request(route, { path, schema: attendeesAnswer })
  return data
}

/** @returns the list with some people more and some less; e-mails are compared whatever their case */
export async function changedAttendees(
  path: EventPlace,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  request: ToolContext['request'],
) {
  const { attendees, attendeesOmitted } = await currentAttendees(path, request)
  if (attendeesOmitted === true) {
    throw new ProviderError(ownReason('attendeesHidden', 'Google'), 403)
  }
  const gone = new Set(remove.map(lowerCase))
  const kept = (attendees ?? []).filter(({ email }) => !gone.has(lowerCase(email ?? '')))
  const known = new Set(kept.map(({ email }) => lowerCase(email ?? '')))
  return [...kept, ...add.filter((email) => !known.has(lowerCase(email))).map((email) => ({ email }))]
}

/** @returns the account's own entry in the list */
export async function ownAttendee(path: EventPlace, request: ToolContext['request']) {
  const { attendees } = await currentAttendees(path, request)
  const own = attendees?.find(({ self }) => self === true)
  if (own === undefined) throw new ProviderError(ownReason('notAttending'), 400)
  return own
}

function lowerCase(email: string): string {
  return email.toLowerCase()
}
