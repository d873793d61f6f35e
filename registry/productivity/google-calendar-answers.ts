import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

/** How many addresses a row of a list names; the whole event names all. */
const ROW_ATTENDEES = 20

const text = z.string().nullish()
const flag = z.boolean().nullish()
const moment = z.object({ date: text, dateTime: text, timeZone: text }).nullish()

const attendee = z.object({
  email: text,
  displayName: text,
  responseStatus: text,
  optional: flag,
  resource: flag,
  self: flag,
})

const event = z.object({
  id: z.string(),
  status: text,
  summary: text,
  description: text,
  location: text,
  start: moment,
  end: moment,
  organizer: z.object({ email: text }).nullish(),
  attendees: z.array(attendee).nullish(),
  recurrence: z.array(z.string()).nullish(),
  recurringEventId: text,
  hangoutLink: text,
  htmlLink: text,
  updated: text,
})

const calendar = z.object({
  id: z.string(),
  summary: text,
  summaryOverride: text,
  description: text,
  primary: flag,
  accessRole: text,
  timeZone: text,
})

export const calendarAnswer = z.object({ id: z.string() })
export const calendarsAnswer = z.object({ items: z.array(calendar).nullish(), nextPageToken: text })
export const eventAnswer = event
export const eventsAnswer = z.object({
  items: z.array(event).nullish(),
  timeZone: text,
  nextPageToken: text,
})
export const freebusyAnswer = z.object({
  calendars: z.record(
    z.string(),
    z.object({
      busy: z.array(z.object({ start: text, end: text })).nullish(),
      errors: z.array(z.object({ reason: text })).nullish(),
    }),
  ),
})
/** Attendees as they came, to be sent back: a patch replaces the whole list. */
export const attendeesAnswer = z.object({
  attendees: z.array(z.looseObject({ email: text, self: flag })).nullish(),
  attendeesOmitted: flag,
})
/** A deletion is answered with 204 and nothing. */
export const noAnswer = z.unknown()

export function calendarsPage({ items, nextPageToken }: z.output<typeof calendarsAnswer>) {
  return compact({ calendars: (items ?? []).map(calendarRow), next_cursor: nextPageToken })
}

function calendarRow(node: z.output<typeof calendar>) {
  return compact({
    id: node.id,
    name: node.summaryOverride ?? node.summary,
    description: node.description,
    primary: node.primary,
    access_role: node.accessRole,
    time_zone: node.timeZone,
  })
}

/** An event in a list. `start` and `end` are RFC 3339, or days where the event lasts whole days. */
export function eventRow(node: z.output<typeof event>) {
  const people = node.attendees?.filter(({ resource }) => resource !== true) ?? []
  return compact({
    ...eventHead(node),
    attendees: people.length === 0 ? undefined : people.slice(0, ROW_ATTENDEES).map(({ email }) => email),
    attendee_count: people.length > ROW_ATTENDEES ? people.length : undefined,
  })
}

export function eventsPage({ items, timeZone, nextPageToken }: z.output<typeof eventsAnswer>) {
  return compact({
    time_zone: timeZone,
    events: (items ?? []).map(eventRow),
    next_cursor: nextPageToken,
  })
}

/** The whole event; its description from `offset` on, with `next_offset` while there is more. */
export function eventDetail(node: z.output<typeof event>, offset: number) {
  const { text: description, ...rest } = textWindow(node.description ?? '', offset)
  return compact({
    ...eventHead(node),
    time_zone: node.start?.timeZone,
    attendees: node.attendees?.map(attendeeRow),
    recurrence: node.recurrence,
    updated_at: node.updated,
    description: description === '' ? undefined : description,
    ...rest,
  })
}

function eventHead(node: z.output<typeof event>) {
  return {
    id: node.id,
    title: node.summary,
    start: node.start?.dateTime ?? node.start?.date,
    end: node.end?.dateTime ?? node.end?.date,
    status: node.status === 'confirmed' ? undefined : node.status,
    location: node.location,
    organizer: node.organizer?.email,
    my_response: node.attendees?.find(({ self }) => self === true)?.responseStatus,
    recurring_event_id: node.recurringEventId,
    meet_url: node.hangoutLink,
    url: node.htmlLink,
  }
}

function attendeeRow({ email, displayName, responseStatus, optional, resource }: z.output<typeof attendee>) {
  return compact({
    email,
    name: displayName,
    response: responseStatus,
    optional: optional === true ? true : undefined,
    resource: resource === true ? true : undefined,
  })
}

/** Busy times by calendar; `errors` says why one could not be looked at. */
export function freebusyRows({ calendars }: z.output<typeof freebusyAnswer>) {
  return Object.entries(calendars).map(([calendar_id, { busy, errors }]) =>
    compact({ calendar_id, busy: busy?.map(compact), errors: errors?.map(({ reason }) => reason) }),
  )
}
