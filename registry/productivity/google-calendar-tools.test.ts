import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { ToolCase } from '../testing/tool-case.ts'
import { googleCalendar } from './google-calendar.ts'

const api = 'https://www.googleapis.com/calendar/v3'
const event = {
  kind: 'calendar#event',
  id: 'e1',
  status: 'confirmed',
  htmlLink: 'https://www.google.com/calendar/event?eid=x',
  summary: 'Review',
  location: 'Room 1',
  start: { dateTime: '2026-05-04T10:00:00+02:00', timeZone: 'Europe/Zurich' },
  end: { dateTime: '2026-05-04T11:00:00+02:00', timeZone: 'Europe/Zurich' },
  organizer: { email: 'ada@example.com', self: true },
  attendees: [
    { email: 'ada@example.com', self: true, organizer: true, responseStatus: 'accepted' },
    { email: 'bob@example.com', displayName: 'Bob', responseStatus: 'needsAction', optional: true },
    { email: 'room@resource.example.com', resource: true, responseStatus: 'accepted' },
  ],
  hangoutLink: 'https://meet.google.com/abc',
}
const row = {
  id: 'e1',
  title: 'Review',
  start: '2026-05-04T10:00:00+02:00',
  end: '2026-05-04T11:00:00+02:00',
  location: 'Room 1',
  organizer: 'ada@example.com',
  my_response: 'accepted',
  meet_url: 'https://meet.google.com/abc',
  url: 'https://www.google.com/calendar/event?eid=x',
  attendees: ['ada@example.com', 'bob@example.com'],
}
const holiday = { id: 'e2', summary: 'Holiday', start: { date: '2026-05-01' }, end: { date: '2026-05-02' } }
const holidayRow = {
  id: 'e2',
  title: 'Holiday',
  start: '2026-05-01',
  end: '2026-05-02',
  status: 'tentative',
  recurring_event_id: 'e0',
}
const from = '2026-05-01T00:00:00Z'
const to = '2026-06-01T00:00:00Z'

