import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { pipedrive } from './pipedrive.ts'

const deal = {
  id: 9,
  title: 'Engine',
  value: 1200,
  currency: 'EUR',
  status: 'open',
  stage_id: 2,
  person_id: 5,
  org_id: null,
  probability: null,
}
const dealRow = {
  id: 9,
  title: 'Engine',
  value: 1200,
  currency: 'EUR',
  status: 'open',
  stage_id: 2,
  person_id: 5,
}
const person = {
  id: 5,
  name: 'Ada',
  emails: [{ value: 'ada@example.com', primary: true, label: 'work' }],
  phones: [],
  org_id: 3,
}
const personRow = { id: 5, name: 'Ada', emails: ['ada@example.com'], phones: [], org_id: 3 }
const activity = {
  id: 4,
  subject: 'Call',
  type: 'call',
  due_date: '2026-01-02',
  done: false,
  note: '<b>Hi</b>',
}
const activityRow = { ...activity, note: 'Hi' }

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly answer: Readonly<Record<string, unknown>>
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'pipedrive_get_users',
    args: {},
    sends: 'GET /v1/users',
    answer: {
      data: [
        { id: 1, name: 'Ada', email: 'ada@example.com', active_flag: true, is_you: true },
        { id: 2, name: 'Bob', email: 'bob@example.com', active_flag: false, is_you: false },
      ],
    },
    result: {
      users: [
        { id: 1, name: 'Ada', email: 'ada@example.com', active: true, is_you: true },
        { id: 2, name: 'Bob', email: 'bob@example.com', active: false },
      ],
    },
  },
  {
    tool: 'pipedrive_search_items',
    args: { query: 'ada', limit: 5 },
    sends: 'GET /api/v2/itemSearch',
    query: { term: 'ada', item_types: 'deal,person,organization', limit: '5' },
    answer: {
      data: {
        items: [
          {
            result_score: 0.5,
            item: {
              id: 5,
              type: 'person',
              name: 'Ada',
              emails: ['ada@example.com'],
              phones: [],
              organization: { id: 3, name: 'Acme' },
            },
          },
        ],
      },
      additional_data: { next_cursor: 'abc' },
    },
    result: {
      items: [
        {
          id: 5,
          type: 'person',
          name: 'Ada',
          emails: ['ada@example.com'],
          phones: [],
          organization: 'Acme',
        },
      ],
      next_cursor: 'abc',
    },
  },
  {
    tool: 'pipedrive_list_deals',
    args: { status: 'open', stage_id: 2, cursor: 'abc' },
    sends: 'GET /api/v2/deals',
    query: {
      sort_by: 'update_time',
      sort_direction: 'desc',
      status: 'open',
      stage_id: '2',
      cursor: 'abc',
      limit: '20',
    },
    answer: { data: [deal], additional_data: { next_cursor: null } },
    result: { deals: [dealRow] },
  },
  {
    tool: 'pipedrive_get_deal',
    args: { deal_id: 9 },
    sends: 'GET /api/v2/deals/9',
    answer: { data: deal },
    result: dealRow,
  },
  {
    tool: 'pipedrive_list_persons',
    args: { org_id: 3 },
    sends: 'GET /api/v2/persons',
    query: { sort_by: 'update_time', sort_direction: 'desc', org_id: '3', limit: '20' },
    answer: { data: [person] },
    result: { persons: [personRow] },
  },
  {
    tool: 'pipedrive_list_activities',
    args: { done: false, deal_id: 9 },
    sends: 'GET /api/v2/activities',
    query: { sort_by: 'due_date', done: 'false', deal_id: '9', limit: '20' },
    answer: { data: [activity] },
    result: { activities: [activityRow] },
  },
  {
    tool: 'pipedrive_list_notes',
    args: { deal_id: 9, cursor: '20', max_chars: 100 },
    sends: 'GET /v1/notes',
    query: { sort: 'add_time DESC', start: '20', deal_id: '9', limit: '20' },
    answer: {
      data: [
        {
          id: 1,
          content: '<p>Called</p>',
          add_time: '2026-01-02 03:04:05',
          deal_id: 9,
          user: { name: 'Ada' },
        },
        { id: 2, content: 'x'.repeat(101) },
      ],
      additional_data: {
        pagination: { start: 20, limit: 20, more_items_in_collection: true, next_start: 40 },
      },
    },
    result: {
      notes: [
        { id: 1, add_time: '2026-01-02 03:04:05', deal_id: 9, author: 'Ada', body: 'Called' },
        { id: 2, body: 'x'.repeat(100), truncated: true },
      ],
      next_cursor: '40',
    },
  },
  {
    tool: 'pipedrive_list_pipelines',
    args: {},
    sends: 'GET /api/v2/pipelines',
    query: { limit: '20' },
    answer: { data: [{ id: 1, name: 'Sales', order_nr: 0 }] },
    result: { pipelines: [{ id: 1, name: 'Sales' }] },
  },
  {
    tool: 'pipedrive_list_stages',
    args: { pipeline_id: 1 },
    sends: 'GET /api/v2/stages',
    query: { pipeline_id: '1', limit: '20' },
    answer: { data: [{ id: 2, name: 'Offer', pipeline_id: 1, deal_probability: 50 }] },
    result: { stages: [{ id: 2, name: 'Offer', pipeline_id: 1, deal_probability: 50 }] },
  },
  {
    tool: 'pipedrive_create_deal',
    args: { title: 'Engine', value: 1200, currency: 'EUR', person_id: 5, pipeline_id: 1 },
    sends: 'POST /api/v2/deals',
    body: { title: 'Engine', value: 1200, currency: 'EUR', person_id: 5, pipeline_id: 1 },
    answer: { data: deal },
    result: dealRow,
  },
  {
    tool: 'pipedrive_update_deal',
    args: { deal_id: 9, status: 'lost', lost_reason: 'Price' },
    sends: 'PATCH /api/v2/deals/9',
    body: { status: 'lost', lost_reason: 'Price' },
    answer: { data: { ...deal, status: 'lost', lost_reason: 'Price' } },
    result: { ...dealRow, status: 'lost', lost_reason: 'Price' },
  },
  {
    tool: 'pipedrive_create_person',
    args: { name: 'Ada', email: 'ada@example.com', org_id: 3 },
    sends: 'POST /api/v2/persons',
    body: { name: 'Ada', org_id: 3, emails: [{ value: 'ada@example.com', primary: true }] },
    answer: { data: person },
    result: personRow,
  },
  {
    tool: 'pipedrive_create_activity',
    args: { subject: 'Call', type: 'call', due_date: '2026-01-02', deal_id: 9, person_id: 5 },
    sends: 'POST /api/v2/activities',
    // Version 2 refuses `person_id` here: it follows from the primary participant.
    body: {
      subject: 'Call',
      type: 'call',
      due_date: '2026-01-02',
      deal_id: 9,
      participants: [{ person_id: 5, primary: true }],
    },
    answer: { data: activity },
    result: activityRow,
  },
  {
    tool: 'pipedrive_update_activity',
    args: { activity_id: 4, done: true },
    sends: 'PATCH /api/v2/activities/4',
    body: { done: true },
    answer: { data: { ...activity, done: true } },
    result: { ...activityRow, done: true },
  },
  {
    tool: 'pipedrive_create_note',
    args: { body: 'Called', deal_id: 9 },
    sends: 'POST /v1/notes',
    body: { content: 'Called', deal_id: 9 },
    answer: { data: { id: 1, content: 'Called' } },
    result: { id: 1 },
  },
]

describe('every tool of pipedrive', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(
      pipedrive,
      tool,
      args,
      jsonResponse({ success: true, ...answer }),
    )
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.origin}${sent?.url.pathname}`).toBe(
      expected.sends.replace(' ', ' https://api.pipedrive.com'),
    )
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(pipedrive.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
