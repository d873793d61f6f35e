import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { calendly } from './calendly.ts'

const api = 'https://api.calendly.com'
const me = `${api}/users/U1`
const organization = `${api}/organizations/O1`
const user = {
  uri: me,
  name: 'Ada',
  slug: 'ada',
  email: 'ada@example.com',
  scheduling_url: 'https://calendly.com/ada',
  timezone: 'Europe/London',
  current_organization: organization,
}
const userRow = {
  uri: me,
  name: 'Ada',
  email: 'ada@example.com',
  timezone: 'Europe/London',
  scheduling_url: 'https://calendly.com/ada',
}
const eventType = {
  uri: `${api}/event_types/T1`,
  name: 'Intro',
  active: true,
  duration: 30,
  kind: 'solo',
  scheduling_url: 'https://calendly.com/ada/intro',
  description_plain: 'Say hello.',
  custom_questions: [
    { name: 'Topic?', required: true, enabled: true },
    { name: 'Old', required: false, enabled: false },
  ],
}
const eventTypeRow = {
  uri: `${api}/event_types/T1`,
  name: 'Intro',
  active: true,
  minutes: 30,
  kind: 'solo',
  url: 'https://calendly.com/ada/intro',
}
const event = {
  uri: `${api}/scheduled_events/E1`,
  name: 'Intro',
  status: 'active',
  start_time: '2026-01-02T09:00:00Z',
  end_time: '2026-01-02T09:30:00Z',
  event_type: eventType.uri,
  location: { type: 'zoom', status: 'pushed', join_url: 'https://zoom.us/j/1' },
  invitees_counter: { total: 1, active: 1, limit: 1 },
  event_guests: [],
}
const eventRow = {
  uri: `${api}/scheduled_events/E1`,
  name: 'Intro',
  status: 'active',
  start_time: '2026-01-02T09:00:00Z',
  end_time: '2026-01-02T09:30:00Z',
  event_type_uri: eventType.uri,
  location: 'https://zoom.us/j/1',
  invitees: 1,
}
const span = { start_time: '2026-01-02T00:00:00Z', end_time: '2026-01-03T00:00:00Z' }
const slot = {
  status: 'available',
  invitees_remaining: 1,
  start_time: span.start_time,
  scheduling_url: 'https://c',
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  /** Whether the tool has to ask first who the signed-in user is. */
  readonly asksWho?: true
  readonly sends: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly answer: unknown
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'calendly_get_user',
    args: {},
    sends: 'GET /users/me',
    answer: { resource: user },
    result: { ...userRow, organization_uri: organization },
  },
  {
    tool: 'calendly_list_members',
    args: { email: 'ada@example.com' },
    asksWho: true,
    sends: 'GET /organization_memberships',
    query: { organization, email: 'ada@example.com', count: '20' },
    answer: { collection: [{ uri: 'x', role: 'owner', user }], pagination: { next_page_token: 'p2' } },
    result: { members: [{ ...userRow, role: 'owner' }], next_cursor: 'p2' },
  },
  {
    tool: 'calendly_list_event_types',
    args: { active: true, limit: 5, cursor: 'p1' },
    asksWho: true,
    sends: 'GET /event_types',
    query: { user: me, active: 'true', count: '5', page_token: 'p1' },
    answer: { collection: [eventType], pagination: { count: 1, next_page_token: null } },
    result: { event_types: [eventTypeRow] },
  },
  {
    tool: 'calendly_get_event_type',
    args: { event_type_uri: eventType.uri },
    sends: 'GET /event_types/T1',
    answer: { resource: eventType },
    result: {
      ...eventTypeRow,
      questions: [{ question: 'Topic?', required: true }],
      description: 'Say hello.',
    },
  },
  {
    tool: 'calendly_get_available_times',
    args: { event_type_uri: eventType.uri, ...span },
    sends: 'GET /event_type_available_times',
    query: { event_type: eventType.uri, ...span },
    answer: { collection: [slot] },
    result: { times: [{ start_time: span.start_time, invitees_remaining: 1, scheduling_url: 'https://c' }] },
  },
  {
    tool: 'calendly_get_busy_times',
    args: { user_uri: `${api}/users/U2`, ...span },
    sends: 'GET /user_busy_times',
    query: { user: `${api}/users/U2`, ...span },
    answer: { collection: [{ type: 'external', ...span }] },
    result: { times: [{ type: 'external', ...span }] },
  },
  {
    tool: 'calendly_list_events',
    args: { organization: true, status: 'active', after: span.start_time, before: span.end_time },
    asksWho: true,
    sends: 'GET /scheduled_events',
    query: {
      organization,
      status: 'active',
      min_start_time: span.start_time,
      max_start_time: span.end_time,
      sort: 'start_time:asc',
      count: '20',
    },
    answer: { collection: [event] },
    result: { events: [eventRow] },
  },
  {
    tool: 'calendly_list_events',
    args: { user_uri: me, invitee_email: 'bob@example.com' },
    sends: 'GET /scheduled_events',
    query: { user: me, invitee_email: 'bob@example.com', sort: 'start_time:desc', count: '20' },
    answer: { collection: [] },
    result: { events: [] },
  },
  {
    tool: 'calendly_get_event',
    args: { event_uri: event.uri },
    sends: 'GET /scheduled_events/E1',
    answer: {
      resource: {
        ...event,
        status: 'canceled',
        event_guests: [{ email: 'eve@example.com' }],
        cancellation: { canceled_by: 'Bob', reason: 'Ill', canceler_type: 'invitee' },
      },
    },
    result: {
      ...eventRow,
      status: 'canceled',
      guests: ['eve@example.com'],
      canceled_by: 'Bob',
      cancel_reason: 'Ill',
    },
  },
  {
    tool: 'calendly_list_invitees',
    args: { event_uri: event.uri, status: 'active' },
    sends: 'GET /scheduled_events/E1/invitees',
    query: { status: 'active', count: '20' },
    answer: {
      collection: [
        {
          uri: `${event.uri}/invitees/I1`,
          name: 'Bob',
          email: 'bob@example.com',
          status: 'active',
          timezone: 'Europe/Berlin',
          questions_and_answers: [{ question: 'Topic?', answer: 'Engines', position: 0 }],
          rescheduled: false,
          no_show: { uri: 'x', created_at: 'y' },
          cancel_url: 'https://calendly.com/cancellations/1',
          reschedule_url: 'https://calendly.com/reschedulings/1',
        },
      ],
    },
    result: {
      invitees: [
        {
          uri: `${event.uri}/invitees/I1`,
          name: 'Bob',
          email: 'bob@example.com',
          status: 'active',
          timezone: 'Europe/Berlin',
          answers: [{ question: 'Topic?', answer: 'Engines' }],
          no_show: true,
          cancel_url: 'https://calendly.com/cancellations/1',
          reschedule_url: 'https://calendly.com/reschedulings/1',
        },
      ],
    },
  },
  {
    tool: 'calendly_create_scheduling_link',
    args: { event_type_uri: eventType.uri },
    sends: 'POST /scheduling_links',
    body: { max_event_count: 1, owner: eventType.uri, owner_type: 'EventType' },
    answer: { resource: { booking_url: 'https://calendly.com/d/1', owner: eventType.uri } },
    result: { url: 'https://calendly.com/d/1' },
  },
  {
    tool: 'calendly_mark_no_show',
    args: { invitee_uri: `${event.uri}/invitees/I1` },
    sends: 'POST /invitee_no_shows',
    body: { invitee: `${event.uri}/invitees/I1` },
    answer: { resource: { uri: 'x', invitee: `${event.uri}/invitees/I1`, created_at: span.end_time } },
    result: { invitee_uri: `${event.uri}/invitees/I1`, created_at: span.end_time },
  },
  {
    tool: 'calendly_cancel_event',
    args: { event_uri: event.uri, reason: 'Ill' },
    sends: 'POST /scheduled_events/E1/cancellation',
    body: { reason: 'Ill' },
    answer: { resource: { canceled_by: 'Ada', reason: 'Ill', canceler_type: 'host' } },
    result: { canceled: true, canceled_by: 'Ada', reason: 'Ill' },
  },
]

describe('every tool of calendly', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const who = expected.asksWho ? [jsonResponse({ resource: user })] : []
    const { result, requests } = await callTool(calendly, tool, args, ...who, jsonResponse(answer))
    expect(requests).toHaveLength(who.length + 1)
    const sent = requests.at(-1)
    expect(`${sent?.method} ${sent?.url.origin}${sent?.url.pathname}`).toBe(
      expected.sends.replace(' ', ` ${api}`),
    )
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(calendly.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
