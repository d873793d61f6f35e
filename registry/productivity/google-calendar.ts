import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { googleOAuth, googleRefusal } from '../google-oauth.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './google-calendar-answers.ts'
import {
  changedAttendees,
  eventBody,
  eventPreview,
  newMeeting,
  ownAttendee,
} from './google-calendar-event.ts'

/** The account's own calendar, unless one is given. */
const calendar = { calendar_id: z.string().optional() }
export const PRIMARY = 'primary'
const place = { ...calendar, event_id: z.string() }
const emails = z.array(z.string()).optional().describe('E-mails')
const time = z.string().describe('RFC 3339')

const eventFields = {
  time_zone: z.string().optional().describe('IANA; needed if recurring'),
  description: z.string().optional().describe('Text or HTML'),
  location: z.string().optional().describe('Place'),
  recurrence: z.array(z.string()).optional().describe('RRULE:…'),
}
const start = z.string().describe('RFC 3339, or YYYY-MM-DD')
const end = z.string().describe('Exclusive')

/** @see https://developers.google.com/workspace/calendar/api/v3/reference */
export const googleCalendar = defineIntegration({
  id: 'google-calendar',
  name: 'Google Calendar',
  category: 'productivity',
  description: 'Calendars, events, invitations and free time.',
  icon: 'google-calendar.svg',
  curated: 2,
  auth: googleOAuth({
    'https://www.googleapis.com/auth/calendar.events': 'Read, create, change and delete events',
    'https://www.googleapis.com/auth/calendar.readonly': 'See your calendars, and when people are busy',
  }),
  hosts: ['www.googleapis.com'],
  apiBase: 'https://www.googleapis.com/calendar/v3',
  refusal: googleRefusal,
  account: {
    // The id of a person's primary calendar is their e-mail address.
    async identify({ request }) {
      const { data } = await request('GET /calendars/primary', { schema: answers.calendarAnswer })
      return { id: data.id, name: data.id }
    },
  },
  defaults: [
    {
      argument: 'calendar_id',
      label: 'Calendar for new events',
      listedBy: 'google_calendar_list_calendars',
      list: 'calendars',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'google_calendar_list_calendars',
      description: 'Calendars with their access role and time zone.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const { data } = await request('GET /users/me/calendarList', {
          query: { maxResults: limit, pageToken: cursor },
          schema: answers.calendarsAnswer,
        })
        return answers.calendarsPage(data)
      },
    },
    {
      name: 'google_calendar_list_events',
      description: 'Events after time_min, earliest first.',
      parameters: z.object({
        ...calendar,
        time_min: time,
        time_max: time.optional(),
        query: z.string().optional(),
        ...pageParameters,
      }),
      async handler({ calendar_id = PRIMARY, ...args }, { request }) {
        const { data } = await request('GET /calendars/{calendar_id}/events', {
          path: { calendar_id },
          query: {
            timeMin: args.time_min,
            timeMax: args.time_max,
            q: args.query,
            singleEvents: true,
            orderBy: 'startTime',
            maxResults: args.limit,
            pageToken: args.cursor,
          },
          schema: answers.eventsAnswer,
        })
        return answers.eventsPage(data)
      },
    },
    {
      name: 'google_calendar_get_event',
      description: 'One event. To read on, pass next_offset as offset.',
      parameters: z.object({ ...place, offset: z.int().min(0).default(0) }),
      async handler({ calendar_id = PRIMARY, event_id, offset }, { request }) {
        const { data } = await request('GET /calendars/{calendar_id}/events/{event_id}', {
          path: { calendar_id, event_id },
          schema: answers.eventAnswer,
        })
        return answers.eventDetail(data, offset)
      },
    },
    {
      name: 'google_calendar_query_freebusy',
      description: 'Busy times of calendars or people, in UTC.',
      parameters: z.object({
        calendar_ids: z.array(z.string()).min(1).describe('Or e-mails'),
        time_min: time,
        time_max: time,
      }),
      async handler({ calendar_ids, time_min, time_max }, { request }) {
        const { data } = await request('POST /freeBusy', {
          json: {
            timeMin: time_min,
            timeMax: time_max,
            items: calendar_ids.map((id) => ({ id })),
          },
          schema: answers.freebusyAnswer,
        })
        return { calendars: answers.freebusyRows(data) }
      },
    },
    {
      name: 'google_calendar_create_event',
      description: 'Create an event; attendees get an e-mail. Each call makes a new one.',
      parameters: z.object({
        ...calendar,
        title: z.string().min(1),
        start,
        end,
        ...eventFields,
        attendees: emails,
        add_meet: z.boolean().optional().describe('Google Meet'),
      }),
      summary: ({ title, start, attendees = [] }) => {
        const invites = attendees.length === 0 ? '' : ` and invite ${quote(attendees.join(', '))}`
        return `Create the event ${quote(title)} at ${quote(start)}${invites}`
      },
      preview: ({ calendar_id: calendar, attendees: guests, ...fields }) => ({
        ...eventPreview(fields),
        guests,
        calendar,
      }),
      async handler({ calendar_id = PRIMARY, attendees, add_meet, ...fields }, { request }) {
        const { data } = await request('POST /calendars/{calendar_id}/events', {
          path: { calendar_id },
          query: { sendUpdates: 'all', conferenceDataVersion: add_meet === true ? 1 : undefined },
          json: {
            ...eventBody(fields, undefined),
            attendees: attendees?.map((email) => ({ email })),
            conferenceData: add_meet === true ? newMeeting() : undefined,
          },
          schema: answers.eventAnswer,
        })
        return answers.eventRow(data)
      },
    },
    {
      name: 'google_calendar_create_event_from_text',
      description:
        'Create an event from a sentence such as “Lunch tomorrow 12:30”. Each call makes a new one.',
      parameters: z.object({
        ...calendar,
        text: z.string().min(1),
      }),
      summary: ({ text }) => `Create an event from the sentence ${quote(text)}`,
      preview: ({ calendar_id: calendar, text: sentence }) => ({ kind: 'event', sentence, calendar }),
      async handler({ calendar_id = PRIMARY, text }, { request }) {
        const { data } = await request('POST /calendars/{calendar_id}/events/quickAdd', {
          path: { calendar_id },
          query: { text },
          schema: answers.eventAnswer,
        })
        return answers.eventRow(data)
      },
    },
    {
      name: 'google_calendar_update_event',
      description: 'Change the given fields of an event or series and tell its guests. Safe to repeat.',
      parameters: z.object({
        ...place,
        title: z.string().min(1).optional(),
        start: start.optional(),
        end: end.optional(),
        ...eventFields,
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'calendar_id', 'event_id')} of the event ${quote(args.event_id)}`,
      preview: ({ calendar_id: calendar, ...fields }) => ({ ...eventPreview(fields), calendar }),
      async handler({ calendar_id = PRIMARY, event_id, ...fields }, { request }) {
        const json = compact(eventBody(fields, null))
        if (Object.keys(json).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PATCH /calendars/{calendar_id}/events/{event_id}', {
          path: { calendar_id, event_id },
          query: { sendUpdates: 'all' },
          json,
          schema: answers.eventAnswer,
        })
        return answers.eventRow(data)
      },
    },
    {
      name: 'google_calendar_update_attendees',
      description: 'Invite guests by e-mail or take them off. Safe to repeat.',
      parameters: z.object({
        ...place,
        add: emails,
        remove: emails,
      }),
      summary: ({ event_id, add = [], remove = [] }) => {
        const invited = add.length === 0 ? '' : `, invite ${quote(add.join(', '))}`
        const removed = remove.length === 0 ? '' : `, take off ${quote(remove.join(', '))}`
        return `Change the guests of the event ${quote(event_id)}${invited}${removed}`
      },
      async handler({ calendar_id = PRIMARY, event_id, add = [], remove = [] }, { request }) {
        if (add.length + remove.length === 0) throw new ProviderError(ownReason('nobody'), 400)
        const path = { calendar_id, event_id }
        const attendees = await changedAttendees(path, { add, remove }, request)
        const { data } = await request('PATCH /calendars/{calendar_id}/events/{event_id}', {
          path,
          query: { sendUpdates: 'all' },
          json: { attendees },
          schema: answers.eventAnswer,
        })
        return answers.eventRow(data)
      },
    },
    {
      name: 'google_calendar_set_response',
      description: 'Answer an invitation, with a text. Safe to repeat.',
      parameters: z.object({
        ...place,
        response: z.enum(['accepted', 'declined', 'tentative']),
        text: z.string().optional(),
      }),
      summary: ({ event_id, response }) => `Answer “${response}” to the event ${quote(event_id)}`,
      preview: ({ event_id, response, text }) =>
        text === undefined ? undefined : { kind: 'message', place: `${event_id}: ${response}`, text },
      async handler({ calendar_id = PRIMARY, event_id, response, text }, { request }) {
        const path = { calendar_id, event_id }
        const { email } = await ownAttendee(path, request)
        const { data } = await request('PATCH /calendars/{calendar_id}/events/{event_id}', {
          path,
          query: { sendUpdates: 'all' },
          // `attendeesOmitted` changes the one entry and leaves the others.
          json: { attendeesOmitted: true, attendees: [{ email, responseStatus: response, comment: text }] },
          schema: answers.eventAnswer,
        })
        return answers.eventRow(data)
      },
    },
    {
      name: 'google_calendar_move_event',
      description: 'Move an event to another calendar. A repeat is refused.',
      parameters: z.object({ ...place, destination_calendar_id: z.string() }),
      summary: ({ event_id, destination_calendar_id }) =>
        `Move the event ${quote(event_id)} to the calendar ${quote(destination_calendar_id)}`,
      async handler({ calendar_id = PRIMARY, event_id, destination_calendar_id }, { request }) {
        const { data } = await request('POST /calendars/{calendar_id}/events/{event_id}/move', {
          path: { calendar_id, event_id },
          query: { destination: destination_calendar_id, sendUpdates: 'all' },
          schema: answers.eventAnswer,
        })
        return answers.eventRow(data)
      },
    },
    {
      name: 'google_calendar_delete_event',
      description: 'Delete an event or series and tell its guests. A repeat is refused.',
      parameters: z.object({ ...place }),
      summary: ({ calendar_id = PRIMARY, event_id }) =>
        `Delete the event ${quote(event_id)} from the calendar ${quote(calendar_id)}`,
      async handler({ calendar_id = PRIMARY, event_id }, { request }) {
        await request('DELETE /calendars/{calendar_id}/events/{event_id}', {
          path: { calendar_id, event_id },
          query: { sendUpdates: 'all' },
          schema: answers.noAnswer,
        })
        return { id: event_id, deleted: true }
      },
    },
  ],
})