const cases: readonly ToolCase[] = [
  {
    tool: 'google_calendar_list_calendars',
    args: { cursor: 'p2', limit: 10 },
    sends: ['GET /users/me/calendarList'],
    query: { maxResults: '10', pageToken: 'p2' },
    answers: [
      jsonResponse({
        items: [
          { id: 'ada@example.com', summary: 'ada@example.com', primary: true, accessRole: 'owner' },
          { id: 'x@group.calendar.google.com', summary: 'X', summaryOverride: 'Team', timeZone: 'UTC' },
        ],
        nextPageToken: 'p3',
      }),
    ],
    result: {
      calendars: [
        { id: 'ada@example.com', name: 'ada@example.com', primary: true, access_role: 'owner' },
        { id: 'x@group.calendar.google.com', name: 'Team', time_zone: 'UTC' },
      ],
      next_cursor: 'p3',
    },
  },
  {
    tool: 'google_calendar_list_events',
    args: { time_min: from, time_max: to, query: 'review', cursor: 'p2' },
    sends: ['GET /calendars/primary/events'],
    query: {
      timeMin: from,
      timeMax: to,
      q: 'review',
      singleEvents: 'true',
      orderBy: 'startTime',
      maxResults: '20',
      pageToken: 'p2',
    },
    answers: [
      jsonResponse({
        items: [event, { ...holiday, status: 'tentative', recurringEventId: 'e0' }],
        timeZone: 'Europe/Zurich',
        nextPageToken: 'p3',
      }),
    ],
    result: {
      time_zone: 'Europe/Zurich',
      events: [row, holidayRow],
      next_cursor: 'p3',
    },
  },
  {
    tool: 'google_calendar_get_event',
    args: { event_id: 'e1', calendar_id: '#contacts@group.v.calendar.google.com' },
    sends: ['GET /calendars/%23contacts%40group.v.calendar.google.com/events/e1'],
    answers: [jsonResponse({ ...event, description: 'Bring <b>data</b>', recurrence: ['RRULE:FREQ=DAILY'] })],
    result: {
      ...row,
      time_zone: 'Europe/Zurich',
      attendees: [
        { email: 'ada@example.com', response: 'accepted' },
        { email: 'bob@example.com', name: 'Bob', response: 'needsAction', optional: true },
        { email: 'room@resource.example.com', response: 'accepted', resource: true },
      ],
      recurrence: ['RRULE:FREQ=DAILY'],
      description: 'Bring <b>data</b>',
    },
  },
  {
    tool: 'google_calendar_query_freebusy',
    args: { calendar_ids: ['primary', 'bob@example.com'], time_min: from, time_max: to },
    sends: ['POST /freeBusy'],
    body: {
      timeMin: from,
      timeMax: to,
      items: [{ id: 'primary' }, { id: 'bob@example.com' }],
    },
    answers: [
      jsonResponse({
        calendars: {
          primary: { busy: [{ start: '2026-05-04T08:00:00Z', end: '2026-05-04T09:00:00Z' }] },
          'bob@example.com': { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] },
        },
      }),
    ],
    result: {
      calendars: [
        {
          calendar_id: 'primary',
          busy: [{ start: '2026-05-04T08:00:00Z', end: '2026-05-04T09:00:00Z' }],
        },
        { calendar_id: 'bob@example.com', busy: [], errors: ['notFound'] },
      ],
    },
  },
  {
    tool: 'google_calendar_create_event',
    args: {
      title: 'Review',
      start: '2026-05-04T10:00:00',
      end: '2026-05-04T11:00:00',
      time_zone: 'Europe/Zurich',
      description: 'Bring data',
      location: 'Room 1',
      recurrence: ['RRULE:FREQ=WEEKLY'],
      attendees: ['bob@example.com'],
    },
    sends: ['POST /calendars/primary/events'],
    query: { sendUpdates: 'all' },
    body: {
      summary: 'Review',
      start: { dateTime: '2026-05-04T10:00:00', timeZone: 'Europe/Zurich' },
      end: { dateTime: '2026-05-04T11:00:00', timeZone: 'Europe/Zurich' },
      description: 'Bring data',
      location: 'Room 1',
      recurrence: ['RRULE:FREQ=WEEKLY'],
      attendees: [{ email: 'bob@example.com' }],
    },
    answers: [jsonResponse(event)],
    result: row,
  },
  {
    tool: 'google_calendar_create_event_from_text',
    args: { text: 'Lunch & talk tomorrow 12:30' },
    sends: ['POST /calendars/primary/events/quickAdd'],
    query: { text: 'Lunch & talk tomorrow 12:30' },
    answers: [jsonResponse(event)],
    result: row,
  },
  {
    tool: 'google_calendar_update_event',
    args: { event_id: 'e1', title: 'Review 2', start: '2026-05-01', end: '2026-05-02' },
    sends: ['PATCH /calendars/primary/events/e1'],
    query: { sendUpdates: 'all' },
    body: {
      summary: 'Review 2',
      start: { date: '2026-05-01', dateTime: null },
      end: { date: '2026-05-02', dateTime: null },
    },
    answers: [jsonResponse(event)],
    result: row,
  },
  {
    tool: 'google_calendar_update_attendees',
    args: { event_id: 'e1', add: ['cy@example.com', 'ADA@example.com'], remove: ['Bob@Example.com'] },
    sends: ['GET /calendars/primary/events/e1', 'PATCH /calendars/primary/events/e1'],
    query: { sendUpdates: 'all' },
    body: { attendees: [event.attendees[0], event.attendees[2], { email: 'cy@example.com' }] },
    answers: [jsonResponse(event), jsonResponse(event)],
    result: row,
  },
  {
    tool: 'google_calendar_set_response',
    args: { event_id: 'e1', response: 'declined', text: 'Ill' },
    sends: ['GET /calendars/primary/events/e1', 'PATCH /calendars/primary/events/e1'],
    query: { sendUpdates: 'all' },
    body: {
      attendeesOmitted: true,
      attendees: [{ email: 'ada@example.com', responseStatus: 'declined', comment: 'Ill' }],
    },
    answers: [jsonResponse(event), jsonResponse(event)],
    result: row,
  },
  {
    tool: 'google_calendar_move_event',
    args: { event_id: 'e1', destination_calendar_id: 'x@group.calendar.google.com' },
    sends: ['POST /calendars/primary/events/e1/move'],
    query: { destination: 'x@group.calendar.google.com', sendUpdates: 'all' },
    answers: [jsonResponse(event)],
    result: row,
  },
  {
    tool: 'google_calendar_delete_event',
    args: { event_id: 'e1' },
    sends: ['DELETE /calendars/primary/events/e1'],
    query: { sendUpdates: 'all' },
    answers: [new Response(null, { status: 204 })],
    result: { id: 'e1', deleted: true },
  },
]

describe('every tool of google-calendar', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answers, ...expected }) => {
    const { result, requests } = await callTool(googleCalendar, tool, args, ...answers)
    const sent = requests.map(({ method, url }) => `${method} ${url.href.split('?')[0]?.replace(api, '')}`)
    expect(sent).toEqual(expected.sends)
    const last = requests.at(-1)
    expect(last?.query).toEqual(expected.query ?? {})
    expect(last?.body).toEqual(expected.body)
    expect(last?.headers.get('content-type')).toBe(expected.body === undefined ? null : 'application/json')
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(googleCalendar.tools.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})
