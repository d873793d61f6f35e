import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters, type PageArguments } from '../paging.ts'
import { quote } from '../sentences.ts'
import type { ToolContext } from '../tool-context.ts'
import * as answers from './calendly-answers.ts'

const eventUri = z.string().min(1).describe('uri of the event')
const eventTypeUri = z.string().min(1).describe('uri of the event type')
const time = z.string().describe('RFC 3339')
const whose = {
  user_uri: z.string().optional().describe('Default: you'),
  organization: z.boolean().optional().describe('Of everybody; needs an admin'),
}

interface Whose {
  readonly user_uri?: string | undefined
  readonly organization?: boolean | undefined
}

async function currentUser({ request }: Pick<ToolContext, 'request'>) {
  return (await request('GET /users/me', { schema: answers.currentUserAnswer })).data.resource
}

/** Calendly wants to be told whose events are meant, by uri. */
async function scopeOf({ user_uri, organization }: Whose, context: Pick<ToolContext, 'request'>) {
  if (organization === true) {
    return { organization: (await currentUser(context)).current_organization ?? undefined }
  }
  return { user: user_uri ?? (await currentUser(context)).uri }
}

function pageQuery({ cursor, limit }: PageArguments) {
  return { count: limit, page_token: cursor }
}

/** Calendly names things by uri, and takes its last segment in paths. */
function uuidOf(uri: string): string {
  return uri.split('/').at(-1) ?? ''
}

/** @see https://developer.calendly.com/api-docs */
export const calendly = defineIntegration({
  id: 'calendly',
  name: 'Calendly',
  category: 'productivity',
  description: 'Meetings, booking links and availability.',
  icon: 'calendly.svg',
  auth: {
    type: 'api_key',
    label: 'Personal access token',
    prefix: 'Bearer ',
    helpUrl: 'https://calendly.com/integrations/api_webhooks',
    placeholder: 'eyJ…',
  },
  hosts: ['api.calendly.com'],
  apiBase: 'https://api.calendly.com',
  account: {
    async identify(context) {
      const { uri, email, name } = await currentUser(context)
      return { id: uri, name: email ?? name ?? uri }
    },
  },
  defaults: [
    {
      argument: 'event_type_uri',
      label: 'Event type',
      listedBy: 'calendly_list_event_types',
      list: 'event_types',
      value: 'uri',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'calendly_get_user',
      description: 'The signed-in user, with time zone and booking page.',
      parameters: z.object({}),
      async handler(_args, context) {
        const { current_organization, ...user } = await currentUser(context)
        return compact({ ...user, organization_uri: current_organization })
      },
    },
    {
      name: 'calendly_list_members',
      description: 'People of the organization, for user_uri.',
      parameters: z.object({ email: z.string().optional().describe('Exact address'), ...pageParameters }),
      async handler({ email, ...page }, context) {
        const scope = await scopeOf({ organization: true }, context)
        const { data } = await context.request('GET /organization_memberships', {
          query: { ...scope, email, ...pageQuery(page) },
          schema: answers.membersAnswer,
        })
        return answers.pageOf('members', data, answers.memberRow)
      },
    },
    {
      name: 'calendly_list_event_types',
      description: 'Kinds of meetings people can book, with their links.',
      parameters: z.object({
        ...whose,
        active: z.boolean().optional().describe('Only active, or only not'),
        ...pageParameters,
      }),
      async handler({ user_uri, organization, active, ...page }, context) {
        const scope = await scopeOf({ user_uri, organization }, context)
        const { data } = await context.request('GET /event_types', {
          query: { ...scope, active, ...pageQuery(page) },
          schema: answers.eventTypesAnswer,
        })
        return answers.pageOf('event_types', data, answers.eventTypeRow)
      },
    },
    {
      name: 'calendly_get_event_type',
      description: 'One event type with description and questions. To read on, pass next_offset as offset.',
      parameters: z.object({ event_type_uri: eventTypeUri, offset: z.int().min(0).default(0) }),
      async handler({ event_type_uri, offset }, { request }) {
        const { data } = await request('GET /event_types/{uuid}', {
          path: { uuid: uuidOf(event_type_uri) },
          schema: answers.eventTypeAnswer,
        })
        return answers.eventTypeDetail(data.resource, offset)
      },
    },
    {
      name: 'calendly_get_available_times',
      description: 'Free slots of an event type; at most 31 days, in the future.',
      parameters: z.object({ event_type_uri: eventTypeUri, start_time: time, end_time: time }),
      async handler({ event_type_uri, ...span }, { request }) {
        const { data } = await request('GET /event_type_available_times', {
          query: { event_type: event_type_uri, ...span },
          schema: answers.availableTimesAnswer,
        })
        return { times: data.collection.map(compact) }
      },
    },
    {
      name: 'calendly_get_busy_times',
      description: 'When somebody is busy; at most 7 days, in the future.',
      parameters: z.object({ user_uri: whose.user_uri, start_time: time, end_time: time }),
      async handler({ user_uri, ...span }, context) {
        const scope = await scopeOf({ user_uri }, context)
        const { data } = await context.request('GET /user_busy_times', {
          query: { ...scope, ...span },
          schema: answers.busyTimesAnswer,
        })
        return { times: data.collection.map(compact) }
      },
    },
    {
      name: 'calendly_list_events',
      description: 'Booked meetings, latest first; with after, earliest first.',
      parameters: z.object({
        ...whose,
        status: z.enum(['active', 'canceled']).optional(),
        invitee_email: z.string().optional().describe('Exact address'),
        after: time.optional(),
        before: time.optional(),
        ...pageParameters,
      }),
      async handler({ user_uri, organization, after, before, status, invitee_email, ...page }, context) {
        const query = {
          ...(await scopeOf({ user_uri, organization }, context)),
          status,
          invitee_email,
          min_start_time: after,
          max_start_time: before,
          sort: after === undefined ? 'start_time:desc' : 'start_time:asc',
          ...pageQuery(page),
        }
        const { data } = await context.request('GET /scheduled_events', {
          query,
          schema: answers.eventsAnswer,
        })
        return answers.pageOf('events', data, answers.eventRow)
      },
    },
    {
      name: 'calendly_get_event',
      description: 'One booked meeting, by its uri.',
      parameters: z.object({ event_uri: eventUri }),
      async handler({ event_uri }, { request }) {
        const options = { path: { uuid: uuidOf(event_uri) }, schema: answers.eventAnswer }
        const { data } = await request('GET /scheduled_events/{uuid}', options)
        return answers.eventRow(data.resource)
      },
    },
    {
      name: 'calendly_list_invitees',
      description: 'Who booked a meeting, and their answers.',
      parameters: z.object({
        event_uri: eventUri,
        status: z.enum(['active', 'canceled']).optional(),
        ...pageParameters,
      }),
      async handler({ event_uri, status, ...page }, { request }) {
        const { data } = await request('GET /scheduled_events/{uuid}/invitees', {
          path: { uuid: uuidOf(event_uri) },
          query: { status, ...pageQuery(page) },
          schema: answers.inviteesAnswer,
        })
        return answers.pageOf('invitees', data, answers.inviteeRow)
      },
    },
    {
      name: 'calendly_create_scheduling_link',
      description: 'A link with which one meeting can be booked, once. Each call makes a new one.',
      parameters: z.object({ event_type_uri: eventTypeUri }),
      summary: ({ event_type_uri }) => `Create a single-use link for the event type ${quote(event_type_uri)}`,
      async handler({ event_type_uri }, { request }) {
        const { data } = await request('POST /scheduling_links', {
          json: { max_event_count: 1, owner: event_type_uri, owner_type: 'EventType' },
          schema: answers.schedulingLinkAnswer,
        })
        return compact({ url: data.resource.booking_url })
      },
    },
    {
      name: 'calendly_mark_no_show',
      description: 'Mark an invitee as not having come; it can be undone in Calendly.',
      parameters: z.object({ invitee_uri: z.string().min(1).describe('uri of the invitee') }),
      summary: ({ invitee_uri }) => `Mark the invitee ${quote(invitee_uri)} as no-show`,
      async handler({ invitee_uri }, { request }) {
        const { data } = await request('POST /invitee_no_shows', {
          json: { invitee: invitee_uri },
          schema: answers.noShowAnswer,
        })
        const { invitee, created_at } = data.resource
        return compact({ invitee_uri: invitee, created_at })
      },
    },
    {
      name: 'calendly_cancel_event',
      description: 'Cancel a meeting; Calendly tells its invitees. A repeat is refused.',
      parameters: z.object({
        event_uri: eventUri,
        reason: z.string().max(10_000).optional().describe('Invitees read it'),
      }),
      summary: ({ event_uri, reason }) =>
        `Cancel the meeting ${quote(event_uri)}${reason ? ` because ${quote(reason)}` : ''}`,
      preview: ({ event_uri: place, reason: text }) =>
        text === undefined ? undefined : { kind: 'message', place, text },
      async handler({ event_uri, reason }, { request }) {
        const { data } = await request('POST /scheduled_events/{uuid}/cancellation', {
          path: { uuid: uuidOf(event_uri) },
          json: { reason },
          schema: answers.cancellationAnswer,
        })
        return compact({ canceled: true, ...data.resource })
      },
    },
  ],
})
